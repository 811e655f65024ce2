import type { Section } from './fragment.ts'
import { stemOf } from './terms.ts'
import { type Token, tokensIn } from './tokens.ts'

/** A stretch of text with the found words marked: plain and marked pieces, to be printed one after the other. */
export type Marked = readonly { readonly text: string; readonly found: boolean }[]

/** A passage of a record that has some of the words. `anchor` is missing where the page has none for it. */
export interface Passage {
  readonly anchor?: string
  readonly title?: string
  /** How many different words were found in it. */
  readonly weight: number
  readonly text: Marked
  /** Whether it is a field of the record rather than something it says. */
  readonly field: boolean
}

/** Longest excerpt in characters; a longer sentence is cut around what was found. */
const LONGEST = 320
/** A sentence shorter than this is followed by the next one. */
const SHORTEST = 70

let segmenter: Intl.Segmenter | undefined

function sentences(paragraph: string): { readonly text: string; readonly start: number }[] {
  segmenter ??= new Intl.Segmenter('en', { granularity: 'sentence' })
  return [...segmenter.segment(paragraph)].map(({ segment, index }) => ({ text: segment, start: index }))
}

interface Range {
  readonly start: number
  readonly end: number
  readonly word: string
}

/** Where the marked words of a text stand. `marks` are words as `Found` has them. */
export type Finder = (text: string) => readonly Range[]

// Letters beyond those of plain English: what is folded cannot be looked for as it is written.
const FOLDED = /[^\0-\x7f\xa0-\xbf\u2000-\u206f]/

/** Says quickly of most texts without any of the words that they have none. */
function glance(marks: readonly string[]): (text: string) => boolean {
  const beginnings = marks
    .map((word) => stemOf(word).replace(/(?<=..)[ei]$/, ''))
    .filter((word) => /^[a-z0-9.]+$/.test(word))
  if (beginnings.length < marks.length || marks.length === 0) return () => true
  const any = new RegExp(beginnings.map((word) => word.replaceAll('.', '.?')).join('|'))
  return (text) => {
    const lower = text.toLowerCase()
    // A compound may be written with what joins its parts.
    return any.test(lower) || FOLDED.test(text) || any.test(lower.replace(/[^a-z0-9]+/g, ''))
  }
}

/** A finder for some words: whole tokens and pieces of them, whatever their English ending. */
export function finderOf(marks: readonly string[]): Finder {
  const words = new Set(marks)
  const stems = new Set(marks.map(stemOf))
  // Stemming keeps the first character, and to compare that is cheaper by far.
  const initials = new Set(marks.map((word) => word.charAt(0)))
  const known = new Map<string, boolean>()
  const isFound = (key: string) => {
    const found = known.get(key) ?? (words.has(key) || (initials.has(key.charAt(0)) && stems.has(stemOf(key))))
    known.set(key, found)
    return found
  }
  const inToken = ({ start, end, wholes, pieces, inside }: Token): Range[] => {
    const whole = wholes.find((key) => words.has(key)) ?? inside.find((key) => words.has(key))
    const found = pieces.filter(({ key }) => isFound(key)).map(({ key, ...place }) => ({ ...place, word: stemOf(key) }))
    return whole !== undefined && found.length < pieces.length ? [{ start, end, word: whole }] : found
  }
  const mayHave = glance(marks)
  return (text) => (mayHave(text) ? tokensIn(text).flatMap(inToken) : [])
}

function marked(text: string, ranges: readonly Range[]): Marked {
  const pieces: { text: string; found: boolean }[] = []
  let end = 0
  for (const range of ranges) {
    if (range.start > end) pieces.push({ text: text.slice(end, range.start), found: false })
    pieces.push({ text: text.slice(range.start, range.end), found: true })
    end = range.end
  }
  if (end < text.length) pieces.push({ text: text.slice(end), found: false })
  return pieces
}

/** Cuts a long sentence around its first found words, between words. */
function cut(text: string, ranges: readonly Range[]): { readonly text: string; readonly from: number } {
  if (text.length <= LONGEST) return { text, from: 0 }
  const wanted = Math.max(0, Math.min((ranges[0]?.start ?? 0) - 60, text.length - LONGEST))
  const from = wanted === 0 ? 0 : text.indexOf(' ', wanted) + 1
  const last = text.lastIndexOf(' ', from + LONGEST)
  return { text: text.slice(from, last > from && from + LONGEST < text.length ? last : undefined), from }
}

function excerpt(whole: string, found: readonly Range[]): Marked {
  const { text, from } = cut(whole, found)
  const inside = found
    .filter(({ start, end }) => start >= from && end <= from + text.length)
    .map((range) => ({ ...range, start: range.start - from, end: range.end - from }))
  const dots = { text: '…', found: false }
  return [
    ...(from > 0 ? [dots] : []),
    ...marked(text, inside),
    ...(from + text.length < whole.trimEnd().length ? [dots] : []),
  ]
}

/**
 * The sentence of a section that holds most of the words, with the next one where it is short; undefined where none has
 * any.
 */
function passageOf({ id, label, text, field = false }: Section, find: Finder): Passage | undefined {
  let best: { weight: number; text: string; found: readonly Range[] } | undefined
  for (const paragraph of text) {
    const ranges = find(paragraph)
    if (ranges.length === 0) continue
    const all = sentences(paragraph)
    // Both stand in the order of the text.
    let [first, last] = [0, 0]
    for (const [index, { text: own, start }] of all.entries()) {
      const next = own.trim().length < SHORTEST ? (all[index + 1]?.text ?? '') : ''
      const end = start + own.length
      while ((ranges[first]?.start ?? Infinity) < start) first += 1
      last = Math.max(first, last)
      while ((ranges[last]?.end ?? Infinity) <= end) last += 1
      const inside = ranges.slice(first, last)
      const weight = new Set(inside.map(({ word }) => word)).size
      if (weight > (best?.weight ?? 0)) {
        const found = ranges.filter((range) => range.start >= start && range.end <= end + next.length)
        best = {
          weight,
          text: (own + next).trimEnd(),
          found: found.map((range) => ({ ...range, start: range.start - start, end: range.end - start })),
        }
      }
    }
  }
  if (!best) return undefined
  return {
    ...(id === undefined ? {} : { anchor: id }),
    ...(label === undefined ? {} : { title: label }),
    weight: best.weight,
    text: excerpt(best.text, best.found),
    field,
  }
}

/**
 * The passages of a record that have any of the found words, as sentences: those with more of them first, fields last,
 * then in the order of the text.
 */
export const passages = (sections: readonly Section[], find: Finder): Passage[] =>
  sections
    .flatMap((section) => passageOf(section, find) ?? [])
    .sort((a, b) => Number(a.field) - Number(b.field) || b.weight - a.weight)
