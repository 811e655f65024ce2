import type { LedgerFile, Released } from '#schema/release.ts'
import { count } from '#text/words.ts'

const NONE: Released = { revision: 0, parts: {} }

type Digests = Released['parts']

const differing = (now: Digests, before: Digests) => Object.keys(now).filter((name) => now[name] !== before[name])
const missing = (now: Digests, before: Digests) => Object.keys(before).filter((name) => !(name in now))

/** How many records of a ledger of an older form had no digests of their fields, which a release adds. */
export const withoutFields = (before: LedgerFile | undefined): number =>
  Object.values(before?.records ?? {}).filter(({ fields }) => fields === undefined).length

/**
 * What a release adds to a ledger, one line per record: new ones with their parts, older ones with what is new or
 * changed in them.
 */
export function changesOf(before: LedgerFile | undefined, after: LedgerFile): string[] {
  return Object.entries(after.records).flatMap(([id, { revision, parts, fields = {} }]) => {
    const stood = before?.records[id] ?? NONE
    const changed = [...differing(parts, stood.parts), ...(stood.fields ? differing(fields, stood.fields) : [])]
    const gone = [...missing(parts, stood.parts), ...missing(fields, stood.fields ?? {})]
    if (stood === NONE)
      return [`Added ${id}, revision ${revision}${changed.length === 0 ? '' : `, ${count(changed.length, 'part')}`}`]
    if (revision === stood.revision && changed.length === 0 && gone.length === 0) return []
    const list = [...changed, ...gone.map((part) => `${part} is gone`)].join(', ')
    const from = revision === stood.revision ? '' : `${stood.revision} to `
    return [`${id}: revision ${from}${revision}${list === '' ? '' : `: ${list}`}`]
  })
}
