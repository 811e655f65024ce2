import { compared, sharedWords } from '#review/match.ts'
import type { Precedents } from '#review/precedents.ts'
import type { Change } from '#review/read-change.ts'
import type { Safeguard } from './answer.ts'

const MOST = 3

/**
 * The safeguards nearest to a change that no incident is near: those that were absent, failed or worked in part in the
 * incidents that share most telling words with it; where none shares any, those that did so most often.
 */
export function nearestSafeguards({ incidents }: Precedents, change: Change): Safeguard[] {
  const given = compared(change)
  const weights = new Map<string, number>()
  const found = new Map<string, Safeguard>()
  for (const incident of incidents) {
    const words = sharedWords(incident, given).reduce((sum, [, weight]) => sum + weight, 0)
    for (const { title, state, url } of incident.controls)
      if (state !== 'worked') {
        weights.set(title, (weights.get(title) ?? 0) + words + 0.01)
        found.set(title, { title, url })
      }
  }
  return [...found.values()].sort((a, b) => (weights.get(b.title) ?? 0) - (weights.get(a.title) ?? 0)).slice(0, MOST)
}
