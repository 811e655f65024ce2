import { either } from './patterns.ts'
import type { DraftImpact } from './draft.ts'
import { type Ids, idWords } from './ids.ts'
import { sentences } from './words.ts'

const QUALIFIERS: readonly (readonly [RegExp, DraftImpact['qualifier']])[] = [
  [/^(?:about|around|approximately|approx\.?|roughly|circa|ca\.?|nearly|almost|some|~|≈|close to)$/i, 'about'],
  [/^(?:over|more than|at least|upwards of|in excess of|>|≥|no fewer than|no less than|above)$/i, 'atLeast'],
  [/^(?:up to|as (?:many|much) as|as high as)$/i, 'upTo'],
  [/^(?:at most|no more than|≤)$/i, 'atMost'],
  [/^(?:less than|fewer than|under|below|<)$/i, 'lessThan'],
]
const ABOUT =
  String.raw`(?<about>(?:about|around|approximately|approx\.?|roughly|circa|ca\.?|nearly|almost|an estimated|` +
  String.raw`estimated(?: at)?|close to|over|more than|at least|upwards of|in excess of|no (?:fewer|less) than|` +
  String.raw`above|up to|as (?:many|much) as|as high as|at most|no more than|less than|fewer than|under|below|` +
  String.raw`[~≈<>≥≤])\s?)`
const CURRENCIES: Readonly<Record<string, string>> = {
  '€': 'EUR',
  '£': 'GBP',
  '¥': 'JPY',
  US$: 'USD',
  '₹': 'INR',
  C$: 'CAD',
  A$: 'AUD',
}
const CODES = 'EUR|USD|GBP|CHF|JPY|INR|CAD|AUD|SEK|NOK|DKK|PLN|CNY|BRL|KRW|SGD|NZD|ZAR|MXN'
const NUMBER =
  String.raw`(?<sign>US\$|C\$|A\$|[€£¥₹$])?\s?(?<code1>(?:${CODES})\s)?(?<number>\d{1,3}(?:,\d{3})+(?:\.\d+)?|` +
  String.raw`\d+(?:\.\d+)?)(?:\s?(?<scale>[kK](?![\w])|[mM](?!\w)|[mM]illions?\b|bn\b|[bB]illions?\b|` +
  String.raw`thousand\b))?(?:\s?(?<unit>%|percent\b|per cent\b|(?:${CODES})\b|euros?\b|dollars?\b))?`
const SCALES: readonly (readonly [RegExp, number])[] = [
  [/^(?:k|thousand)$/i, 1e3],
  [/^m(?:illions?)?$/i, 1e6],
  [/^b(?:n|illions?)$/i, 1e9],
]
const FIGURE = new RegExp(String.raw`${ABOUT}?${NUMBER}(?![\d:/.-]*\d|[-\w])`, 'iu')
// `between 200 and 300 users`, `3-5% of requests`.
const RANGE = either(
  'iu',
  String.raw`^(?:between |from )?(?<low>[€£$]?\d[\d,.]*(?: ?[kKmM%](?!\w))?)\s?(?:-|–|—|to|and)\s?` +
    String.raw`(?<high>[€£$]?\d[\d,.]*(?:\s?(?:%|percent\b|[kKmM](?!\w)|million\b))?)(?<rest>\s.*)$`,
)
const LENGTH = new RegExp(
  String.raw`${ABOUT}?(?:(?<d>\d+(?:\.\d+)?)\s?d(?:ays?)?\b[\s,]*(?:and )?)?(?:(?<h>\d+(?:\.\d+)?)\s?h(?:` +
    String.raw`(?:ou)?rs?)?\b[\s,]*(?:and )?)?(?:(?<m>\d+(?:\.\d+)?)\s?m(?:in(?:ute)?s?)?\b[\s,]*(?:and )?)?(?:` +
    String.raw`(?<s>\d+)\s?s(?:ec(?:ond)?s?)?\b)?`,
  'iu',
)
const VERBS =
  String.raw`(?:fail(?:ed|ing)|lost|affected|impacted|dropped|rejected|delayed|missing|were|was|not|returned|` +
  String.raw`experienced|saw|received|could|had|have|timed|unable|duplicated|deleted|refunded|cancell?ed|down|` +
  String.raw`unavailable|errored|blocked)`
const AFTER = new RegExp(
  String.raw`^\s?(?:of (?<of>(?:[\p{L}\p{N}'’-]+ ){0,6}?[\p{L}\p{N}'’-]+)(?= ${VERBS}|$))?\s?(?<noun>` +
    String.raw`(?:[\p{L}'’/-]+ ){0,5}?[\p{L}'’/-]+)?(?<verb> ${VERBS}(?: [\p{L}\p{N}'’#/-]+){0,9})?[.,!]?$`,
  'u',
)
const BEFORE = either(
  'u',
  String.raw`^(?<noun>(?:[\p{L}'’/()-]+ ){0,6}?[\p{L}'’/()-]+?)(?:,? (?<verb>(?:is |was |were |has been )?` +
    String.raw`(?<stat>peak(?:ed|s|ing) at|averaged|reached|hit|rose to|increased to|grew to|dropped to|` +
    String.raw`fell to|decreased to|estimated at|estimated|of|at|:|totall?ed|was|were|is)))?[:]?\s?$`,
)
const MAX_WHAT = 100

