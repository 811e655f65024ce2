import type { AnyEntry } from '../schema/entry.ts'
import { kinds } from '../schema/kinds.ts'
import { isObject, partsOf, type Visited, visitStrings } from '../schema/walk.ts'
import { dayOf } from '../time/day.ts'
import { formatText, yearOf } from '../time/format.ts'
import { moment } from '../time/moment.ts'
import type { Secret } from './phrases.ts'

/** A text of a record, what it would be if it were secret, and whether it is a time (times are computed with, so their forms vary). */
export interface Said {
  readonly text: string
  readonly secret: Secret
  readonly time?: boolean
}

const BY_KEY: Readonly<Record<string, Secret>> = { id: 'an id', aliases: 'an id', title: 'a title', url: 'an address', archiveUrl: 'an address' }

function secretOf({ path, meta, value }: Visited): Secret {
  const key = path.findLast((step) => typeof step === 'string')
  if (meta.ref !== undefined || meta.part) return 'an id'
  if (/^https?:\/\/|^[^\s@]+@[^\s@]+$/.test(value)) return 'an address'
  return BY_KEY[String(key)] ?? 'a name'
}

const numbersIn = (value: unknown): number[] =>
  typeof value === 'number' ? [value] : Array.isArray(value) ? value.flatMap(numbersIn) : isObject(value) ? Object.values(value).flatMap(numbersIn) : []

const TARGET = /\]\(\s*<?([^)\s>]*)[^)]*\)/g
const TAG = /<\/?[A-Za-z][^>]*>/g
const PASSAGE = /<Restricted\b[^>]*>([^<]*)<\/Restricted>/g

/** The texts of a body: as written, as read (without tags and targets of links), and what these hold; short restricted passages by themselves. */
function bodySaid(body: string): Said[] {
  const targets = [...body.matchAll(TARGET)].map(([, target = '']) => target)
  const values = [...body.matchAll(TAG)].flatMap(([tag]) => [...tag.matchAll(/"([^"]*)"|'([^']*)'/g)].map(([, double, single]) => double ?? single ?? ''))
  const run = (text: string): Said => ({ text, secret: 'a run of four words' })
  return [
    run(body),
    run(body.replace(TARGET, ']').replace(TAG, '')),
    ...targets.map((text): Said => ({ text, secret: 'an address' })),
    ...values.map((text): Said => ({ text, secret: 'a name' })),
    ...[...body.matchAll(PASSAGE)].map(([, text = '']) => run(text)),
  ]
}

/** Everything that a record says, its id and file among it. Values of closed lists are left out: the schema publishes them. */
export function saidBy({ kind, id, file, data, body = '' }: AnyEntry): Said[] {
  const texts: Said[] = [id, file, ...partsOf(data).map((part) => `${id}#${part.id}`)].map((text) => ({ text, secret: 'an id' }))
  visitStrings(kinds[kind].schema, data, (field) => {
    if (field.closed) return
    texts.push({ text: field.value, secret: secretOf(field), ...(field.meta['moment'] === true ? { time: true } : {}) })
  })
  const numbers = numbersIn(data).map((value): Said => ({ text: String(value), secret: 'a number' }))
  return [...texts, ...numbers, ...bodySaid(body)]
}

const DAY = 86_400_000

/** The UTC days of the two ends of a time, and the days after them, as calendars write them (`20240719`, RFC 5545): their events end with the day after. */
function calendarDays(text: string): string[] {
  const { earliest, latest } = moment(text)
  const ends = [earliest, latest].filter((end) => end !== null)
  return ends.flatMap((end) => [end, end + DAY]).map((instant) => dayOf(instant).replaceAll('-', ''))
}

/** A time in the forms that pages and calendars print; a year by itself counts as a number. */
export function formsOfTime(text: string): string[] {
  return [text, formatText(text), formatText(text, 'written'), ...calendarDays(text)]
}

/** The years that a time touches; none where both ends are open. */
export function yearsOf(text: string): number[] {
  const value = moment(text)
  const last = value.latest === null ? undefined : new Date(value.latest - 1).getUTCFullYear()
  return [yearOf(value), last].filter((year) => year !== undefined)
}
