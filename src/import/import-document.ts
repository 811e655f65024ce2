import { importCsaf } from './csaf.ts'
import type { Draft, Imported, ImportSettings, Note } from './draft.ts'
import { htmlToMarkdown } from './html.ts'
import { issueDocuments } from './issue-json.ts'
import { importMarkdown } from './markdown.ts'
import { plainTextToMarkdown } from './plain-text.ts'
import { importStatusPage } from './status-page.ts'
import { findStray } from '#schema/characters.ts'

/** The forms of documents that can be imported. */
export const FORMATS = ['markdown', 'html', 'statuspage', 'csaf'] as const
export type Format = (typeof FORMATS)[number]

/** The longest Markdown that makes a record: what the body of one may hold. */
export const LONGEST_TEXT = 200_000

const refused = (message: string, fix: string, line?: number): Imported => ({
  drafts: [],
  companions: [],
  notes: [],
  refused: { ...(line === undefined ? {} : { line }), message, fix },
})

const number = (value: number) => value.toLocaleString('en-GB')

/** Which form a document has, by the name of its file and what it begins with. */
export function formatOf(name: string, text: string): Format | 'json' {
  const start = text.slice(0, 2000).trimStart()
  if (/\.json$/i.test(name) || /^[{[]\s*["{[]/.test(start)) return 'json'
  if (/\.html?$/i.test(name) || /^(?:<!doctype html|<html\b|<\?xml|<head\b|<body\b)/i.test(start)) return 'html'
  return 'markdown'
}

/** Text as records hold it: line ends as `\n`, no byte-order mark. What no text may hold is an answer in words. */
function cleanText(text: string): string | Note {
  const clean = text
    .replace(/^\ufeff/, '')
    .replace(/\r\n?/g, '\n')
    .replace(/[\u2028\u2029]/g, '\n')
  const binary = /[\0-\x08\x0e-\x1a\x1c-\x1f]/.exec(clean)
  if (binary) {
    const code = binary[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')
    return {
      line: clean.slice(0, binary.index).split('\n').length,
      message: `it is no text: it holds the control character U+${code}`,
      fix: 'export the document as Markdown or HTML, and import that',
    }
  }
  return clean
}

/** Takes out what files of records may not hold and nobody sees; says so. */
function withoutStrays(text: string): { text: string; notes: Note[] } {
  let clean = text
  const found: string[] = []
  for (let stray = findStray(clean); stray; stray = findStray(clean)) {
    found.push(stray.found)
    const [character = ''] = clean.slice(stray.index)
    clean = clean.replaceAll(character, character === '\u00a0' ? ' ' : '')
  }
  return {
    text: clean,
    notes:
      found.length === 0
        ? []
        : [{ message: `characters that nobody sees are left out: ${[...new Set(found)].join(', ')}` }],
  }
}

function importJson(text: string, format: Format | 'json', settings: ImportSettings): Imported {
  let data: unknown
  try {
    data = JSON.parse(text)
  } catch (error) {
    return refused(`it is no JSON: ${error instanceof Error ? error.message : ''}`, 'export it again')
  }
  const csaf = format === 'statuspage' ? undefined : importCsaf(data, settings)
  const page =
    csaf ?? (format === 'csaf' ? undefined : importStatusPage(data, settings)) ?? importIssues(data, settings)
  const keys =
    typeof data === 'object' && data !== null && !Array.isArray(data)
      ? Object.keys(data).slice(0, 6).join(', ')
      : `a ${Array.isArray(data) ? 'list' : typeof data}`
  return (
    page ??
    refused(
      'it is JSON of another service: neither the incidents of a status ' +
        `page nor a CSAF document (found: ${keys || 'nothing'})`,
      'export the incidents of the status page (/api/v2/incidents.json), or the postmortem as Markdown or HTML',
    )
  )
}

/** The records of issues: those that tell of an incident, with a note for each that does not. */
function importIssues(data: unknown, settings: ImportSettings): Imported | undefined {
  const issues = issueDocuments(data)
  if (!issues) return undefined
  const read = issues.map(({ name, markdown }) => ({
    name,
    imported: importText(markdown, { ...settings, name }, 'markdown'),
  }))
  const [only, ...more] = read
  if (only && more.length === 0) return { ...only.imported, notes: only.imported.notes.map(withoutLine) }
  return {
    drafts: read.flatMap(({ imported }) => imported.drafts),
    companions: [],
    notes: read.flatMap(({ name, imported }) =>
      [...imported.notes, ...(imported.refused ? [imported.refused] : [])].map(({ message, fix }) => ({
        message: `${name.replace(/^[\d-]+issue-(\d*)\.md$/, 'issue #$1')}: ${message}`,
        ...(fix === undefined ? {} : { fix }),
      })),
    ),
  }
}

/** Makes a record of Markdown that holds no character which files of records may not hold. */
function importText(
  text: string,
  settings: ImportSettings,
  form: 'markdown' | 'html',
  before: readonly Note[] = [],
): Imported {
  const { text: markdown, notes } = withoutStrays(text)
  if (markdown.length > LONGEST_TEXT)
    return refused(
      `a record holds at most ${number(LONGEST_TEXT)} characters, found ${number(markdown.length)}`,
      'split the document, or keep logs and exports outside it',
    )
  const imported = importMarkdown(markdown, settings)
  const seen = form === 'html' ? imported.notes.map(withoutLine) : imported.notes
  return {
    ...imported,
    notes: [...before, ...notes, ...seen],
    ...(imported.refused && form === 'html' ? { refused: withoutLine(imported.refused) } : {}),
  }
}

/** A compiled account begins as a draft, until somebody has compared it with its sources. */
const asBegun = (draft: Draft, { account }: ImportSettings): Draft =>
  (draft.fields.account ?? account) === 'compiled'
    ? { ...draft, fields: { ...draft.fields, recordStatus: 'draft' } }
    : draft

/**
 * Makes records of one document, whatever its form. Depends on its arguments alone, so that the same document gives the
 * same records.
 * @param text the document; a byte-order mark and any line ends are taken.
 * @param format its form; by its name and beginning where it is not given.
 */
export function importDocument(text: string, settings: ImportSettings, format?: Format): Imported {
  const imported = read(text, settings, format)
  return { ...imported, drafts: imported.drafts.map((draft) => asBegun(draft, settings)) }
}

function read(text: string, settings: ImportSettings, format: Format | undefined): Imported {
  const clean = cleanText(text)
  if (typeof clean !== 'string') return { ...refused('', ''), refused: clean }
  if (clean.trim() === '') return refused('it is empty', 'import a file that holds a postmortem')
  const form = format ?? formatOf(settings.name, clean)
  if (form === 'json' || form === 'statuspage' || form === 'csaf') return importJson(clean, form, settings)
  if (form === 'html') {
    const converted = htmlToMarkdown(clean)
    if ('problem' in converted) return refused(converted.problem, converted.fix)
    return importText(converted.markdown, settings, form, converted.notes)
  }
  return importText(/\.te?xt$/i.test(settings.name) ? plainTextToMarkdown(clean) : clean, settings, 'markdown')
}

// Lines of the Markdown that HTML was converted to are none of the file’s.
const withoutLine = ({ message, fix }: Note): Note => ({ message, ...(fix === undefined ? {} : { fix }) })
