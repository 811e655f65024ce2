import { either } from './patterns.ts'
import { type Document, oneLine } from './document.ts'
import type { Header } from './header-reader.ts'
import { sectionOf } from './section-kinds.ts'
import { daysIn } from './days.ts'
import { plainText } from './words.ts'

const GENERIC = either(
  'i',
  String.raw`^(?:incident|outage|post[- ]?mortem|rca)(?: (?:report|review|template|analysis))?$`,
  String.raw`^(?:root cause analysis|after action)(?: (?:report|review|template|analysis))?$`,
  String.raw`^(?:(?:current|incident) )?status$`,
  String.raw`^(?:incident (?:report|review|postmortem|post-mortem|summary))(?: (?:report|review|template|analysis))?$`,
)
const PREFIX = either(
  'i',
  String.raw`^(?:\[?(?:blameless )?(?:incident|outage|production|post[- ]?mortem|rca|root cause analysis|` +
    String.raw`after[- ]action|pir|issue summary)(?: (?:report|review|post[- ]?mortem|retrospective|analysis|` +
    String.raw`summary))*\]?(?: for| of| on)?(?: the)?\s*[:–—|-]\s*)+`,
)
const TAG = /^\[(?=[^\]]{0,60}(?:incident|mortem|rca|outage))[^\]]{1,60}\]/i
const NUMBER = /\((?:post-?mortem|incident|ticket|report|pir|rca|id)?[ :]{0,2}#?((?:[A-Z]{1,9}-?)?\d[\w-]{0,30})\)$/i

const named = (name: string) =>
  oneLine(
    name
      .replace(/\.[a-z]+$/i, '')
      .replace(/^(?:19|20)\d\d[-_.]?[01]\d[-_.]?[0-3]\d[-_. ]*/, '')
      .replace(/[-_]+/g, ' '),
  )

/**
 * The title of a document: of its front matter, else its first heading, else its file. The heading that gives it is
 * then held by the record.
 */
export function titleOf(document: Document, header: Header, name: string): string {
  const headings = document.sections.filter(({ heading, depth }) => heading !== undefined && depth <= 6)
  const first = headings.find(({ title }) => title !== '')
  const own = header.title ?? undefined
  const usable = first && sectionOf(first.title) === undefined && !GENERIC.test(first.title) ? first : undefined
  const title = own ?? usable?.title
  if (title === undefined) {
    const words = named(name)
    // A general heading says no less than a general name of a file.
    return plainText(
      words === '' || /^(?:index|readme|postmortem|incident)$/i.test(words)
        ? (first?.title ?? 'Incident')
        : words.charAt(0).toUpperCase() + words.slice(1),
    )
  }
  for (const section of headings)
    if (section.heading && section.title === title) {
      section.heading.accounts = [title]
      break
    }
  return plainText(oneLine(title)).slice(0, 300)
}

/** A title without the number of the report at its end, and the words of it that tell what broke, for an id. */
export function cleanTitle(title: string): { title: string; identifier?: string; forId: string } {
  const number = NUMBER.exec(title)
  const without = number ? title.slice(0, number.index).trim() : title
  let words = without
  for (const day of daysIn(without).reverse()) words = `${words.slice(0, day.from)} ${words.slice(day.to)}`
  const forId = words
    .trim()
    .replace(/ {1,9}(?=[:–—|-])/g, '')
    .replace(PREFIX, '')
    .replace(TAG, '')
  return {
    title: without === '' ? title : without,
    ...(number && without !== '' ? { identifier: number[1] ?? '' } : {}),
    forId: /[\p{L}\p{N}]/u.test(forId) ? forId : without,
  }
}
