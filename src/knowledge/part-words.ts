import type { AnyEntry, EarlierWords, Words } from '#schema/entry.ts'
import { kinds } from '#schema/kinds.ts'
import type { WordsFile } from '#schema/release.ts'
import { defaultOf, fieldsOf, metaOf, partsOf, schemaFor, visitObjects } from '#schema/walk.ts'
import { digestsOf, type Hash } from './digest.ts'

type Versions = WordsFile['records'][string]

/** Fields of a part that say no words of its own: its id, its level, and what leads to other records or parts. */
function isWords(
  name: string,
  field: Parameters<typeof schemaFor>[0],
  value: unknown,
): value is string | number | boolean {
  if (name === 'id' || name === 'tlp' || !['string', 'number', 'boolean'].includes(typeof value)) return false
  const { ref, part, partOrWords } = metaOf(schemaFor(field, value))
  return ref === undefined && part === undefined && partOrWords === undefined && defaultOf(field) !== value
}

/**
 * The words of every part of a record by its id: texts, times, figures and values that stand in the part itself, by
 * field.
 */
export function wordsOf(entry: AnyEntry): ReadonlyMap<string, Words> {
  const found = new Map<string, Words>()
  visitObjects(kinds[entry.kind].schema, entry.data, (path, schema, value) => {
    const { id } = value
    if (path.length === 0 || typeof id !== 'string') return
    const fields = Object.entries(fieldsOf(schema) ?? {}).flatMap(([name, field]) => {
      const own = value[name]
      return isWords(name, field, own) ? [[name, own] as const] : []
    })
    found.set(id, Object.fromEntries(fields))
  })
  return found
}

const sameWords = (a: Words | undefined, b: Words): boolean => JSON.stringify(a) === JSON.stringify(b)

/**
 * Whether the words that a part had before a revision may no longer be shown: a retraction lists it, or one that not
 * everybody sees.
 */
function takenBack(shown: AnyEntry, written: AnyEntry, part: string, revision: number): boolean {
  const isTaken = ({ type, changed, retracted }: AnyEntry['data']['history'][number]) =>
    type === 'retraction' && [...changed, ...retracted].includes(part)
  const hidden = written.data.history.filter(isTaken).length > shown.data.history.filter(isTaken).length
  return hidden || shown.data.history.some((one) => one.revision > revision && isTaken(one))
}

/**
 * What may still be told of words that parts of a record had: nothing of a part that is gone, that not everybody sees
 * whole, or whose earlier words a revision of the type `retraction` took back; and nothing of a record that was
 * withdrawn.
 * @param shown the record as its readers see it; @param written the same as it is written.
 */
export function standingWords(versions: Versions, shown: AnyEntry, written: AnyEntry, hash: Hash): Versions {
  if (shown.data.recordStatus === 'withdrawn') return {}
  const [seen, authored] = [digestsOf(shown, hash), digestsOf(written, hash)]
  return Object.fromEntries(
    Object.entries(versions).flatMap(([part, byRevision]) => {
      if (!seen.has(part) || seen.get(part) !== authored.get(part)) return []
      const kept = Object.entries(byRevision).filter(([revision]) => !takenBack(shown, written, part, Number(revision)))
      return kept.length === 0 ? [] : [[part, Object.fromEntries(kept)]]
    }),
  )
}

const lastOf = (versions: Readonly<Record<string, Words>> = {}) => {
  const last = Math.max(0, ...Object.keys(versions).map(Number))
  return versions[last]
}

/**
 * The words of a record after a release: those that may still be told, and those that are published now, under their
 * revision.
 */
export function releasedWords(before: Versions, shown: AnyEntry, written: AnyEntry, hash: Hash): Versions {
  const current = new Map([...wordsOf(shown)].map(([part, words]) => [part, { [shown.data.revision]: words }]))
  const kept = standingWords(before, shown, written, hash)
  const now = standingWords(Object.fromEntries(current), shown, written, hash)
  const next = Object.entries(now).map(([part, latest]) => {
    const stood = kept[part]
    const [words = {}] = Object.values(latest)
    return [part, stood && sameWords(lastOf(stood), words) ? stood : { ...stood, ...latest }] as const
  })
  return Object.fromEntries(next.toSorted(([a], [b]) => (a < b ? -1 : 1)))
}

/** What a page tells of earlier words: versions of a part that its words now differ from, oldest first. */
export function earlierWords(versions: Versions, shown: AnyEntry): EarlierWords {
  const now = wordsOf(shown)
  return Object.fromEntries(
    partsOf(shown.data).flatMap(({ id }) => {
      const all = Object.entries(versions[id] ?? {})
        .map(([revision, words]) => ({ revision: Number(revision), words }))
        .toSorted((a, b) => a.revision - b.revision)
      const last = all.at(-1)
      const current = now.get(id)
      if (!last || !current) return []
      const told = sameWords(last.words, current) ? all : [...all, { revision: shown.data.revision, words: current }]
      return told.length < 2 ? [] : [[id, told] as const]
    }),
  )
}
