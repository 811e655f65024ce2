/** The zone of a clock: an offset that stands for itself (`Z`, `+02:00`), or a name of the IANA database. */
export interface ClockZone {
  readonly offset?: string
  readonly name?: string
}

/** An abbreviation that several zones share, with the names that may be meant. */
export interface AmbiguousZone {
  readonly ambiguous: string
  readonly names: readonly string[]
}

export const isAmbiguous = (zone: ClockZone | AmbiguousZone): zone is AmbiguousZone => 'ambiguous' in zone

const OFFSETS: Readonly<Record<string, string>> = {
  UTC: 'Z',
  GMT: 'Z',
  Z: 'Z',
  WET: '+00:00',
  WEST: '+01:00',
  CET: '+01:00',
  CEST: '+02:00',
  EET: '+02:00',
  EEST: '+03:00',
  MSK: '+03:00',
  PKT: '+05:00',
  SGT: '+08:00',
  HKT: '+08:00',
  AWST: '+08:00',
  JST: '+09:00',
  KST: '+09:00',
  AEST: '+10:00',
  AEDT: '+11:00',
  NZST: '+12:00',
  NZDT: '+13:00',
  BRT: '-03:00',
  EDT: '-04:00',
  EST: '-05:00',
  CDT: '-05:00',
  MDT: '-06:00',
  MST: '-07:00',
  PDT: '-07:00',
  PST: '-08:00',
  AKDT: '-08:00',
  AKST: '-09:00',
  HST: '-10:00',
}

const AMBIGUOUS: Readonly<Record<string, readonly string[]>> = {
  IST: ['Asia/Kolkata', 'Europe/Dublin', 'Asia/Jerusalem'],
  CST: ['America/Chicago', 'Asia/Shanghai', 'America/Havana'],
  BST: ['Europe/London', 'Asia/Dhaka'],
  AMT: ['Asia/Yerevan', 'America/Manaus'],
  AST: ['America/Halifax', 'Asia/Riyadh'],
  GST: ['Asia/Dubai', 'Atlantic/South_Georgia'],
  ECT: ['America/Guayaquil', 'America/Martinique'],
  SST: ['Pacific/Pago_Pago', 'Asia/Singapore'],
}

const NAMED: readonly (readonly [RegExp, string])[] = [
  [/^(?:pacific(?: (?:standard|daylight))?(?: time)?|PT)$/i, 'America/Los_Angeles'],
  [/^(?:mountain time|MT)$/i, 'America/Denver'],
  [/^(?:central time|CT)$/i, 'America/Chicago'],
  [/^(?:eastern(?: (?:standard|daylight))?(?: time)?|ET)$/i, 'America/New_York'],
  [/^central european(?: summer)? time$/i, 'Europe/Berlin'],
]

const IANA =
  String.raw`(?:Africa|America|Antarctica|Asia|Atlantic|Australia|Europe|Indian|Pacific|Etc)\/[A-Za-z_+\-0-9]+` +
  String.raw`(?:\/[A-Za-z_]+)?`
const SIGNED = String.raw`(?:(?:UTC|GMT) ?)?[+\-\u2212](?:1[0-4]|0?\d)(?::?[0-5]\d)?(?![\d:])`
const SHORT = [...Object.keys(OFFSETS), ...Object.keys(AMBIGUOUS)].filter((name) => name !== 'Z').join('|')
const LONG =
  String.raw`[Pp]acific(?: (?:[Ss]tandard|[Dd]aylight))? [Tt]ime|[Ee]astern(?: (?:[Ss]tandard|` +
  String.raw`[Dd]aylight))? [Tt]ime|[Cc]entral [Tt]ime|[Mm]ountain [Tt]ime|[Cc]entral [Ee]uropean` +
  String.raw`(?: [Ss]ummer)? [Tt]ime`

/** A zone as it is written behind a time of day, as the source of a regular expression. */
export const ZONE_AFTER_TIME =
  String.raw`(?:${IANA}|(?:UTC|GMT) ?[+\-\u2212](?:1[0-4]|0?\d)(?::?[0-5]\d)?(?![\d:])|[+](?:1[0-4]|` +
  String.raw`0\d):?[0-5]\d(?!\d)|(?:${SHORT}|utc|gmt|PT|ET|CT|MT)\b|Z\b|${LONG})`

