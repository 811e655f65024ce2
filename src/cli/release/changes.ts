import type { LedgerFile, Released } from '#schema/release.ts'
import { count } from '#text/words.ts'

const NONE: Released = { revision: 0, parts: {} }

/** What a release adds to a ledger, one line per record: new ones with their parts, older ones with what is new or changed in them. */
export function changesOf(before: LedgerFile | undefined, after: LedgerFile): string[] {
  return Object.entries(after.records).flatMap(([id, { revision, parts }]) => {
    const stood = before?.records[id] ?? NONE
    const changed = Object.keys(parts).filter((part) => parts[part] !== stood.parts[part])
    const gone = Object.keys(stood.parts).filter((part) => !(part in parts))
    if (stood === NONE)
      return [`Added ${id}, revision ${revision}${changed.length === 0 ? '' : `, ${count(changed.length, 'part')}`}`]
    if (revision === stood.revision && changed.length === 0 && gone.length === 0) return []
    const list = [...changed, ...gone.map((part) => `${part} is gone`)].join(', ')
    return [
      `${id}: ${revision === stood.revision ? `revision ${revision}` : `revision ${stood.revision} to ${revision}`}${list === '' ? '' : `: ${list}`}`,
    ]
  })
}
