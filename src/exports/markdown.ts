import { stringify } from 'yaml'
import { outgoing } from '#knowledge/backlinks.ts'
import type { Knowledge } from '#knowledge/knowledge.ts'
import { absolute, routes } from '#urls.ts'
import type { AnyEntry } from '#schema/entry.ts'
import { markdownLink, markdownText } from '#text/markdown.ts'
import { sourcesOf } from '#views/evidence.ts'
import { labelOf } from '#views/label.ts'
import { disclosureOf, siteOf } from './twin.ts'

const isEmpty = (value: unknown) => Array.isArray(value) && value.length === 0

// Quotation marks keep a date from being read as anything but text. Within them the signs of markup are written as escapes, because a
// program that knows no front matter takes it for text.
const yaml = (value: unknown) =>
  stringify(value, { defaultStringType: 'QUOTE_DOUBLE', defaultKeyType: 'PLAIN', lineWidth: 0 })
    .replaceAll('<', '\\x3c')
    .replaceAll('](', ']\\x28')

const section = (title: string, lines: readonly string[]) =>
  lines.length === 0 ? '' : `\n## ${title}\n\n${lines.join('\n')}\n`

function sourceLines(knowledge: Knowledge, entry: AnyEntry): string[] {
  return sourcesOf(knowledge, entry).map(
    ({ id, title, publisher, published, url, route }) =>
      `- \`${id}\`: ${[markdownLink(title, url ?? absolute(knowledge, route)), markdownText(publisher), published].filter(Boolean).join(', ')}`,
  )
}

function recordLines(knowledge: Knowledge, entry: AnyEntry): string[] {
  const ids = new Set(outgoing(entry).flatMap(({ id }) => knowledge.find(id)?.id ?? []))
  const found = [...ids]
    .flatMap((id) => knowledge.find(id) ?? [])
    .filter((other) => other !== entry && other.kind !== 'sources')
  return found.map(
    (other) =>
      `- \`${other.id}\`: ${markdownLink(labelOf(knowledge, other), absolute(knowledge, routes.record(other.kind, other.id)))}`,
  )
}

/**
 * A record as a Markdown file that can be read on its own: everything in the front matter, then title, summary and text, then what
 * the ids stand for.
 * @param text the body as Markdown without components; empty where there is none.
 */
export function markdownTwin(knowledge: Knowledge, entry: AnyEntry, text: string): string {
  const { kind, id, data } = entry
  const url = absolute(knowledge, routes.record(kind, id))
  const fields = Object.fromEntries(Object.entries(data).filter(([, value]) => !isEmpty(value)))
  const { title: site, contentLicense } = siteOf(knowledge)
  const front = {
    ...disclosureOf(knowledge),
    recordKind: kind,
    id,
    url,
    site,
    ...(contentLicense === null ? {} : { licence: contentLicense }),
    ...fields,
  }
  const lead = 'summary' in data ? `\n${markdownText(data.summary)}\n` : ''
  const body = text === '' ? '' : `\n${text.trim()}\n`
  return `---\n${yaml(front)}---\n\n# ${markdownText(labelOf(knowledge, entry))}\n${lead}${body}${section('Sources', sourceLines(knowledge, entry))}${section('Records named', recordLines(knowledge, entry))}`
}
