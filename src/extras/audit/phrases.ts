import { BloomFilter } from './bloom-filter.ts'
import { wordsIn } from './words.ts'

/** What a secret is, in the words of a report, which never prints the secret itself. */
export type SecretKind =
  'an id' | 'a name' | 'a title' | 'an address' | 'a number' | 'a short text' | 'a run of four words'

/** A phrase, as words with a space between, and what it is. */
export type PhraseEntry = readonly [phrase: string, secret: SecretKind]

const RUN = 4
// Shorter words stand in every text.
const LEAST_LETTERS = 3
const NUMBER = /^\d{4,}$/
// Figures below a thousand are everybody’s.
const SMALL = /^\d{1,3}$/

/**
 * Sequences of one to four words that only removed content holds. Longer texts are kept as all their runs of four
 * words, so that one pass over a text finds every sequence in it.
 */
export class Phrases {
  readonly #phrases = new Map<string, SecretKind>()
  // Made when a text is searched; what is added later needs another.
  #filter: BloomFilter | undefined

  /** The same phrases again, from their entries. */
  static of(entries: readonly PhraseEntry[]): Phrases {
    const phrases = new Phrases()
    for (const [phrase, secret] of entries) phrases.#put(phrase, secret)
    return phrases
  }

  entries(): PhraseEntry[] {
    return [...this.#phrases]
  }

  get size(): number {
    return this.#phrases.size
  }

  /**
   * Adds a text: as a whole where it is short, and in runs of four words; its numbers of four or more digits by
   * themselves.
   */
  add(text: string, whole: SecretKind): void {
    const words = wordsIn(text)
    for (const word of words) if (NUMBER.test(word)) this.#put(word, 'a number')
    if (words.length < RUN) {
      const [first = ''] = words
      if (words.length > 1 || (first.length >= LEAST_LETTERS && !SMALL.test(first))) this.#put(words.join(' '), whole)
      return
    }
    const secret = words.length === RUN || whole === 'an address' ? whole : 'a run of four words'
    for (let start = 0; start + RUN <= words.length; start++)
      this.#put(words.slice(start, start + RUN).join(' '), secret)
  }

  /** Forgets every phrase that a text holds, but those to keep: what everybody may read is no secret. */
  forget(text: string, kept: ReadonlySet<string> = new Set()): void {
    for (const phrase of this.find(text).keys()) if (!kept.has(phrase)) this.#phrases.delete(phrase)
  }

  /**
   * The phrases that a text holds, each once, with what they are: added to `found`, so that many texts need one map.
   */
  find(text: string, found = new Map<string, SecretKind>()): Map<string, SecretKind> {
    this.#filter ??= new BloomFilter(this.#phrases)
    const places: number[] = []
    if (!this.#filter.search(text, places)) for (const run of runsOf(text)) this.#look(run, found)
    else
      for (let at = 0; at < places.length; at += 2)
        this.#look(wordsIn(text.slice(places[at], places[at + 1])).join(' '), found)
    return found
  }

  #look(phrase: string, found: Map<string, SecretKind>): void {
    const secret = this.#phrases.get(phrase)
    if (secret !== undefined) found.set(phrase, secret)
  }

  #put(phrase: string, secret: SecretKind): void {
    if (this.#phrases.has(phrase)) return
    this.#phrases.set(phrase, secret)
    this.#filter = undefined
  }
}

/** Every sequence of one to four words of a text. */
const runsOf = (text: string): string[] =>
  wordsIn(text).flatMap((_, start, words) =>
    Array.from({ length: Math.min(RUN, words.length - start) }, (__, more) =>
      words.slice(start, start + more + 1).join(' '),
    ),
  )
