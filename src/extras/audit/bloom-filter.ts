import { FOLDED, joinsAt, PARTS, UNSURE } from './words.ts'

// FNV-1a over UTF-16 units; the words of a phrase are mixed by another odd number. Any two would do: a match is looked
// at again.
const SEED = 0x811c9dc5 | 0
const PRIME = 0x01000193
const MIX = 0x9e3779b1 | 0

const LEAST_BITS = 1 << 20
const MOST_BITS = 1 << 28
// One phrase in so many bits: of a hundred sequences of words that are none, two at most are looked at again.
const BITS_EACH = 64

/** Hash of a sequence of words, from that of the sequence before its last and the hash of this. */
const followed = (before: number, word: number): number => (Math.imul(before, MIX) + word) | 0

function hashOf(word: string): number {
  let hash = SEED
  for (let at = 0; at < word.length; at++) hash = Math.imul(hash ^ word.charCodeAt(at), PRIME)
  return hash
}

/**
 * Tells where in a text a phrase of one to four words may stand, without making a string: one bit for the hash of each
 * phrase (a Bloom filter of one hash). It never misses one, and who asks looks again at what it finds. Every letter of
 * a site passes through here.
 */
export class BloomFilter {
  readonly #bits: Uint32Array
  readonly #mask: number

  /** `phrases` are words as `wordsIn` gives them, with a space between. */
  constructor(phrases: Pick<ReadonlySet<string>, 'size' | 'keys'>) {
    let size = LEAST_BITS
    while (size < phrases.size * BITS_EACH && size < MOST_BITS) size *= 2
    this.#bits = new Uint32Array(size / 32)
    this.#mask = size - 1
    for (const phrase of phrases.keys()) {
      const bit = this.#bitOf(phrase.split(' ').map(hashOf).reduce(followed, 0))
      this.#bits[bit >>> 5] = (this.#bits[bit >>> 5] ?? 0) | (1 << (bit & 31))
    }
  }

  /**
   * Adds beginning and end of each place to `places`. False where only `wordsIn` can tell what the words of the text
   * are.
   */
  search(text: string, places: number[]): boolean {
    const end = text.length
    // Of the last words, newest first: where each begins, -1 where there are fewer, and its hash.
    let [from1, from2, from3, from4] = [-1, -1, -1, -1]
    let [word1, word2, word3, word4] = [0, 0, 0, 0]
    let at = 0
    while (at < end) {
      let folded = FOLDED[text.charCodeAt(at)] ?? UNSURE
      if (folded === UNSURE) return false
      if (folded < UNSURE) {
        at++
        continue
      }
      from4 = from3
      from3 = from2
      from2 = from1
      from1 = at
      word4 = word3
      word3 = word2
      word2 = word1
      word1 = SEED
      for (;;) {
        if (folded > UNSURE) word1 = Math.imul(word1 ^ folded, PRIME)
        else if (folded === UNSURE) return false
        else if (folded === PARTS && !joinsAt(text, at)) break
        at++
        if (at === end) break
        folded = FOLDED[text.charCodeAt(at)] ?? UNSURE
      }
      if (this.#has(word1)) places.push(from1, at)
      if (from2 !== -1 && this.#has(followed(word2, word1))) places.push(from2, at)
      if (from3 !== -1 && this.#has(followed(followed(word3, word2), word1))) places.push(from3, at)
      if (from4 !== -1 && this.#has(followed(followed(followed(word4, word3), word2), word1))) places.push(from4, at)
    }
    return true
  }

  // High bits of a product say more than low ones.
  #bitOf(hash: number): number {
    return (hash ^ (hash >>> 15)) & this.#mask
  }

  #has(hash: number): boolean {
    const bit = this.#bitOf(hash)
    return ((this.#bits[bit >>> 5] ?? 0) & (1 << (bit & 31))) !== 0
  }
}
