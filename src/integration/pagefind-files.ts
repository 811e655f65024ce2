import { createHash } from 'node:crypto'
import { gunzipSync, gzipSync } from 'node:zlib'
import { recordId } from '#search/catalog.ts'
import { wholeTerm } from '#search/terms.ts'

/** A file of Pagefind's index, by its path from Pagefind's folder. */
export type PagefindFile = Readonly<{ path: string; content: Uint8Array }>

/** What every file of the index begins with, once it is unpacked. */
export const SIGNATURE = 'pagefind_dcd'

// Bytes of terms in one part of the index, before they are packed: a search loads the parts that its words stand in,
// and their names cost every search some bytes each.
const PART = 12_000

// A term that fills a part by itself is kept with as many places of each weight in each record: more would not change
// how well it fits by much. All its places are kept under another name, for phrases.
const PLACES = 6

/** The file that names the terms of which all places stand under another name (`wholeTerm`). */
export const LONG_TERMS = 'long-terms.json'

const ENTRY = 'pagefind-entry.json'
const META = /^pagefind\.(.+)\.pf_meta$/
const INDEX = /^index\/(.+)\.pf_index$/
const FRAGMENT = /^fragment\/(.+)\.pf_fragment$/

const hashOf = (...contents: readonly (Uint8Array | string)[]): string => {
  const hash = createHash('sha256')
  for (const content of contents) hash.update(content)
  return hash.digest('hex')
}

const unpacked = (content: Uint8Array): Buffer => gunzipSync(content).subarray(SIGNATURE.length)

const packed = (...contents: readonly Uint8Array[]): Uint8Array =>
  gzipSync(Buffer.concat([Buffer.from(SIGNATURE), ...contents]), { level: 9 })

const other = (): never => {
  throw new Error('Pagefind wrote an index of another form than that of version 1.5')
}

/** Reads CBOR of the four types that Pagefind's index is made of, one item after the other. */
class Reader {
  readonly #bytes: Buffer
  at = 0

  constructor(bytes: Buffer) {
    this.#bytes = bytes
  }

  /** The type and the number that an item begins with: a value, or a length. */
  head(): readonly [type: number, number: number] {
    const first = this.#bytes.readUInt8(this.at)
    const [type, small] = [first >> 5, first & 31]
    this.at += 1
    if (small < 24) return [type, small]
    const size = 2 ** (small - 24)
    if (size > 4) other()
    const number = this.#bytes.readUIntBE(this.at, size)
    this.at += size
    return [type, number]
  }

  list(): number {
    const [type, length] = this.head()
    return type === 4 ? length : other()
  }

  number(): number {
    const [type, number] = this.head()
    return type === 0 ? number : other()
  }

  text(): string {
    const [type, length] = this.head()
    if (type !== 3) other()
    this.at += length
    return this.#bytes.toString('utf8', this.at - length, this.at)
  }

  /** Passes over an item, whatever is in it. */
  skip(): void {
    for (let left = 1; left > 0; left -= 1) {
      const [type, number] = this.head()
      if (type === 4) left += number
      else if (type === 3) this.at += number
      else if (type > 1) other()
    }
  }

  /** The bytes of an item, which is passed over. */
  item(): Buffer {
    const start = this.at
    this.skip()
    return this.#bytes.subarray(start, this.at)
  }

  rest(): Buffer {
    return this.#bytes.subarray(this.at)
  }
}

function head(type: number, number: number): Buffer {
  const first = type << 5
  if (number < 24) return Buffer.from([first | number])
  const size = number < 0x100 ? 1 : number < 0x10000 ? 2 : 4
  const bytes = Buffer.alloc(1 + size)
  bytes.writeUInt8(first | (24 + Math.log2(size)))
  bytes.writeUIntBE(number, 1, size)
  return bytes
}

const list = (items: readonly Uint8Array[]): Buffer => Buffer.concat([head(4, items.length), ...items])
const number = (value: number): Buffer => head(0, value)

function text(value: string): Buffer {
  const bytes = Buffer.from(value)
  return Buffer.concat([head(3, bytes.length), bytes])
}

interface Term {
  readonly term: string
  readonly bytes: Buffer
}

/** The terms in a part of the index, in order. */
function termsIn(content: Uint8Array): Term[] {
  const reader = new Reader(unpacked(content))
  if (reader.list() !== 1) other()
  return Array.from({ length: reader.list() }, () => {
    const start = reader.at
    if (reader.list() < 2) other()
    const term = reader.text()
    reader.at = start
    return { term, bytes: reader.item() }
  })
}

const named = (name: string, of: Reader): Buffer => {
  const count = of.list()
  of.text()
  return Buffer.concat([head(4, count), text(name)])
}

/** A term under another name. */
function renamed({ bytes }: Term, name: string): Term {
  const reader = new Reader(bytes)
  return { term: name, bytes: Buffer.concat([named(name, reader), reader.rest()]) }
}

/**
 * A term with at most so many places of each weight in each record. Places are written as a weight, a negative number,
 * before the distances of those that have it.
 */
