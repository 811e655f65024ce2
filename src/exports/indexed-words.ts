import { termsOf } from '#search/terms.ts'
import { tokensIn } from '#search/tokens.ts'

/** What stands between two spaces, cut: the terms of its pieces, and those of compounds as one and of their insides. */
interface Cut {
  readonly terms: readonly string[]
  readonly further: readonly string[]
  /** All of these as words, before they are written as terms. */
  readonly words: readonly string[]
}

// Texts repeat their words, and each is asked for by the index and by the vocabulary: it is cut once. The bound keeps
// hostile text from filling the memory.
const MOST_KNOWN = 50_000
const known = new Map<string, Cut>()

function cut(chunk: string): Cut {
  const before = known.get(chunk)
  if (before !== undefined) return before
  const tokens = tokensIn(chunk)
  const pieces = tokens.flatMap((token) => token.pieces.map(({ key }) => key))
  const compounds = tokens.flatMap(({ wholes, inside }) => [...wholes, ...inside])
  const made: Cut = {
    terms: pieces.flatMap(termsOf),
    further: compounds.flatMap(termsOf),
    words: [...pieces, ...compounds],
  }
  if (known.size >= MOST_KNOWN) known.clear()
  known.set(chunk, made)
  return made
}

const cuts = (text: string): Cut[] => (text.match(/\S+/g) ?? []).map(cut)

/**
 * The terms that a text is indexed under: its words in order, of which phrases are made, then what its tokens are as a
 * whole and hold inside.
 */
export function termsIn(text: string): string[] {
  const own = cuts(text)
  return [...own.flatMap(({ terms }) => terms), ...own.flatMap(({ further }) => further)]
}

/** The words under which a text is found: the pieces of its tokens, compounds as one, and the words inside them. */
export const wordsUnder = (text: string): string[] => cuts(text).flatMap(({ words }) => words)
