import { closest, distance } from 'fastest-levenshtein'

/**
 * The candidate nearest to a mistyped word, if it is near enough to be meant: at most a third of its letters differ
 * (at least two are allowed). Returns undefined when nothing is near.
 */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
  if (candidates.length === 0) return undefined
  const best = closest(word, candidates)
  return distance(word, best) <= Math.max(2, Math.floor(word.length / 3)) ? best : undefined
}

/** ` Did you mean "…"?`, or nothing: to be appended to a message. */
export function didYouMean(word: string, candidates: readonly string[]): string {
  const best = nearest(word, candidates)
  return best === undefined ? '' : ` Did you mean "${best}"?`
}
