import { Sieve } from './sieve.ts'
import { wordsIn } from './words.ts'

const LONGEST = 3

const piecesOf = (phrase: string): { pieces: string[]; words: string[] } => {
  const words = phrase.split(' ')
  const pieces = words.flatMap((_, start) =>
    Array.from({ length: LONGEST }, (__, more) => words.slice(start, start + more + 1).join(' ')),
  )
  return { pieces, words }
}

/**
 * Tells phrases that a page makes by setting two open texts side by side: “Hearing” and an id, “about” and a figure and its unit.
 * Such a phrase is the end of one text, perhaps whole short ones, and the beginning of another; a secret is not.
 */
export class Joints {
  readonly #starts = new Set<string>()
  readonly #ends = new Set<string>()
  readonly #wholes = new Set<string>()
  readonly #wanted: ReadonlySet<string>
  readonly #sieve: Sieve

  /** `phrases` are those in question: only their pieces are remembered. */
  constructor(phrases: Iterable<string>) {
    this.#wanted = new Set([...phrases].flatMap((phrase) => piecesOf(phrase).pieces))
    this.#sieve = new Sieve(this.#wanted)
  }

  /** Takes note of where an open text begins and ends; each line counts as a text. */
  add(text: string): void {
    for (const line of text.split('\n')) {
      const places: number[] = []
      if (this.#sieve.search(line, places) && places.length === 0) continue
      const words = wordsIn(line)
      for (let length = 1; length <= Math.min(LONGEST, words.length); length++) {
        const [start, end] = [words.slice(0, length).join(' '), words.slice(-length).join(' ')]
        if (this.#wanted.has(start)) this.#starts.add(start)
        if (this.#wanted.has(end)) this.#ends.add(end)
        if (length === words.length && this.#wanted.has(start)) this.#wholes.add(start)
      }
    }
  }

  /** Whether a phrase can be made by joining open texts. A single word cannot. */
  joins(phrase: string): boolean {
    const { words } = piecesOf(phrase)
    const from = (start: number): boolean => {
      if (start === words.length) return true
      return Array.from({ length: Math.min(LONGEST, words.length - start) }, (_, more) => start + more + 1).some(
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

const LITERAL = /'([^'\n]*)'|"([^"\n]*)"|`([^`]*)`|>([^<>{}`]+)[<{]|\}([^<>{}`]+)[<{]/g

/** The texts that source code prints: its string literals, the fixed parts of its templates, the text between its tags. */
export const printedTexts = (code: string): string[] =>
  [...code.matchAll(LITERAL)]
    .flatMap(([, single, double, template, ...between]) => [
      single,
      double,
      ...between,
      ...(template?.split(/\$\{[^}]*\}/) ?? []),
    ])
    .filter((text) => text !== undefined)
