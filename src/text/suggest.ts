import { closest, distance } from 'fastest-levenshtein'

/**
 * The candidate nearest to a mistyped word, if it is near enough to be meant: at most a third of its letters differ
 * (at least two are allowed). Returns undefined when nothing is near.
 */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
  const most = Math.max(2, Math.floor(word.length / 3))
  // One that is longer or shorter by more differs by more: it need not be compared, however long the word.
  const likely = candidates.filter(({ length }) => Math.abs(length - word.length) <= most)
  if (likely.length === 0) return undefined
  const best = closest(word, likely)
  return distance(word, best) <= most ? best : undefined
}

/** ` Did you mean "…"?`, or nothing: to be appended to a message. */
export function didYouMean(word: string, candidates: readonly string[]): string {
  const best = nearest(word, candidates)
  return best === undefined ? '' : ` Did you mean "${best}"?`
}