const MENTION = new RegExp(
  String.raw`(?<![\w/+])(?:${IANA}|(?:UTC|GMT) ?[+\-\u2212](?:1[0-4]|0?\d)(?::?[0-5]\d)?(?![\d:])|` +
    String.raw`(?:${SHORT}|utc|gmt|PT|ET)(?![\w/-])|${LONG}|[Pp]acific(?=\)| *$))`,
  'g',
)

/** Whether the platform knows a zone of that name (IANA). */
export function isZoneName(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).format(0) !== ''
  } catch {
    return false
  }
}

/**
 * Reads a zone: an abbreviation of one meaning, an offset, or a name of the IANA database. Undefined for anything else.
 */
export function readZone(text: string): ClockZone | AmbiguousZone | undefined {
  const word = text.trim()
  const upper = word.toUpperCase()
  if (Object.hasOwn(AMBIGUOUS, upper)) return { ambiguous: upper, names: AMBIGUOUS[upper] ?? [] }
  if (Object.hasOwn(OFFSETS, upper)) return { offset: OFFSETS[upper] ?? 'Z' }
  const signed = new RegExp(`^${SIGNED}$`).test(word) ? /([+\-\u2212])(\d{1,2})(?::?(\d{2}))?$/.exec(word) : null
  if (signed) {
    const [, sign = '+', hours = '0', minutes = '00'] = signed
    return { offset: `${sign === '+' ? '+' : '-'}${hours.padStart(2, '0')}:${minutes}` }
  }
  const named = NAMED.find(([pattern]) => pattern.test(word))?.[1]
  if (named !== undefined) return { name: named }
  return /^[A-Za-z]+\//.test(word) && isZoneName(word) ? { name: word } : undefined
}

/** The zones that a text names, as it writes them. */
export const zoneWordsIn = (text: string): string[] =>
  [...text.matchAll(MENTION)].map(([word]) => word).filter((word) => readZone(word) !== undefined)

/** The different zones that a text names, in the order of the text. */
export function zonesIn(text: string): (ClockZone | AmbiguousZone)[] {
  const found = new Map<string, ClockZone | AmbiguousZone>()
  for (const [word] of text.matchAll(MENTION)) {
    const zone = readZone(word)
    if (zone !== undefined) found.set(JSON.stringify(zone), zone)
  }
  return [...found.values()]
}

/** Calendar fields on a clock: year, month, day, hour, minute. */
export type ClockFields = readonly [year: number, month: number, day: number, hour: number, minute: number]

const formatters = new Map<string, Intl.DateTimeFormat>()

/** How far a zone is ahead of UTC at an instant, in minutes. */
function aheadAt(name: string, instant: number): number {
  const format =
    formatters.get(name) ??
    new Intl.DateTimeFormat('en-GB', {
      timeZone: name,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
    })
  formatters.set(name, format)
  const parts = new Map(format.formatToParts(instant).map(({ type, value }) => [type, Number(value)]))
  const field = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? 0
  const there = Date.UTC(field('year'), field('month') - 1, field('day'), field('hour'), field('minute'))
  return Math.round((there - instant) / 60_000)
}

const pad = (value: number) => String(value).padStart(2, '0')

/**
 * The offset of a clock in a zone when it shows these fields (`+01:00`). Where clocks are put back an hour occurs
 * twice, and the first is taken; `twice` then says so. Where they are put forward the offset before serves.
 */
export function offsetAt(zone: ClockZone, fields: ClockFields): { readonly offset: string; readonly twice: boolean } {
  if (zone.offset !== undefined) return { offset: zone.offset, twice: false }
  const [year, month, day, hour, minute] = fields
  const wall = Date.UTC(year, month - 1, day, hour, minute)
  const name = zone.name ?? 'UTC'
  const candidates = [aheadAt(name, wall - 86_400_000), aheadAt(name, wall + 86_400_000)]
  const fitting = candidates.filter((ahead) => aheadAt(name, wall - ahead * 60_000) === ahead)
  const ahead = fitting[0] ?? candidates[0] ?? 0
  const size = Math.abs(ahead)
  return {
    offset:
      ahead === 0 && name.endsWith('UTC')
        ? 'Z'
        : `${ahead < 0 ? '-' : '+'}${pad(Math.floor(size / 60))}:${pad(size % 60)}`,
    twice: new Set(fitting).size > 1,
  }
}
