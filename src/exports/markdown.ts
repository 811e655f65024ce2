import { stringify } from 'yaml'
import { type Backlink, outgoing } from '#knowledge/backlinks.ts'
import type { FoundPart, Knowledge } from '#knowledge/knowledge.ts'
import { absolute, routes } from '#urls.ts'
import type { AnyEntry } from '#schema/entry.ts'
import { markdownLink, markdownText } from '#text/markdown.ts'
import { evidence, type Evidence, sourcesOf } from '#views/evidence.ts'
import { labelOf } from '#views/label.ts'
import { partLabel } from '#views/part-label.ts'
import { disclosureOf, siteOf } from './twin.ts'

const isEmpty = (value: unknown) => Array.isArray(value) && value.length === 0

// Quotation marks keep a date from being read as anything but text. Within them the signs of markup are written as
// escapes, because a program that knows no front matter takes it for text.
const yaml = (value: unknown) =>
  stringify(value, { defaultStringType: 'QUOTE_DOUBLE', defaultKeyType: 'PLAIN', lineWidth: 0 })
    .replaceAll('<', '\\x3c')
    .replaceAll('](', ']\\x28')

const section = (title: string, lines: readonly string[]) =>
  lines.length === 0 ? '' : `\n## ${title}\n\n${lines.join('\n')}\n`

const listed = (...parts: readonly (string | undefined)[]) => parts.filter(Boolean).join(', ')

const sourceLines = (knowledge: Knowledge, sources: readonly Evidence[]): string[] =>
  sources.map(({ id, title, publisher, published, url, route }) => {
    const link = markdownLink(title, url ?? absolute(knowledge, route))
    return `- \`${id}\`: ${listed(link, markdownText(publisher), published)}`
  })

function recordLines(knowledge: Knowledge, entry: AnyEntry, links: readonly Backlink[]): string[] {
  const ids = new Set(links.flatMap(({ id }) => knowledge.find(id)?.id ?? []))
  const found = [...ids]
    .flatMap((id) => knowledge.find(id) ?? [])
    .filter((other) => other !== entry && other.kind !== 'sources')
  return found.map((other) => {
    const address = absolute(knowledge, routes.record(other.kind, other.id))
    return `- \`${other.id}\`: ${markdownLink(labelOf(knowledge, other), address)}`
  })
}

/** What a Markdown file is made of, besides what all of them say. */
interface Twin {
  readonly part?: string
  readonly fields: Readonly<Record<string, unknown>>
  readonly title: string
  /** Paragraphs in Markdown, each without its line end; those that are empty are left out. */
  readonly text: readonly string[]
  readonly sources: readonly Evidence[]
  readonly links: readonly Backlink[]
}

function written(knowledge: Knowledge, entry: AnyEntry, { part, fields, title, text, sources, links }: Twin): string {
  const { title: site, contentLicense } = siteOf(knowledge)
  const front = {
    ...disclosureOf(knowledge),
    recordKind: entry.kind,
    id: entry.id,
    ...(part === undefined ? {} : { part }),
    url: absolute(knowledge, routes.record(entry.kind, entry.id, part)),
    site,
    ...(contentLicense === null ? {} : { licence: contentLicense }),
    ...fields,
  }
  return [
    `---\n${yaml(front)}---\n\n# ${markdownText(title)}\n`,
    ...text.filter((one) => one !== '').map((one) => `\n${one}\n`),
    section('Sources', sourceLines(knowledge, sources)),
    section('Records named', recordLines(knowledge, entry, links)),
  ].join('')
}

/**
 * A record as a Markdown file that can be read on its own: everything in the front matter, then title, summary and
 * text, then what the ids stand for.
 * @param text the body as Markdown without components; empty where there is none.
 */
export const markdownTwin = (knowledge: Knowledge, entry: AnyEntry, text: string): string =>
  written(knowledge, entry, {
    fields: Object.fromEntries(Object.entries(entry.data).filter(([, value]) => !isEmpty(value))),
    title: labelOf(knowledge, entry),
    text: ['summary' in entry.data ? markdownText(entry.data.summary) : '', text.trim()],
    sources: sourcesOf(knowledge, entry),
    links: outgoing(entry),
  })

/**
 * One part of a record in the form of its twin: the part alone in the front matter, its words as the title, and what
 * its ids stand for.
 */
export function markdownPart(knowledge: Knowledge, entry: AnyEntry, part: FoundPart): string {
  const links = outgoing(entry).filter((found) => found.part === part.id)
  const record = markdownLink(labelOf(knowledge, entry), absolute(knowledge, routes.record(entry.kind, entry.id)))
  return written(knowledge, entry, {
    part: part.id,
    fields: { revision: entry.data.revision, [part.list]: [part.data] },
    title: partLabel(part),
    text: [`Part of ${record}.`],
    sources: evidence(knowledge, [...new Set(links.map(({ id }) => id))]),
    links,
  })
}
