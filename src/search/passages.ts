/** A stretch of text with the found words marked: plain and marked pieces, to be printed with a space between. */
export type Marked = readonly { readonly text: string; readonly found: boolean }[]

/** The text of an indexed record with the places that can be linked to, as the index keeps it. */
export interface Indexed {
  readonly content: string
  readonly anchors: readonly {
    readonly id: string
    readonly element: string
    readonly location: number
    readonly title?: string
    readonly text?: string
  }[]
}

/** A passage of a record that has some of the words. `anchor` is missing for text before the first anchor. */
export interface Passage {
  readonly anchor?: string
  readonly title?: string
  /** How many different places in it were found. */
  readonly weight: number
  readonly text: Marked
}

const LENGTH = 32

/** Where the stretch of `LENGTH` words begins that holds most of some places, which stand in order. */
function fullest(places: readonly number[]): number | undefined {
  let [from, most, end] = [places[0], 0, 0]
  for (const [index, place] of places.entries()) {
    while ((places[end] ?? Infinity) < place + LENGTH) end += 1
    if (end - index > most) [from, most] = [place, end - index]
  }
  return from
}

/** Index of the first of some places in order that is not before another. */
function firstFrom(places: readonly number[], least: number): number {
  let [low, high] = [0, places.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((places[middle] ?? least) < least) low = middle + 1
    else high = middle
  }
  return low
}

function excerpt(
  words: readonly string[],
  start: number,
  end: number,
  places: readonly number[],
  found: ReadonlySet<number>,
): Marked {
  // Beginning a little before the first of the found words.
  const from = fullest(places) ?? start
  const first = Math.max(start, Math.min(from - 6, end - LENGTH))
  const last = Math.min(end, first + LENGTH)
  const pieces: { text: string; found: boolean }[] = first > start ? [{ text: '…', found: false }] : []
  for (let place = first; place < last; place += 1) {
    const [word, hit, before] = [words[place] ?? '', found.has(place), pieces.at(-1)]
    if (before?.found === hit) before.text += ` ${word}`
    else pieces.push({ text: word, found: hit })
  }
  return last < end ? [...pieces, { text: '…', found: false }] : pieces
}

/** The passages of a record that have any of the found words, best first: those with more of them, then in the order of the text. */
export function passages({ content, anchors }: Indexed, places: readonly number[]): Passage[] {
  const words = content.split(/\s+/)
  const found = new Set(places)
  const inOrder = [...found].sort((a, b) => a - b)
  const starts = anchors
    .filter(({ title, element, text }) => title || (/^h[1-6]$/i.test(element) && text?.trim()))
    .sort((a, b) => a.location - b.location)
  const sections = [{ start: 0, anchor: undefined }, ...starts.map((anchor) => ({ start: anchor.location, anchor }))]
  return sections
    .flatMap(({ start, anchor }, index): Passage[] => {
      const end = sections[index + 1]?.start ?? words.length
      const own = inOrder.slice(firstFrom(inOrder, start), firstFrom(inOrder, end))
      const weight = own.length
      if (weight === 0 || end <= start) return []
      const text = excerpt(words, start, end, own, found)
      return [
        anchor === undefined
          ? { weight, text }
          : { anchor: anchor.id, title: (anchor.title ?? anchor.text ?? '').trim(), weight, text },
      ]
    })
    .sort((a, b) => b.weight - a.weight)
}