function shortened({ term, bytes }: Term, most: number): Term {
  const reader = new Reader(bytes)
  const start = named(term, reader)
  const pages = Array.from({ length: reader.list() }, () => {
    const fields = reader.list()
    const record = reader.item()
    let left = 0
    const places = Array.from({ length: reader.list() }, () => {
      const place = reader.item()
      left = (place[0] ?? 0) >> 5 === 1 ? most : left - 1
      return left < 0 ? [] : [place]
    }).flat()
    const more = Array.from({ length: fields - 2 }, () => reader.item())
    return Buffer.concat([head(4, fields), record, list(places), ...more])
  })
  return { term, bytes: Buffer.concat([start, list(pages), reader.rest()]) }
}

/** Terms in parts of much the same size; one that is larger by itself is a part. */
function inParts(terms: readonly Term[], most: number): Term[][] {
  const parts: Term[][] = []
  let size = 0
  for (const own of terms) {
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

/**
 * Makes what Pagefind wrote smaller to load: smaller parts of the index, fewer places of terms that would fill a part
 * by themselves, and records that are numbered in its order under a name of the build (`recordId`), where Pagefind
 * names each by a hash of its own. It answers as before, but for the weight of terms that stand in many places.
 *
 * `fragments` are those of the records, with the hash by which Pagefind knows each; `part` is the size of a part in
 * bytes before it is packed, `long` that of a term from which on it has fewer places. Gives the files, the name of the
 * build, and the number of each record by Pagefind's hash. Throws where the index has another form.
 */
export function slimIndex(
  files: readonly PagefindFile[],
  fragments: ReadonlyMap<string, Uint8Array>,
  { part = PART, long = PART }: { readonly part?: number; readonly long?: number } = {},
): {
  readonly files: readonly PagefindFile[]
  readonly build: string
  readonly numbers: ReadonlyMap<string, number>
} {
  const meta = files.find(({ path }) => META.test(path))
  // Without records Pagefind writes its programs and no index.
  if (meta === undefined && fragments.size === 0) return { files, build: hashOf().slice(0, 6), numbers: new Map() }
  if (meta === undefined) return other()
  const entry = files.find(({ path }) => path === ENTRY) ?? other()
  const reader = new Reader(unpacked(meta.content))
  if (reader.list() !== 6) other()
  const version = reader.text()
  const pages = Array.from({ length: reader.list() }, () => {
    if (reader.list() !== 2) other()
    return { hash: reader.text(), words: reader.number() }
  })
  const contents = new Map(files.map(({ path, content }) => [path, content]))
  const terms = Array.from({ length: reader.list() }, () => {
    if (reader.list() !== 3) other()
    reader.skip()
    reader.skip()
    return termsIn(contents.get(`index/${reader.text()}.pf_index`) ?? other())
  }).flat()
  const { true: longTerms = [], false: others = [] } = Object.groupBy(terms, ({ bytes }) => `${bytes.length > long}`)
  const all = [
    ...others,
    ...longTerms.flatMap((own) => [shortened(own, PLACES), renamed(own, wholeTerm(own.term))]),
  ].sort((a, b) => (a.term < b.term ? -1 : 1))
  const build = hashOf(meta.content, ...pages.map(({ hash }) => fragments.get(hash) ?? other())).slice(0, 6)

  const groups = inParts(all, part)
  const starts = groups.map((own, index) => beginning(own[0]?.term ?? '', groups[index - 1]?.at(-1)?.term ?? ''))
  const parts = groups.map((own, index) => {
    const content = packed(head(4, 1), list(own.map(({ bytes }) => bytes)))
    // A term is looked for in the first part that may have it: what the next one begins with ends this one, and packs
    // well, unless it is a term.
    const [next, first] = [starts[index + 1], groups[index + 1]?.[0]?.term]
    const to = next === undefined || next === first ? (own.at(-1)?.term ?? '') : next
    return { from: starts[index] ?? '', to, content, hash: hashOf(content) }
  })
  const short = (hash: string) => hash.slice(0, 7)
  const written = packed(
    head(4, 6),
    text(version),
    list(pages.map(({ words }, index) => list([text(recordId(build, index)), number(words)]))),
    list(parts.map(({ from, to, hash }) => list([text(from), text(to), text(short(hash))]))),
    reader.rest(),
  )
  const [was, is] = [META.exec(meta.path)?.[1] ?? other(), hashOf(written).slice(0, 10)]
  const entryText = Buffer.from(entry.content).toString('utf8').replaceAll(`"${was}"`, `"${is}"`)
  return {
    files: [
      ...files.filter(({ path }) => ![META, INDEX, FRAGMENT].some((form) => form.test(path)) && path !== ENTRY),
      { path: ENTRY, content: Buffer.from(entryText) },
      { path: LONG_TERMS, content: Buffer.from(JSON.stringify(longTerms.map(({ term }) => term))) },
      { path: `pagefind.${is}.pf_meta`, content: written },
      ...parts.map(({ hash, content }) => ({ path: `index/${short(hash)}.pf_index`, content })),
      ...pages.map(({ hash }, index) => ({
        path: `fragment/${recordId(build, index)}.pf_fragment`,
        content: fragments.get(hash) ?? other(),
      })),
    ],
    build,
    numbers: new Map(pages.map(({ hash }, index) => [hash, index])),
  }
}
