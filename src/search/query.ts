import { nearest } from '#text/suggest.ts'
import { MOST_CHARACTERS } from './address.ts'
import { FACET_NAMES, type FacetName, isFacet } from './facet-names.ts'
import type { Operator } from './operator.ts'
import { wordsIn } from './tokens.ts'

/** A query as typed, taken apart. */
export interface Query {
  /** What is searched for as words: the text without operators, phrases and exclusions. */
  readonly text: string
  readonly phrases: readonly string[]
  readonly excluded: readonly string[]
  readonly operators: readonly Operator[]
  /** First day that is not wanted any more, and first day that is wanted: `YYYY-MM-DD`. */
  readonly before?: string
  readonly after?: string
  /** Whether something was typed that holds neither a letter nor a digit to look for, nor an operator. */
  readonly isEmpty: boolean
  /** What could not be used as typed, in words for the person who typed it. */
  readonly notes: readonly string[]
}

const TOKEN = /(?<not>-)?(?:(?<name>\p{L}+):(?<value>"[^"]*"|[^\s"]+)|"(?<phrase>[^"]*)")|(?<word>[^\s"]+|")/gu
const ALSO: Readonly<Record<string, FacetName>> = {
  organization: 'org',
  organisation: 'org',
  vendor: 'org',
  by: 'speaker',
  type: 'kind',
}
const OPERATORS: readonly string[] = [...FACET_NAMES, 'before', 'after']

// In a longer text a word after a hyphen is an option of a command or a line of a diff, not something to leave out.
const MOST_TYPED = 8

const unquoted = (value: string) => value.replace(/^"|"$/g, '')

/** First day that a date such as `2024`, `2024-10` or `2024-07-19` covers; undefined for anything else. */
export function firstDay(value: string): string | undefined {
  const [, year, month = '01', day = '01'] = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(value) ?? []
  if (year === undefined) return undefined
  const text = `${year}-${month}-${day}`
  const at = new Date(`${text}T00:00Z`)
  // A day that its month does not have is none, or one of the next month.
  return Number.isNaN(at.getTime()) || !at.toISOString().startsWith(text) ? undefined : text
}

const unknown = (name: string): string => {
  const near = nearest(name, OPERATORS)
  return (
    `“${name}:” is no operator` +
    `${near ? `; did you mean “${near}:”?` : ` (there are ${OPERATORS.map((own) => `${own}:`).join(', ')}).`} ` +
    'It was searched as words.'
  )
}

/**
 * Takes a query apart. Forgiving: whatever cannot be an operator is searched as words, and `notes` say what was done.
 * Text that looks like an operator but is none of ours (a time, an address, a line of a log) stays text.
 */
export function parseQuery(typed: string): Query {
  const source = typed.slice(0, MOST_CHARACTERS)
  const notes = new Set<string>()
  const words: string[] = []
  const phrases: string[] = []
  const excluded: string[] = []
  const operators: Operator[] = []
  const days: { before?: string; after?: string } = {}
  if (typed.length > MOST_CHARACTERS)
    notes.add(`Only the first ${MOST_CHARACTERS.toLocaleString('en-GB')} characters were used.`)

  function operator(name: string, value: string, start: number, end: number): boolean {
    if (name === 'before' || name === 'after') {
      const day = firstDay(value)
      if (day === undefined)
        notes.add(`“${name}:${value}” is no date; write ${name}:2024, ${name}:2024-07 or ${name}:2024-07-19.`)
      else days[name] = day
      return true
    }
    const facet = isFacet(name) ? name : Object.hasOwn(ALSO, name) ? ALSO[name] : undefined
    if (facet) operators.push({ name: facet, value, start, end })
    return facet !== undefined
  }

  const tokens = [...source.matchAll(TOKEN)]
  for (const match of tokens) {
    const { not, name, value, phrase, word = '' } = match.groups ?? {}
    if (name !== undefined && value !== undefined) {
      if (not) notes.add(`“-${name}:” cannot leave records out; only words can be left out, as in -word.`)
      else if (operator(name.toLowerCase(), unquoted(value), match.index, match.index + match[0].length)) continue
      if (not) continue
      words.push(name, unquoted(value))
      if (!value.startsWith('//') && !/^[\d/:]/.test(value)) notes.add(unknown(name))
    } else if (phrase !== undefined) (not ? excluded : phrases).push(phrase)
    else if (word === '"') notes.add('A quotation mark was not closed; what follows it was searched as words.')
    else if (/^-\p{L}/u.test(word) && tokens.length <= MOST_TYPED) excluded.push(word.slice(1))
    else words.push(word)
  }
  const filled = (list: readonly string[]) => list.filter((own) => wordsIn(own).length > 0)
  const text = words.join(' ')
  const own = { phrases: filled(phrases), excluded: filled(excluded) }
  const narrowed = operators.length > 0 || days.before !== undefined || days.after !== undefined
  return {
    text,
    ...own,
    operators,
    isEmpty: source.trim() !== '' && wordsIn(text).length + own.phrases.length + own.excluded.length === 0 && !narrowed,
    ...days,
    notes: [...notes].slice(0, 3),
  }
}
