import { distance } from 'fastest-levenshtein'

const sorted = (word: string) => [...word].sort().join('')

// Two neighbouring letters exchanged are one slip, not two.
const slips = (a: string, b: string): number =>
  a.length === b.length && sorted(a) === sorted(b) ? Math.min(1, distance(a, b)) : distance(a, b)

const allowed = (word: string): number => (word.length < 4 ? 0 : word.length < 8 ? 1 : 2)

/**
 * Nearest known words to a typed one: at most one slip in short words and two in long ones; the nearest first, then the commoner.
 * `vocabulary` is ordered from the commonest word to the rarest. Empty where the word may be the beginning of a known one.
 */
export function corrections(typed: string, vocabulary: readonly string[]): string[] {
  const most = allowed(typed)
  if (most === 0 || /\d/.test(typed) || vocabulary.some((word) => word.startsWith(typed))) return []
  return vocabulary
    .flatMap((word, order) => {
      if (Math.abs(word.length - typed.length) > most) return []
      const away = slips(word, typed)
      return away <= most ? [{ word, away, order }] : []
    })
    .sort((a, b) => a.away - b.away || a.order - b.order)
    .slice(0, 3)
    .map(({ word }) => word)
}
