import { BloomFilter } from './bloom-filter.ts'
import { wordsIn } from './words.ts'

/** Of the beginnings and ends of texts so many words are remembered: a phrase has four. */
const MOST_WORDS = 3

const piecesOf = (phrase: string): { pieces: string[]; words: string[] } => {
  const words = phrase.split(' ')
  const pieces = words.flatMap((_, start) =>
    Array.from({ length: MOST_WORDS }, (__, more) => words.slice(start, start + more + 1).join(' ')),
  )
  return { pieces, words }
}

/**
 * Open texts as a page may set them side by side: “Hearing” and an id, “about” and a figure and its unit. A phrase that
 * is made so is the end of one text, perhaps whole short ones, and the beginning of another; a secret is not.
 */
export class AdjoiningTexts {
  readonly #starts = new Set<string>()
  readonly #ends = new Set<string>()
  readonly #wholes = new Set<string>()
  readonly #wanted: ReadonlySet<string>
  readonly #filter: BloomFilter

  /** `phrases` are those in question: only their pieces are remembered. */
  constructor(phrases: Iterable<string>) {
    this.#wanted = new Set([...phrases].flatMap((phrase) => piecesOf(phrase).pieces))
    this.#filter = new BloomFilter(this.#wanted)
  }

  /** Takes note of where an open text begins and ends; each line counts as a text. */
  add(text: string): void {
    for (const line of text.split('\n')) {
      const places: number[] = []
      if (this.#filter.search(line, places) && places.length === 0) continue
      const words = wordsIn(line)
      for (let length = 1; length <= Math.min(MOST_WORDS, words.length); length++) {
        const [start, end] = [words.slice(0, length).join(' '), words.slice(-length).join(' ')]
        if (this.#wanted.has(start)) this.#starts.add(start)
        if (this.#wanted.has(end)) this.#ends.add(end)
        if (length === words.length && this.#wanted.has(start)) this.#wholes.add(start)
      }
    }
  }

  /** Whether a phrase can be made by setting open texts side by side. A single word cannot. */
  canMake(phrase: string): boolean {
    const { words } = piecesOf(phrase)
    const from = (start: number): boolean => {
      if (start === words.length) return true
      return Array.from({ length: Math.min(MOST_WORDS, words.length - start) }, (_, more) => start + more + 1).some(
        (end) => {
          if (start === 0 && end === words.length) return false
          const piece = words.slice(start, end).join(' ')
          const fits =
            this.#wholes.has(piece) ||
            (start === 0 && this.#ends.has(piece)) ||
            (end === words.length && this.#starts.has(piece))
          return fits && from(end)
        },
      )
    }
    return from(0)
  }
}
