import type { Kind } from '#schema/kind-names.ts'
import { kinds } from '#schema/kinds.ts'
import { isObject } from '#schema/walk.ts'
import { beginning } from '#text/words.ts'
import { isProblem, parseMoment } from '#time/moment.ts'
import type { MarkdownRead } from './body/read-markdown.ts'
import type { Report } from './report.ts'
import type { ParsedYaml } from './yaml.ts'

/** A Markdown file, as far as it names itself. */
export interface ProseFile {
  readonly kind: Kind
  readonly id: string
  readonly file: string
}

const LONGEST_SUMMARY = 300
const MONTHS = 'January February March April May June July August September October November December'.split(' ')

/** The title that the front matter gives, if it gives one. */
export const titleIn = ({ value }: ParsedYaml): string | undefined =>
  isObject(value) && typeof value['title'] === 'string' ? value['title'] : undefined

/**
 * The data of a Markdown file with what its text says: the title is that of its first heading, the summary its first
 * paragraph, and `date` is the day it is filed under. What an incident in prose leaves open has the plainest value.
 * Reports what no text can give.
 */
export function withProse(yaml: ParsedYaml, read: MarkdownRead, found: ProseFile, report: Report): ParsedYaml {
  if (!isObject(yaml.value) && yaml.value !== null && yaml.value !== undefined) return yaml
  const { date, ...given } = isObject(yaml.value) ? yaml.value : {}
  const fields = Object.keys(kinds[found.kind].schema.shape)
  const title = given['title'] ?? read.title
  if (title === undefined && fields.includes('title'))
    report.add('field-value', found.file, {
      path: ['title'],
      message: 'expected a title, found neither a first heading that is one nor title: in the front matter',
      fix: 'write it as the first line: # What happened',
    })
  const words = title === undefined ? found.id : title
  const filled = {
    ...(fields.includes('title') ? { title: words, summary: shortened(read.lead) || words } : {}),
    ...(found.kind === 'incidents' ? { kind: 'fault', severity: 'unknown' } : {}),
    ...dated(date, found, yaml, report),
    ...given,
  }
  return { ...yaml, value: filled }
}

/** At most 300 characters of a paragraph: whole sentences where one ends in time, else whole words. */
function shortened(text: string): string {
  if (text.length <= LONGEST_SUMMARY) return text
  const cut = beginning(text, LONGEST_SUMMARY - 1)
  const sentence = Math.max(...[...cut.matchAll(/[.!?](?=\s)|[。！？]/gu)].map(({ index }) => index + 1))
  return sentence > 60 ? cut.slice(0, sentence) : `${cut.slice(0, cut.lastIndexOf(' ')).trimEnd() || cut}…`
}

function dated(date: unknown, found: ProseFile, yaml: ParsedYaml, report: Report): Record<string, unknown> {
  if (found.kind !== 'incidents') return date === undefined ? {} : { date }
  if (date === undefined) return {}
  const day = dayIn(date)
  if (day !== undefined) return found.id.startsWith(`${day}-`) ? {} : { published: day }
  report.add('field-value', found.file, {
    path: ['date'],
    ...yaml.locate(['date']),
    message: `expected a day such as 2024-07-19, found "${String(date)}"`,
    fix: `write date: ${meantDay(date) ?? '2024-07-19, the year first'}`,
  })
  return {}
}

/** The day of a date as Markdown files have it: alone, or with a time in the forms of Jekyll and Hugo. */
function dayIn(date: unknown): string | undefined {
  const day =
    typeof date === 'string' ? /^(\d{4}-\d{2}-\d{2})(?:[T ]\d{1,2}:\d{2}.*)?$/.exec(date.trim())?.[1] : undefined
  return day === undefined || isProblem(parseMoment(day)) ? undefined : day
}

/** The day that is meant by a date in words; undefined where day and month could be either. */
function meantDay(date: unknown): string | undefined {
  const text = String(date)
  const month = MONTHS.findIndex((name) => new RegExp(`\\b${name.slice(0, 3)}[a-z]*\\b`, 'i').test(text)) + 1
  const year = /\b(\d{4})\b/.exec(text)?.[1]
  const day = /\b(\d{1,2})(?:st|nd|rd|th)?\b(?!:)/.exec(text.replace(/\b\d{4}\b/, ''))?.[1]
  const two = (value: string | number) => String(value).padStart(2, '0')
  if (month > 0 && year && day) return `${year}-${two(month)}-${two(day)}`
  const numbers = /^(\d{4})[/.](\d{1,2})[/.](\d{1,2})$/.exec(text)
  if (numbers) return `${numbers[1]}-${two(numbers[2] ?? '')}-${two(numbers[3] ?? '')}`
  const dotted = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text)
  return dotted ? `${dotted[3]}-${two(dotted[2] ?? '')}-${two(dotted[1] ?? '')}` : undefined
}
