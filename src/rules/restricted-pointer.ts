import { outgoing } from '#knowledge/backlinks.ts'
import type { AnyEntry } from '#schema/entry.ts'
import type { DataPath } from '#schema/finding.ts'
import { TLP, type Tlp, tlpRank } from '#schema/vocabularies.ts'
import { isObject } from '#schema/walk.ts'
import type { Rule } from './rule.ts'

const isTlp = (value: unknown): value is Tlp => typeof value === 'string' && Object.hasOwn(TLP, value)
const higher = (a: Tlp, b: unknown): Tlp => (isTlp(b) && tlpRank(b) > tlpRank(a) ? b : a)

/** The level of a place: the highest of the record and of every part and item around it. */
function levelAt(entry: AnyEntry, path: DataPath): Tlp {
  if (path[0] === 'body')
    return higher(entry.data.tlp, typeof path[1] === 'number' ? entry.mentions?.[path[1]]?.tlp : undefined)
  let level = entry.data.tlp
  let value: unknown = entry.data
  for (const step of path) {
    value = typeof value === 'object' && value !== null ? Reflect.get(value, step) : undefined
    if (isObject(value)) level = higher(level, value['tlp'])
  }
  return level
}

/** What points at something more restricted loses it, and perhaps itself, in builds for a wider audience. */
export const restrictedPointer: Rule = {
  id: 'restricted-pointer',
  *check({ entries, find, part }) {
    for (const entry of entries)
      for (const { path, id, targetPart } of outgoing(entry)) {
        const target = find(id)
        if (!target) continue
        const level = levelAt(entry, path)
        const theirs = higher(
          target.data.tlp,
          targetPart === undefined ? undefined : part(target, targetPart)?.data['tlp'],
        )
        const shown = targetPart === undefined ? id : `${id}#${targetPart}`
        const fix = 'mark this place as strictly, or point at something that its readers may see'
        if (tlpRank(theirs) > tlpRank(level))
          yield {
            entry,
            path,
            message:
              `expected to point at nothing above ${TLP[level].label}, found ${shown}, which is ` +
              `${TLP[theirs].label}; builds below that level lose this reference and what depends on it`,
            fix,
          }
        const until = target.data.embargoUntil
        if (until !== undefined && target !== entry && entry.data.embargoUntil === undefined)
          yield {
            entry,
            path,
            message:
              `expected to point at nothing under embargo, found ${shown}, held until ` +
              `${until}; builds before then lose this reference and what depends on it`,
            fix,
          }
      }
  },
}
