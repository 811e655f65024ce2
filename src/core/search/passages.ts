/** A stretch of text with the found words marked: plain and marked pieces, to be printed with a space between. */
export type Marked = readonly { readonly text: string; readonly found: boolean }[]

/** The text of an indexed record with the places that can be linked to, as the index keeps it. */
export interface Indexed {
  readonly content: string
  readonly anchors: readonly { readonly id: string; readonly element: string; readonly location: number; readonly title?: string; readonly text?: string }[]
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

function excerpt(words: readonly string[], start: number, end: number, found: ReadonlySet<number>): Marked {
  const places = [...found].filter((place) => place >= start && place < end).sort((a, b) => a - b)
  // The window that holds most of the found words, beginning a little before the first of them.
  const count = (from: number) => places.filter((place) => place >= from && place < from + LENGTH).length
  const from = places.reduce((best, place) => (count(place) > count(best) ? place : best), places[0] ?? start)
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
  const starts = anchors.filter(({ title, element, text }) => title || (/^h[1-6]$/i.test(element) && text?.trim())).sort((a, b) => a.location - b.location)
  const sections = [{ start: 0, anchor: undefined }, ...starts.map((anchor) => ({ start: anchor.location, anchor }))]
  return sections
    .flatMap(({ start, anchor }, index): Passage[] => {
      const end = sections[index + 1]?.start ?? words.length
      const weight = [...found].filter((place) => place >= start && place < end).length
      if (weight === 0 || end <= start) return []
      const text = excerpt(words, start, end, found)
      return [anchor === undefined ? { weight, text } : { anchor: anchor.id, title: (anchor.title ?? anchor.text ?? '').trim(), weight, text }]
    })
    .sort((a, b) => b.weight - a.weight)
}
