import type { Knowledge } from '#knowledge/knowledge.ts'
import type { AnyEntry, Words } from '#schema/entry.ts'
import { kinds } from '#schema/kinds.ts'
import { vocabularyOf } from '#schema/vocabularies.ts'
import { elementOf, fieldsOf, metaOf, schemaFor, unwrap } from '#schema/walk.ts'
import { words as inWords } from '#text/words.ts'
import { formatText } from '#time/format.ts'

/** One field of a part as it read before a revision and after it; absent where it said nothing. */
export interface EarlierField {
  readonly name: string
  readonly before?: string
  readonly after?: string
}

/** What a revision changed in the words of a part. */
export interface EarlierPart {
  readonly id: string
  /** The revision that last had the earlier words, as far as releases tell. */
  readonly from: number
  readonly fields: readonly EarlierField[]
}

function printed(field: Parameters<typeof schemaFor>[0] | undefined, value: Words[string] | undefined) {
  if (value === undefined || field === undefined) return undefined
  const schema = schemaFor(field, value)
  const label = vocabularyOf(schema)?.[String(value)]?.label
  return label ?? (metaOf(schema)['moment'] === true ? formatText(String(value)) : String(value))
}

function fieldsBetween(fields: ReturnType<typeof fieldsOf>, before: Words, after: Words): EarlierField[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((name) => before[name] !== after[name])
    .flatMap((name) => {
      const [was, is] = [printed(fields?.[name], before[name]), printed(fields?.[name], after[name])]
      const own = {
        name: inWords(name),
        ...(was === undefined ? {} : { before: was }),
        ...(is === undefined ? {} : { after: is }),
      }
      return was === is ? [] : [own]
    })
}

/**
 * What each revision of a record changed in the words of its parts, by revision: where the words that a release kept
 * differ, under the last revision between them that lists the part.
 */
export function earlierParts(knowledge: Knowledge, entry: AnyEntry): ReadonlyMap<number, readonly EarlierPart[]> {
  const found: [number, EarlierPart][] = Object.entries(entry.earlier ?? {}).flatMap(([id, versions]) => {
    const list = fieldsOf(unwrap(kinds[entry.kind].schema).schema)?.[knowledge.part(entry, id)?.list ?? '']
    const element = list && elementOf(unwrap(list).schema)
    const fields = element && fieldsOf(schemaFor(element, {}))
    return versions.slice(1).flatMap(({ revision, words }, index): [number, EarlierPart][] => {
      const before = versions[index]
      const by = entry.data.history.findLast(
        (one) => one.revision > (before?.revision ?? 0) && one.revision <= revision && one.changed.includes(id),
      )
      const changes = before && by ? fieldsBetween(fields, before.words, words) : []
      return before && by && changes.length > 0 ? [[by.revision, { id, from: by.revision - 1, fields: changes }]] : []
    })
  })
  return new Map(
    [...Map.groupBy(found, ([revision]) => revision)].map(([key, list]) => [key, list.map(([, part]) => part)]),
  )
}
