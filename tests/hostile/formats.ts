import assert from 'node:assert/strict'
import { parseFeed } from '@rowanmanning/feed-parser'
import { load } from 'cheerio'
import { readMarkdown } from './read-markdown.ts'

const LINKS = new Set(['http', 'https', 'mailto'])
const OWN_TAGS = /^<\/?(?:kbd|sub|sup)>$/

/**
 * Markdown, read by another program, with its front matter or as text: leads to the web alone, and holds no HTML but
 * three plain tags.
 */
export function holdsMarkdown(text: string): void {
  for (const frontmatter of [true, false]) {
    const { schemes, html } = readMarkdown(text, frontmatter)
    assert.deepEqual(
      [[...schemes].filter((scheme) => !LINKS.has(scheme)), html.filter((tag) => !OWN_TAGS.test(tag))],
      [[], []],
      text,
    )
  }
}

// XML 1.0, production 2: what a document may hold.
const NO_XML = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u
// Outside of CDATA an ampersand begins an entity that XML itself knows, and "<" a tag.
const LOOSE = /&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);)|<(?![/?]?[a-z][\w:.-]*(?:\s+[\w:.-]+="[^"<]*")*\s*[/?]?>)/i

/** XML: only characters that it may hold, and nothing loose; gives it parsed. */
export function holdsXml(text: string): ReturnType<typeof load> {
  assert.doesNotMatch(text, NO_XML)
  const outside = text.replace(/<!\[CDATA\[[\s\S]*?\]\]>/g, '')
  assert.doesNotMatch(outside, LOOSE)
  const open: string[] = []
  for (const [, close, name = '', empty] of outside.matchAll(/<(\/?)([a-z][\w:.-]*)[^>]*?(\/?)>/gi)) {
    if (close) assert.equal(open.pop(), name)
    else if (!empty) open.push(name)
  }
  assert.deepEqual(open, [])
  return load(text, { xml: true })
}

/** Atom: XML that a reader of feeds takes; gives the title and the summary of each entry as they are written in it. */
export function holdsAtom(text: string): { title: string; summary: string }[] {
  const xml = holdsXml(text)
  const entries = xml('feed > entry').toArray()
  assert.equal(parseFeed(text).items.length, entries.length)
  return entries.map((entry) => ({
    title: xml(entry).children('title').text(),
    summary: xml(entry).children('summary').text(),
  }))
}

/** RIS: each tag once, in its order, and nothing between the lines. */
export function holdsRis(text: string): void {
  const tags = text.split('\n').map((line) => /^([A-Z][A-Z0-9]) {2}- /.exec(line)?.[1] ?? line)
  assert.deepEqual(tags, ['TY', 'ID', 'TI', 'AU', 'PB', 'T2', 'PY', 'DA', 'ET', 'UR', 'LA', 'N1', 'ER'])
}

const PROPERTIES = new Set(
  (
    'BEGIN END VERSION PRODID NAME X-WR-CALNAME SOURCE UID SEQUENCE DTSTAMP DTSTART ' +
    'DTEND SUMMARY LOCATION DESCRIPTION URL CATEGORIES TRANSP ' +
    'X-MICROSOFT-CDO-BUSYSTATUS X-MICROSOFT-CDO-ALLDAYEVENT X-MICROSOFT-MSNCALENDAR-ALLDAYEVENT'
  ).split(' '),
)

/**
 * iCalendar: lines end as they should, each names a property that this site writes, and there are as many events as
 * were put in.
 */
export function holdsCalendar(text: string, events: number): void {
  assert.doesNotMatch(text.replaceAll('\r\n', ''), /[\r\n]/)
  const lines = text.replace(/\r\n[ \t]/g, '').split('\r\n')
  assert.equal(lines.pop(), '')
  for (const line of lines) assert.ok(PROPERTIES.has(/^[A-Z-]+(?=[;:])/.exec(line)?.[0] ?? ''), line)
  assert.equal(lines.filter((line) => line === 'BEGIN:VEVENT').length, events)
  assert.equal(lines.filter((line) => line === 'END:VEVENT').length, events)
}
