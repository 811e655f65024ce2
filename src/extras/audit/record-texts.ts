import type { AnyEntry } from '#schema/entry.ts'
import { kinds } from '#schema/kinds.ts'
import { isObject, partsOf, type Visited, visitStrings } from '#schema/walk.ts'
import { dayOf } from '#time/day.ts'
import { formatText, yearOf } from '#time/format.ts'
import { moment } from '#time/moment.ts'
import type { SecretKind } from './phrases.ts'

/** A text of a record, and what it would be if it were secret. */
export interface RecordText {
  readonly text: string
  readonly secret: SecretKind
  /** Whether it is a time: times are computed with, so their forms vary. */
  readonly time?: boolean
  /** Whether it points at something. What points at a record does not make the name of that record public. */
  readonly pointer?: boolean
}

const BY_KEY: Readonly<Record<string, SecretKind>> = {
  id: 'an id',
  aliases: 'an id',
  title: 'a title',
  question: 'a title',
  url: 'an address',
  archive: 'an address',
  name: 'a name',
  shortName: 'a name',
  formerNames: 'a name',
  publisher: 'a name',
  authors: 'a name',
  described: 'a name',
}

function secretOf({ path, meta, value }: Visited): SecretKind {
  const key = path.findLast((step) => typeof step === 'string')
  if (isPointer(meta)) return 'an id'
  if (/^https?:\/\/|^[^\s@]+@[^\s@]+$/.test(value)) return 'an address'
  return BY_KEY[String(key)] ?? 'a short text'
}

const isPointer = ({ ref, part }: Visited['meta']): boolean => ref !== undefined || part === true

const numbersIn = (value: unknown): number[] =>
  typeof value === 'number'
    ? [value]
    : Array.isArray(value)
      ? value.flatMap(numbersIn)
      : isObject(value)
        ? Object.values(value).flatMap(numbersIn)
        : []

// Pages pin revisions by themselves, and count them anew where one is removed.
const PIN = /@r\d+\b/g
// Each ends where the next may begin: a body may hold thousands of beginnings in its code.
const TARGET = /\]\(\s?<?([^()\s<>]*)(?:[\s>][^()]*)?\)/g
const TAG = /<\/?[A-Za-z][^<>]*>/g
const PASSAGE = /<Restricted\b[^<>]*>([^<]*)<\/Restricted>/g

/**
 * The texts of a body: as written, as read (without tags and targets of links), and what these hold; short restricted
 * passages by themselves.
 */
function bodyTexts(body: string): RecordText[] {
  const targets = [...body.matchAll(TARGET)].map(([, target = '']) => target)
  const values = [...body.matchAll(TAG)].flatMap(([tag]) =>
    [...tag.matchAll(/"([^"]*)"|'([^']*)'/g)].map(([, double, single]) => double ?? single ?? ''),
  )
  const run = (text: string): RecordText => ({ text, secret: 'a run of four words' })
  return [
    { ...run(body), pointer: true },
    run(body.replace(TARGET, ']').replace(TAG, '')),
    ...targets.map((text): RecordText => ({ text, secret: 'an address', pointer: !/^[a-z]+:/i.test(text) })),
    ...values.map((text): RecordText => ({ text, secret: 'a short text', pointer: true })),
    ...[...body.matchAll(PASSAGE)].map(([, text = '']) => run(text)),
  ]
}

/**
 * Ids by which others can point at a record and its parts: its own, its old ones, and each part with and without the
 * record.
 */
export const idsOf = ({ id, data }: AnyEntry): string[] => [
  id,
  ...data.aliases,
  ...partsOf(data).flatMap((part) => [part.id, `${id}#${part.id}`]),
]

/**
 * Everything that a record says, its ids and file among it. Values of closed lists are left out: the schema publishes
 * them.
 */
export function textsOfRecord(entry: AnyEntry): RecordText[] {
  const { kind, file, data, body = '' } = entry
  const texts: RecordText[] = [file, ...idsOf(entry)].map((text) => ({ text, secret: 'an id' }))
  visitStrings(kinds[kind].schema, data, (field) => {
    if (field.closed) return
    const { value, meta } = field
    texts.push({
      text: value.replace(PIN, ''),
      secret: secretOf(field),
      ...(meta['moment'] === true ? { time: true } : {}),
      ...(isPointer(meta) ? { pointer: true } : {}),
    })
  })
  const numbers = numbersIn(data).map((value): RecordText => ({ text: String(value), secret: 'a number' }))
  return [...texts, ...numbers, ...bodyTexts(body.replace(PIN, ''))]
}

const DAY = 86_400_000

/**
 * The UTC days of the two ends of a time, and the days after them, as calendars write them (`20240719`, RFC 5545):
 * their events end with the day after.
 */
function calendarDays(text: string): string[] {
  const { earliest, latest } = moment(text)
  const ends = [earliest, latest].filter((end) => end !== null)
  return ends.flatMap((end) => [end, end + DAY]).map((instant) => dayOf(instant).replaceAll('-', ''))
}

/** The same as days since 1970, by which a search sorts. */
function dayNumbers(text: string): string[] {
  const { earliest, latest } = moment(text)
  return [earliest, latest].flatMap((end) => (end === null ? [] : [String(Math.floor(end / DAY))]))
}

/** A time in the forms that pages, calendars and the search print; a year by itself counts as a number. */
export function formsOfTime(text: string): string[] {
  return [text, formatText(text), formatText(text, 'written'), ...calendarDays(text), ...dayNumbers(text)]
}

/** The years that a time touches; none where both ends are open. */
export function yearsOf(text: string): number[] {
  const value = moment(text)
  const last = value.latest === null ? undefined : new Date(value.latest - 1).getUTCFullYear()
  return [yearOf(value), last].filter((year) => year !== undefined)
}
