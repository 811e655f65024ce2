import type { Knowledge } from '#knowledge/knowledge.ts'
import type { AnyEntry } from '#schema/entry.ts'
import type { DataPath } from '#schema/finding.ts'
import type { Rule } from './rule.ts'

/** Why everybody no longer sees a record that is there, and which field says so. */
function hiddenBy({ data }: AnyEntry): { readonly path: DataPath; readonly why: string } {
  if (data.recordStatus === 'draft') return { path: ['recordStatus'], why: 'made a draft' }
  if (data.tlp !== 'CLEAR') return { path: ['tlp'], why: `marked TLP:${data.tlp}` }
  if (data.embargoUntil !== undefined) return { path: ['embargoUntil'], why: `held until ${data.embargoUntil}` }
  return { path: [], why: 'cut, because something it cannot be without is not for everybody' }
}

const isUnread = (unread: ReadonlySet<string>) => [...unread].some((id) => id !== 'site.yaml')

/**
 * An id that was published keeps leading somewhere: to its record, to the one that has it as an alias, or to a
 * tombstone. Silent while any record cannot be read, because that one may hold the id.
 */
export const publishedId: Rule = {
  id: 'published-id',
  *check(knowledge: Knowledge, unread) {
    if (isUnread(unread)) return
    for (const { file, name, records, find, locate } of knowledge.ledgers ?? [])
      for (const id of Object.keys(records)) {
        if (find(id)) continue
        const written = name === 'open' ? knowledge.find(id) : undefined
        if (written) {
          const { path, why } = hiddenBy(written)
          yield {
            entry: written,
            path,
            message: `expected ${id} to stay public, as it was published, found it ${why}`,
            fix:
              'write recordStatus: withdrawn and statusReason, and move ' +
              'what only some may see into a record of its own',
          }
        } else
          yield {
            entry: { file, locate },
            path: ['records', id],
            message: `expected a record with the id or alias ${id}, which was published, found none`,
            fix:
              'put the file back with recordStatus: withdrawn and statusReason, or with recordStatus: ' +
              `superseded and supersededBy; if it was renamed, write aliases: [${id}] in the renamed record`,
          }
      }
  },
}