const value = (groups: Readonly<Partial<Record<string, string>>>) => {
  const scale = SCALES.find(([pattern]) => pattern.test(groups['scale'] ?? ''))?.[1] ?? 1
  const number = Number((groups['number'] ?? '').replaceAll(',', ''))
  return Math.round(number * scale * 1e6) / 1e6
}

// "1.204 uploads" are twelve hundred to many writers, and nobody counts thousandths of a thing.
const isUnsure = ({ number = '', scale, unit, sign, code1 }: Readonly<Partial<Record<string, string>>>): boolean =>
  /^[1-9]\d{0,2}\.\d{3}$/.test(number) &&
  (scale ?? (unit === '%' ? unit : undefined)) === undefined &&
  (sign ?? code1) === undefined

function unitOf({ unit, sign, code1 }: Readonly<Partial<Record<string, string>>>): string | undefined {
  if (code1) return code1.trim().toUpperCase()
  if (sign !== undefined) return CURRENCIES[sign] ?? (sign === '$' ? 'USD' : undefined)
  if (unit === undefined) return undefined
  if (/^(?:%|per ?cent)$/i.test(unit)) return '%'
  if (/^euros?$/i.test(unit)) return 'EUR'
  return /^dollars?$/i.test(unit) ? 'USD' : unit.toUpperCase()
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

function qualifierOf(words: string | undefined): Partial<DraftImpact> {
  const word = words?.trim() ?? ''
  if (word === '') return {}
  const qualifier = QUALIFIERS.find(([pattern]) => pattern.test(word))?.[1]
  return { ...(qualifier ? { qualifier } : {}), ...(/estimat/i.test(word) ? { nature: 'estimate' as const } : {}) }
}

type Figure = Omit<DraftImpact, 'id' | 'measure'>

/**
 * A length of time as a figure, in the largest unit that needs no fraction; undefined for a text that begins with none.
 */
export function lengthFigure(what: string, text: string): Figure | undefined {
  const match = LENGTH.exec(text)
  const { about, d, h, m, s } = match?.groups ?? {}
  if (!match || match.index > 0 || (d ?? h ?? m ?? s) === undefined) return undefined
  const seconds = Number(d ?? 0) * 86_400 + Number(h ?? 0) * 3600 + Number(m ?? 0) * 60 + Number(s ?? 0)
  const [amount, unit] =
    s !== undefined && seconds % 60 !== 0
      ? [seconds, 'seconds']
      : m !== undefined || seconds % 3600 !== 0
        ? [seconds / 60, 'minutes']
        : h !== undefined || seconds % 86_400 !== 0
          ? [seconds / 3600, 'hours']
          : [seconds / 86_400, 'days']
  return Number.isInteger(amount * 100) ? { what, value: amount, unit, ...qualifierOf(about) } : undefined
}

/** Which statistic the name of a figure says it is. */
function statisticOf(what: string): Pick<Figure, 'statistic'> {
  const word = /\b(median|p50|mean|average|p95|p99|peak|maximum)\b/i.exec(what)?.[1]?.toLowerCase()
  if (word === undefined) return {}
  return {
    statistic:
      word === 'p95' || word === 'p99'
        ? word
        : /median|p50/.test(word)
          ? 'median'
          : /mean|average/.test(word)
            ? 'mean'
            : 'peak',
  }
}

/** A figure out of one clause; undefined where it has none, several, or one that counts nothing named. */
function ofClause(clause: string): Figure | undefined {
  const none = either(
    'iu',
    String.raw`^no (?<noun>(?:[\p{L}'’-]+ ){1,4})(?:was |were |has been |have been )?(?<verb>lost|affected|` +
      String.raw`impacted|deleted|corrupted|exposed|leaked)\.?$`,
  ).exec(clause)
  if (none?.groups) return { what: capital(`${none.groups['noun']}${none.groups['verb']}`), value: 0, nature: 'count' }
  const between = RANGE.exec(clause)
  if (between?.groups) {
    const { low = '', high = '', rest = '' } = between.groups
    const [from, to] = [FIGURE.exec(low)?.groups, FIGURE.exec(high)?.groups]
    const figure = from && to ? counted(rest, {}, unitOf(to)) : undefined
    return figure && from && to
      ? { ...figure, min: value({ ...from, scale: from['scale'] ?? to['scale'] }), max: value(to) }
      : undefined
  }
  const match = FIGURE.exec(clause)
  const groups = match?.groups
  if (!match || !groups || isUnsure(groups)) return undefined
  const [before, after] = [clause.slice(0, match.index).trim(), clause.slice(match.index + match[0].length)]
  if (/\d/.test(before) || /\d/.test(after.replace(/\b(?:https?|5xx|4xx|[45]0\d|[45]xx)\b/gi, ''))) return undefined
  const unit = unitOf(groups)
  const qualifier = qualifierOf(groups['about'])
  const base = { value: value(groups), ...qualifier }
  if (before === '') return counted(after, base, unit)
  const named = BEFORE.exec(before)
  if (!named?.groups) return undefined
  const what = capital((named.groups['noun'] ?? '').replace(/^(?:the|our|an?|total) /i, ''))
  const tail = clause.slice(match.index).trim()
  const length = lengthFigure(what, tail)
  if (length && LENGTH.exec(tail)?.[0].trim() === tail && what.length <= MAX_WHAT)
    return { ...length, ...statisticOf(what) }
  if (unit === undefined) return undefined
  const stat = named.groups['stat'] ?? ''
  if (what === '' || what.length > MAX_WHAT || !/^[.,!]?$/.test(after.trim())) return undefined
  return {
    what,
    ...base,
    ...(/^peak|^reached|^hit/.test(stat)
      ? { statistic: 'peak' as const }
      : /^averag/.test(stat)
        ? { statistic: 'mean' as const }
        : /^total/.test(stat)
          ? { statistic: 'total' as const }
          : {}),
    ...(/^estimat/.test(stat) ? { nature: 'estimate' as const } : {}),
    ...(unit === undefined ? {} : { unit }),
  }
}

/** `18,000 orders failed`, `78% of requests failed in the US region`. */
function counted(after: string, base: Omit<Figure, 'what'>, unit: string | undefined): Figure | undefined {
  const groups = AFTER.exec(after.trimEnd())?.groups
  if (!groups) return undefined
  const of = groups['of']
  const noun = (groups['noun'] ?? '').trim()
  const verb = (groups['verb'] ?? '').trim()
  const what = capital(
    [of, noun, verb]
      .filter((part) => part)
      .join(' ')
      .trim(),
  )
  if (
    what.length < 3 ||
    what.length > MAX_WHAT ||
    /^(?:minutes?|hours?|days?|seconds?|am|pm|utc|x|times?)\b/i.test(what)
  )
    return undefined
  const things = noun.split(' ').at(-1) ?? ''
  return {
    what,
    ...base,
    ...(unit !== undefined ? { unit } : /s$/.test(things) && verb !== '' ? { unit: things } : {}),
    ...(of === undefined ? {} : { of }),
  }
}

/**
 * The figures that a text of an impact section tells plainly: one to a clause, with what it counts. `missed` are
 * clauses with a figure that was not understood.
 */
export function figuresIn(text: string): { figures: Figure[]; missed: string[] } {
  const figures: Figure[] = []
  const missed: string[] = []
  const clauses = text
    .split('\n')
    .flatMap((line) => sentences(line.trim().replace(/^[-*•]\s+/, '')))
    .flatMap((sentence) => sentence.split(/; |, (?=and )|(?<!\b[Bb]etween\s[^ ]{1,12}) (?=and [~<>]?[€£$]?\d)/))
    .map((clause) =>
      clause
        .trim()
        .replace(/^and\s+/, '')
        .replace(/[.;]$/, ''),
    )
  for (const clause of clauses) {
    const pair = /^(?<what>[\p{L}][\p{L}\d\s()/'’-]{2,60}):\s+(?<rest>.+)$/u.exec(clause)?.groups
    const figure = pair ? ofPair(pair['what'] ?? '', pair['rest'] ?? '') : (ofClause(clause) ?? lasted(clause))
    if (figure) figures.push(figure)
    else if (/(?<![\w.#-])\d[\d,.]*\s?(?:%|k\b|million|[€£$]|\p{L})/u.test(clause) || /[€£$]\d/.test(clause))
      missed.push(clause)
  }
  return { figures, missed }
}

function ofPair(what: string, rest: string): Figure | undefined {
  const length = lengthFigure(what, rest)
  if (length && LENGTH.exec(rest)?.[0].trim().length === rest.replace(/\s?\([^()]{0,200}\)$/, '').trim().length)
    return length
  const match = FIGURE.exec(rest)
  if (!match?.groups || match.index > 0) return ofClause(rest)
  if (isUnsure(match.groups)) return undefined
  const tail = rest.slice(match[0].length).trim()
  if (/\d/.test(tail)) return undefined
  const unit = unitOf(match.groups)
  const word = /^[\p{L}-]+(?: [\p{L}-]+)?$/u.test(tail) ? tail : undefined
  if (tail !== '' && word === undefined) return ofClause(rest)
  return {
    what,
    value: value(match.groups),
    ...qualifierOf(match.groups['about']),
    ...((unit ?? word) ? { unit: unit ?? word ?? '' } : {}),
  }
}

function lasted(clause: string): Figure | undefined {
  const match = /\b(?:lasted|lasting|for a total of|duration of)\s+(?:for\s+)?(.{1,60})$/iu.exec(clause)
  return match ? lengthFigure('Duration', match[1] ?? '') : undefined
}

/** Figures as parts of a record. */
export const impactParts = (figures: readonly Figure[], ids: Ids): DraftImpact[] =>
  figures.map((figure) => ({
    id: ids.give('i', figure.what, 4),
    measure: idWords(figure.what, 4) || 'figure',
    ...figure,
  }))
