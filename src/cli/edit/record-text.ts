import { isMap, isScalar, isSeq, type Pair, parseDocument, stringify, YAMLMap, type YAMLSeq } from 'yaml'

/** A value as YAML on one line, texts in double quotes. */
export const flow = (value: unknown): string =>
  stringify(value, {
    collectionStyle: 'flow',
    defaultStringType: 'QUOTE_DOUBLE',
    defaultKeyType: 'PLAIN',
    lineWidth: 0,
  }).trim()

type Ranged = { readonly range?: readonly [number, number, number] | null | undefined }

/**
 * The text of a record file, whose fields are changed where they stand: everything else, comments and line breaks
 * included, stays as its author wrote it. The text must hold YAML that can be read, with a map at its top.
 */
export class RecordText {
  #text: string
  readonly #fenced: boolean

  /**
   * `text` is the file; `fenced` says whether its YAML stands between two lines of `---`: prose without any gets them.
   */
  constructor(text: string, fenced: boolean) {
    this.#text = fenced && !/^\uFEFF?---[ \t]*\r?\n/.test(text) ? `---\n---\n\n${text}` : text
    this.#fenced = fenced
  }

  /** Puts another text in the place of the whole. */
  replace(text: string): void {
    this.#text = text
  }

  toString(): string {
    return this.#text
  }

  /** First and last offset of the YAML. */
  #bounds(): { start: number; end: number } {
    if (!this.#fenced) return { start: 0, end: this.#text.length }
    const start = this.#text.indexOf('\n') + 1
    const close = /^---[ \t]*$/m.exec(this.#text.slice(start))
    if (!this.#text.startsWith('---') || !close) throw new Error('expected front matter between two lines of ---')
    return { start, end: start + close.index }
  }

  #map(): { map: YAMLMap; start: number; end: number } {
    const { start, end } = this.#bounds()
    const { contents, errors } = parseDocument(this.#text.slice(start, end))
    if (errors[0]) throw errors[0]
    if (contents === null) return { map: new YAMLMap(), start, end }
    if (!isMap(contents)) throw new Error('expected fields, one on a line')
    return { map: contents, start, end }
  }

  #pair(key: string): { pair: Pair | undefined; start: number; end: number } {
    const { map, start, end } = this.#map()
    const pair = map.items.find((item) => isScalar(item.key) && item.key.value === key)
    return { pair, start, end }
  }

  #splice(from: number, to: number, text: string): void {
    this.#text = this.#text.slice(0, from) + text + this.#text.slice(to)
  }

  #addLine(end: number, line: string): void {
    const before = this.#text.slice(0, end)
    this.#splice(end, end, `${before === '' || before.endsWith('\n') ? '' : '\n'}${line}\n`)
  }

  /** The end of the last line that a value takes, without its line break. */
  #lineEnd(value: Ranged, start: number): number {
    const [from = 0, to = 0] = value.range ?? []
    const last = start + from + this.#text.slice(start + from, start + to).trimEnd().length
    const line = this.#text.indexOf('\n', last)
    return line === -1 ? this.#text.length : line
  }

  /** Gives a field of the record a value; it is written after the others where it is not there yet. */
  set(key: string, value: unknown): void {
    const { pair, start, end } = this.#pair(key)
    const range = (pair?.value as Ranged | null | undefined)?.range
    if (!pair || !range) return this.#addLine(end, `${key}: ${flow(value)}`)
    const [from, to] = range
    const written = this.#text.slice(start + from, start + to)
    this.#splice(start + from, start + from + written.trimEnd().length, flow(value))
  }

  /** Writes a word in the place of each value, given by its path; values that are not there stay as they are. */
  rewrite(words: readonly { readonly path: readonly (string | number)[]; readonly write: string }[]): void {
    const { map, start } = this.#map()
    const places = words.flatMap(({ path, write }) => {
      const node: unknown = map.getIn(path, true)
      const range = isScalar(node) ? node.range : undefined
      return range ? [{ from: start + range[0], to: start + range[1], write }] : []
    })
    // From the end, so that the places of the others stay true.
    for (const { from, to, write } of places.toSorted((a, b) => b.from - a.from)) this.#splice(from, to, write)
  }

  /** Adds an item to a list of the record, which is begun where it is not there. */
  append(key: string, item: unknown): void {
    const { pair, start, end } = this.#pair(key)
    const value = pair?.value
    if (!isSeq(value) || value.items.length === 0) {
      if (pair) this.remove(key)
      return this.#addLine(pair ? this.#bounds().end : end, `${key}:\n  - ${flow(item)}`)
    }
    if (value.flow) {
      const [, to = 0] = (value as Ranged).range ?? []
      const bracket = this.#text.lastIndexOf(']', start + to)
      return this.#splice(bracket, bracket, `, ${flow(item)}`)
    }
    const position = this.#lineEnd(value.items.at(-1) as Ranged, start)
    this.#splice(position, position, `\n${this.#indent(value, start)}- ${flow(item)}`)
  }

  /** Puts an item before the one at a place of a list that the record has. */
  insert(key: string, index: number, item: unknown): void {
    const { pair, start } = this.#pair(key)
    const value = pair?.value
    const next = isSeq(value) ? (value.items[index] as Ranged | undefined) : undefined
    const [from] = next?.range ?? []
    if (!isSeq(value) || from === undefined) return this.append(key, item)
    if (value.flow) return this.#splice(start + from, start + from, `${flow(item)}, `)
    const line = this.#text.lastIndexOf('\n', start + from - 1) + 1
    this.#splice(line, line, `${this.#indent(value, start)}- ${flow(item)}\n`)
  }

  /** The white space before the dashes of a list. */
  #indent(list: YAMLSeq, start: number): string {
    const [from = 0] = (list as Ranged).range ?? []
    const line = this.#text.lastIndexOf('\n', start + from - 1) + 1
    return /^[ \t]*/.exec(this.#text.slice(line))?.[0] ?? ''
  }

  /** Takes a field out of the record, if it is there. */
  remove(key: string): void {
    const { pair, start } = this.#pair(key)
    if (!pair) return
    const [from = 0] = (pair.key as Ranged).range ?? []
    const to = pair.value ? this.#lineEnd(pair.value as Ranged, start) : this.#text.indexOf('\n', start + from)
    this.#splice(start + from, Math.min(to + 1, this.#text.length), '')
  }

  /**
   * Takes the item with an id out of the list that holds it; whether there was one. A list that is left empty goes,
   * too.
   */
  removeItem(id: string): boolean {
    const { map, start } = this.#map()
    for (const { key, value } of map.items) {
      if (!isSeq(value) || !isScalar(key)) continue
      const index = value.items.findIndex((item) => isMap(item) && item.get('id') === id)
      const item = value.items[index]
      if (!isMap(item)) continue
      if (value.items.length === 1) this.remove(String(key.value))
      else if (value.flow)
        this.set(
          String(key.value),
          (value.toJSON() as readonly { readonly id?: unknown }[]).filter((other) => other.id !== id),
        )
      else {
        const [from = 0] = (item as Ranged).range ?? []
        const line = this.#text.lastIndexOf('\n', start + from - 1) + 1
        this.#splice(line, Math.min(this.#lineEnd(item as Ranged, start) + 1, this.#text.length), '')
      }
      return true
    }
    return false
  }
}
