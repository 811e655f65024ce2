import { DATE, datesIn } from './dates.ts'

const UNITS = ['s', 'min', 'h', 'hour', 'hours', 'day', 'days', 'week', 'weeks', 'month', 'months', 'year', 'years']
const BETWEEN = ['up to', 'at least', 'to', 'about', 'by', 'from', 'before', 'after', '(uncertain)'] as const

/** Lengths of time and the words between two times, as keys of a table of words. */
export const TIME_MESSAGES = [
  ...UNITS.map((unit) => `{n} ${unit}`),
  ...BETWEEN,
  'time not known',
  'length not known',
] as const

const LENGTH = new RegExp(`([+−]?\\d[\\d.,]*) (${UNITS.toReversed().join('|')})\\b`, 'g')
const WORD = new RegExp(`(?<![\\w(])(?:${BETWEEN.map((word) => word.replace(/[()]/g, '\\$&')).join('|')})(?!\\w)`, 'g')
const CLOCK = /\bUTC(?:[−+]\d\d:\d\d)?|[+−]?\d[\d:.,]*|[\s,–−+]+/g

/**
 * A text that says nothing but when or how long (`about 19 July 2024, 04:09 UTC`, `3 h 12 min to 2 days`) in the words
 * of a table; undefined of any other, so that a sentence of a record is left as it is.
 */
export function timeIn(text: string, words: Readonly<Record<string, string | undefined>>): string | undefined {
  if (!/\d/.test(text)) return undefined
  const rest = [LENGTH, DATE, WORD, CLOCK].reduce((left, pattern) => left.replace(pattern, ' '), text)
  if (rest.trim() !== '') return undefined
  const lengths = text.replace(LENGTH, (_, n: string, unit: string) =>
    (words[`{n} ${unit}`] ?? `{n} ${unit}`).replace('{n}', n),
  )
  return datesIn(
    lengths.replace(WORD, (word) => words[word] ?? word),
    words,
  )
}
