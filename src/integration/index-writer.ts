import type { IndexedPart } from '#exports/search-document.ts'
import { DESCRIBED, wholeTerm } from '#search/terms.ts'

/** CBOR (RFC 8949) of the types that Pagefind's index is made of, written one item after the other. */
export class Cbor {
  #bytes = new Uint8Array(32)
  #length = 0

  get length(): number {
    return this.#length
  }

  /** What has been written. */
  get bytes(): Uint8Array {
    return this.#bytes.subarray(0, this.#length)
  }

  #grow(by: number): void {
    if (this.#length + by <= this.#bytes.length) return
    const more = new Uint8Array(Math.max(this.#bytes.length * 2, this.#length + by))
    more.set(this.bytes)
    this.#bytes = more
  }

  #head(type: number, number: number): this {
    const size = number < 24 ? 0 : number < 0x100 ? 1 : number < 0x10000 ? 2 : 4
    this.#grow(1 + size)
    this.#bytes[this.#length] = (type << 5) | (size === 0 ? number : 24 + Math.log2(size))
    for (let at = 1; at <= size; at += 1)
      this.#bytes[this.#length + at] = Math.floor(number / 2 ** (8 * (size - at))) & 0xff
    this.#length += 1 + size
    return this
  }

  /** Begins a list of so many items. */
  list(length: number): this {
    return this.#head(4, length)
  }

  /** A whole number of at most 32 bits. */
  number(value: number): this {
    return value < 0 ? this.#head(1, -1 - value) : this.#head(0, value)
  }

  text(value: string): this {
    const bytes = Buffer.from(value)
    return this.#head(3, bytes.length).append(bytes)
  }

  /** Items that were written elsewhere. */
  append(items: Uint8Array): this {
    this.#grow(items.length)
    this.#bytes.set(items, this.#length)
    this.#length += items.length
    return this
  }
}

/** Places by what they weigh. */
type Places = Map<number, number[]>

// Places of descriptions are kept under their weight and this much more: they come after those of the text, so that a
// phrase is found in the text first.
const LAST = 1000

// Of a term that fills a part of the index by itself, as many places of each weight are kept in each record: more would
// not change how well it fits by much. All its places are kept under another name, for phrases.
const PLACES = 6

/** The records that have a term, as Pagefind writes them: the distance from the one before, and the places. */
class Postings {
  #records = 0
  #last = 0
  readonly #whole = new Cbor()
  #short: Cbor | undefined

  add(record: number, places: Places): void {
    const isLong = [...places.values()].some(({ length }) => length > PLACES)
    if (isLong && this.#short === undefined) this.#short = new Cbor().append(this.#whole.bytes)
    this.#write(this.#whole, record, places, Infinity)
    if (this.#short !== undefined) this.#write(this.#short, record, places, PLACES)
    this.#records += 1
    this.#last = record
  }

  #write(to: Cbor, record: number, places: Places, most: number): void {
    const groups = [...places].sort(([one], [other]) => one - other)
    to.list(3).number(record - this.#last)
    to.list(groups.reduce((sum, [, own]) => sum + 1 + Math.min(own.length, most), 0))
    for (const [weight, own] of groups) {
      to.number(-1 - 24 * (weight % LAST))
      for (let [at, before] = [0, 0]; at < own.length && at < most; at += 1) {
        const place = own[at] ?? 0
        to.number(place - before)
        before = place
      }
    }
    to.list(0)
  }

  /** The term as an item of the index, or two where it takes more than `long` bytes. */
  items(term: string, long: number): Item[] {
    const item = (name: string, records: Cbor): Item => ({
      term: name,
      bytes: new Cbor().list(3).text(name).list(this.#records).append(records.bytes).list(0).bytes,
    })
    return this.#short === undefined || this.#whole.length <= long
      ? [item(term, this.#whole)]
      : [item(term, this.#short), item(wholeTerm(term), this.#whole)]
  }
}

/** A term with its records, as the index has it. */
interface Item {
  readonly term: string
  readonly bytes: Uint8Array
}

/** A part of the index: between which terms it stands, and what is in it. */
export interface IndexPart {
  readonly from: string
  readonly to: string
  readonly content: Uint8Array
}

/** Terms in parts of much the same size; one that is larger by itself is a part. */
function inParts(items: readonly Item[], most: number): Item[][] {
  const parts: Item[][] = []
  let size = 0
  for (const own of items) {
    const part = parts.at(-1)
    if (part === undefined || size + own.bytes.length > most) {
      parts.push([own])
      size = own.bytes.length
    } else {
      part.push(own)
      size += own.bytes.length
    }
  }
  return parts
}

/** As much of a term as tells that it comes after another. */
function beginning(term: string, before: string): string {
  let length = 0
  while (length < term.length && term[length] === before[length]) length += 1
  return term.slice(0, length + 1)
}

/** Words of records and where they stand, in the form in which Pagefind's program reads them. */
export class IndexWriter {
  readonly #postings = new Map<string, Postings>()
  readonly #words: number[] = []

  /** How many terms each record has, in the order in which they were added. */
  get words(): readonly number[] {
    return this.#words
  }

  /** Adds the next record by its parts. */
  add(parts: readonly IndexedPart[]): void {
    const found = new Map<string, Places>()
    let [shown, described] = [0, 0]
    for (const { weight, terms, isDescription } of parts)
      for (const term of terms) {
        const places: Places = found.get(term) ?? new Map()
        const group = isDescription ? LAST + weight : weight
        const place = isDescription ? DESCRIBED + described++ : shown++
        const own = places.get(group)
        if (own === undefined) found.set(term, places.set(group, [place]))
        else own.push(place)
      }
    for (const [term, places] of found) {
      const postings = this.#postings.get(term) ?? new Postings()
      postings.add(this.#words.length, places)
      this.#postings.set(term, postings)
    }
    this.#words.push(shown + described)
  }

  /** Gives all records that were added a term more, which counts as no word of theirs. */
  addToAll(term: string): void {
    const postings = new Postings()
    for (const record of this.#words.keys()) postings.add(record, new Map([[1, [0]]]))
    if (this.#words.length > 0) this.#postings.set(term, postings)
  }

  /**
   * The index in parts of about `size` bytes, so that a search loads little, and the terms that are in it twice: those
   * of more than `long` bytes, with fewer places of each weight, and under another name with all (`wholeTerm`).
   */
  parts({ size, long }: { readonly size: number; readonly long: number }): {
    readonly parts: readonly IndexPart[]
    readonly longTerms: readonly string[]
  } {
    const items = [...this.#postings]
      .flatMap(([term, postings]) => postings.items(term, long))
      .sort((a, b) => (a.term < b.term ? -1 : 1))
    const groups = inParts(items, size)
    const starts = groups.map((own, index) => beginning(own[0]?.term ?? '', groups[index - 1]?.at(-1)?.term ?? ''))
    const parts = groups.map((own, index): IndexPart => {
      const content = new Cbor().list(1).list(own.length)
      for (const { bytes } of own) content.append(bytes)
      // A term is looked for in the first part that may have it: what the next one begins with ends this one, and packs
      // well, unless it is a term.
      const [next, first] = [starts[index + 1], groups[index + 1]?.[0]?.term]
      const to = next === undefined || next === first ? (own.at(-1)?.term ?? '') : next
      return { from: starts[index] ?? '', to, content: content.bytes }
    })
    const terms = new Set(items.map(({ term }) => term))
    return { parts, longTerms: [...terms].filter((term) => terms.has(wholeTerm(term)) && /q[zx]$/.test(term)) }
  }
}
