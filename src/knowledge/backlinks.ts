import type { AnyEntry } from '#schema/entry.ts'
import type { DataPath } from '#schema/finding.ts'
import { kinds } from '#schema/kinds.ts'
import { parseReference } from '#schema/references.ts'
import { visitStrings } from '#schema/walk.ts'

/** One reference from a record to a record or part, with where it stands. */
export interface Backlink {
  readonly from: AnyEntry
  readonly path: DataPath
  /** The path without list indexes, dotted: `timeline.sources`; `body` for links in the text. */
  readonly field: string
  /** The part of `from` that holds the reference, if any. */
  readonly part?: string
  /** The referenced record, and the part of it, as written. */
  readonly id: string
  readonly targetPart?: string
}

const fieldOf = (path: DataPath) => path.filter((step) => typeof step === 'string').join('.')

/**
 * Every outgoing reference of a record: the fields that the schema declares as references, and the links in the body.
 */
export function outgoing(entry: AnyEntry): Backlink[] {
  const links: Backlink[] = []
  visitStrings(kinds[entry.kind].schema, entry.data, ({ path, value, meta, part }) => {
    if ((!meta.ref && !meta.part) || meta.except?.includes(value)) return
    const found = meta.part ? { id: entry.id, part: value } : parseReference(value, entry.id)
    if (!found) return
    links.push({
      from: entry,
      path,
      field: fieldOf(path),
      ...(part === undefined ? {} : { part }),
      id: found.id,
      ...(found.part === undefined ? {} : { targetPart: found.part }),
    })
  })
  for (const [index, { ref }] of (entry.mentions ?? []).entries()) {
    const found = parseReference(ref, entry.id)
    if (found)
      links.push({
        from: entry,
        path: ['body', index],
        field: 'body',
        id: found.id,
        ...(found.part === undefined ? {} : { targetPart: found.part }),
      })
  }
  return links
}
