import { escaped } from '#text/html.ts'
import { markdownLink, markdownText } from '#text/markdown.ts'
import { formatText } from '#time/format.ts'
import type { Citable } from './cite-part.ts'

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1)
const ended = (text: string) => (/[.?!…]$/.test(text) ? text : `${text}.`)

/** What is cited, in the words that link to it. */
export const citedName = ({ part, title }: Citable): string => (part ? `“${part.label}”` : title)

/** Kind, organization and time: `Event, CrowdStrike, 19 July 2024, 05:27 UTC`. */
export const circumstances = ({ part, kindWord, by, when }: Citable): string =>
  [capital(part?.word ?? kindWord), by, when].filter((word) => word !== undefined).join(', ')

/** `revision 3 of 19 November 2026`. */
export const edition = ({ revision, revised }: Citable): string => `revision ${revision} of ${formatText(revised)}`

/** What a reader should know of an address: nothing, or that it leads nowhere but here. */
export const addressNote = ({ local }: Citable): string => (local ? ' (local copy, no public address)' : '')

/** Everything after the name of what is cited, up to the address. */
const rest = (cited: Citable): string =>
  [
    ` ${circumstances(cited)}.`,
    cited.part ? ` In: ${ended(cited.title)}` : '',
    ` ${cited.site}, ${edition(cited)}.`,
    cited.marking === undefined ? '' : ` ${cited.marking}.`,
  ].join('')

// A name that ends a sentence by itself gets no second stop.
const stop = (cited: Citable) => (/[.?!…]”?$/.test(citedName(cited)) ? '' : '.')

/** A citation as plain text on one line. */
export const asText = (cited: Citable): string =>
  `${citedName(cited)}${stop(cited)}${rest(cited)} ${cited.url}${addressNote(cited)}`

/** A citation as Markdown (CommonMark) on one line; the name of what is cited is the link. */
export const asMarkdown = (cited: Citable): string =>
  `${markdownLink(citedName(cited), cited.url)}${stop(cited)}${markdownText(rest(cited))}${addressNote(cited)}`

/**
 * A citation in a few words, for a review: a link (CommonMark) under the short title, with the label of a part after
 * it.
 */
export function asShort(cited: Citable): string {
  const title = cited.shortTitle ?? cited.title
  const name = cited.part ? `${title}: ${cited.part.label}` : title
  const marked = cited.marking === undefined ? '' : ` (${cited.marking})`
  return `${markdownLink(name, cited.url)}${markdownText(marked)}${addressNote(cited)}`
}

/** A citation as an HTML fragment. */
export const asHtml = (cited: Citable): string =>
  `<cite><a href="${escaped(cited.url)}">` +
  `${escaped(citedName(cited))}</a></cite>${stop(cited)}${escaped(rest(cited))}${addressNote(cited)}`

/**
 * A Git trailer (git-interpret-trailers), which `aftermath refs` finds in commit messages. A label is a trailer of its
 * own: the id of a restricted record tells of it, and commit messages travel further than the record; in the value of
 * the first it would be no reference.
 */
export const asTrailer = ({ reference, marking }: Citable): string =>
  [`Incident-Ref: ${reference}`, ...(marking === undefined ? [] : [`Disclosure: ${marking}`])].join('\n')
