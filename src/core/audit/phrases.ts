import { wordsIn } from './words.ts'

/** What a secret is, in the words of a report, which never prints the secret itself. */
export type Secret = 'an id' | 'a name' | 'a title' | 'an address' | 'a number' | 'a run of four words'

/** A phrase, as words with a space between, and what it is. */
export type PhraseEntry = readonly [phrase: string, secret: Secret]

const RUN = 4
// Shorter words stand in every text.
const LEAST_LETTERS = 3
const NUMBER = /^\d{4,}$/

/**
 * Sequences of one to four words that only removed content holds. Longer texts are kept as all their runs of four words, so that one
 * pass over a text finds every sequence in it.
 */
export class Phrases {
  readonly #phrases = new Map<string, Secret>()
  // Words that begin or continue a phrase: whatever else stands in a text ends a match at once.
  readonly #vocabulary = new Set<string>()

  /** The same phrases again, from their entries. */
  static of(entries: readonly PhraseEntry[]): Phrases {
    const phrases = new Phrases()
    for (const [phrase, secret] of entries) phrases.#put(phrase.split(' '), secret)
    return phrases
  }

  entries(): PhraseEntry[] {
    return [...this.#phrases]
  }

  get size(): number {
    return this.#phrases.size
  }

  /** Adds a text: as a whole where it is short, and in runs of four words; its numbers of four or more digits by themselves. */
  add(text: string, whole: Secret): void {
    const words = wordsIn(text)
    for (const word of words) if (NUMBER.test(word)) this.#put([word], 'a number')
    if (words.length < RUN) {
      if (words.length > 1 || (words[0]?.length ?? 0) >= LEAST_LETTERS) this.#put(words, whole)
      return
    }
    const secret = words.length === RUN || whole === 'an address' ? whole : 'a run of four words'
    for (let start = 0; start + RUN <= words.length; start++) this.#put(words.slice(start, start + RUN), secret)
  }

  /** Forgets every phrase that a text holds: what everybody may read is no secret. */
  forget(text: string): void {
    for (const phrase of this.#matches(text)) this.#phrases.delete(phrase)
  }

  /** The phrases that a text holds, each once, with what they are. */
  find(text: string): ReadonlyMap<string, Secret> {
    return new Map(
      this.#matches(text).flatMap((phrase) => {
        const secret = this.#phrases.get(phrase)
        return secret === undefined ? [] : [[phrase, secret] as const]
      }),
    )
  }

  #put(words: readonly string[], secret: Secret): void {
    for (const word of words) this.#vocabulary.add(word)
    const phrase = words.join(' ')
    if (words.length > 0 && !this.#phrases.has(phrase)) this.#phrases.set(phrase, secret)
  }

  #matches(text: string): string[] {
    const found: string[] = []
    // The last three words, if they belong to the vocabulary one after another.
    let before: string[] = []
    for (const word of wordsIn(text)) {
      if (!this.#vocabulary.has(word)) {
        before = []
        continue
      }
      let phrase = word
      if (this.#phrases.has(phrase)) found.push(phrase)
      for (let back = before.length - 1; back >= 0; back--) {
        phrase = `${before[back]} ${phrase}`
        if (this.#phrases.has(phrase)) found.push(phrase)
      }
      before = before.length === RUN - 1 ? [before[1] ?? '', before[2] ?? '', word] : [...before, word]
    }
    return found
  }
}
