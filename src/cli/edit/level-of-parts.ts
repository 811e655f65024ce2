import { readContents } from '#content/read.ts'
import { TLP, type Tlp, tlpRank } from '#schema/vocabularies.ts'
import { partsOf } from '#schema/walk.ts'
import { compared } from './compared.ts'
import type { Edited } from './edit-record.ts'

const LEVELS = Object.keys(TLP) as Tlp[]

/**
 * The level of a revision that tells of these parts alone: the lowest at which any of them is seen or was released, so
 * that nobody learns from a history of a part that they never saw. Undefined where that is the level of the record.
 */
export function levelOfParts(edited: Edited, parts: readonly string[]): Tlp | undefined {
  const { entry, settings, open } = edited
  const told = new Set(parts)
  const isSeen = (records: Edited['open']): boolean => {
    const seen = records.find(({ id }) => id === entry.id)
    return seen !== undefined && partsOf(seen.data).some(({ id }) => told.has(id))
  }
  if (parts.length === 0 || isSeen(open) || compared(edited).hidden.some((part) => told.has(part))) return undefined
  // What is under embargo as a whole says nothing to anybody yet; another record's embargo may hide a part.
  const now = entry.data.embargoUntil === undefined ? settings.now : Number.POSITIVE_INFINITY
  const readings = readContents(
    settings.content,
    LEVELS.map((level) => ({ level, now, drafts: true })),
    settings.schemas,
  )
  const level = LEVELS.find((_, index) => isSeen(readings[index]?.entries ?? [])) ?? 'RED'
  return tlpRank(level) > tlpRank(entry.data.tlp) ? level : undefined
}
