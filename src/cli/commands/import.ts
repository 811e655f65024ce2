import { existsSync } from 'node:fs'
import { basename, dirname, join, relative } from 'node:path'
import { audienceOf, checkContent } from '#check/check-content.ts'
import { pretty } from '#check/pretty.ts'
import { readContent } from '#content/read.ts'
import type { ImportSettings, Note } from '#import/draft.ts'
import { FORMATS, type Format, importDocument } from '#import/import-document.ts'
import { isAmbiguous, readZone } from '#import/zones.ts'
import { visible } from '#schema/characters.ts'
import { count } from '#text/words.ts'
import { type Arguments, type Command, SETTING_FLAGS, settingsOf } from '../command.ts'
import { type CommandContext, type Result, UsageError } from '../context.ts'
import { findDocuments, type FoundDocument, readDocumentFile } from '../import/find-documents.ts'
import { hasPicture, type RecordText, recordTexts, writeImport } from '../import/write-imports.ts'

const { content, now } = SETTING_FLAGS

const isFormat = (value: string | undefined): value is Format => FORMATS.some((format) => format === value)

/** A zone as asked for by flag; throws a UsageError for one that is none, or several. */
function timezoneOf(value: string | undefined): string | undefined {
  if (value === undefined) return undefined
  const zone = readZone(value)
  if (zone === undefined)
    throw new UsageError(
      `expected a time zone after --timezone, such as UTC, +02:00 or Europe/Berlin, found "${value}"`,
    )
  if (isAmbiguous(zone))
    throw new UsageError(
      `expected a time zone of one meaning after --timezone, found "${value}"; write ${zone.names.join(' or ')}`,
    )
  return value
}

/** One note for a person: where, what, what to do. */
function show(name: string, { line, message, fix }: Note): string {
  const place = line === undefined ? name : `${name}:${line}`
  return [`${visible(place)}: ${visible(message)}`, ...(fix === undefined ? [] : [`    Fix: ${visible(fix)}`])].join(
    '\n',
  )
}

/** The records of one document with its notes; `failed` where it gives none. */
function readRecords(document: FoundDocument, settings: ImportSettings, format: Format | undefined) {
  const text = readDocumentFile(document)
  if (typeof text !== 'string') return { records: [], notes: [text], failed: true }
  const { drafts, companions, notes, refused } = importDocument(text, settings, format)
  return {
    records: recordTexts(drafts, companions),
    notes: [...notes, ...(refused ? [refused] : [])],
    failed: refused !== undefined,
  }
}

/** The check of what was written, in words; empty where there is nothing to mend. */
function checked(context: CommandContext, given: Arguments, written: readonly string[]) {
  const settings = settingsOf(context, given)
  const files = new Set(written)
  const findings = checkContent(settings, false, context.progress).findings.filter(
    ({ file, level }) => files.has(file) && (level === 'error' || level === 'warn'),
  )
  const folder = relative(context.cwd, settings.content)
  return {
    clean: findings.every(({ level }) => level !== 'error'),
    text: pretty(findings, {
      color: false,
      width: context.columns,
      folder: folder.startsWith('..') ? settings.content : folder,
    }),
  }
}

function dryRun(records: readonly RecordText[], folder: string): string {
  if (records.length === 1) return records[0]?.text ?? ''
  return records.map(({ file, text }) => `==> ${join(folder, file)} <==\n${text}`).join('\n')
}

export const importCommand: Command = {
  name: 'import',
  summary: 'Make records of postmortems in Markdown or HTML, of status pages in JSON, and of CSAF advisories.',
  positionals: ['FILE', '[FILE...]'],
  flags: {
    format: {
      value: 'FORMAT',
      oneOf: FORMATS,
      means: 'Form of the documents (default: by the name and the beginning of each).',
    },
    timezone: {
      value: 'ZONE',
      means:
        'Zone of times that name none, and of abbreviations that several share: ' +
        'UTC, +02:00, Europe/Berlin (default: timezone in site.yaml).',
    },
    'dry-run': { means: 'Print the records instead of writing them.' },
    content,
    now,
  },
  notes: [
    'FILE may be a folder: every .md, .html and .json file in it is imported, and one that cannot be does ' +
      'not stop the others. The path of each new record goes to standard output; what could not be placed ' +
      'goes to standard error and stays in the body of the record. Nothing is ever overwritten.',
  ],
  async run(context, given): Promise<Result> {
    const settings = settingsOf(context, given)
    const format = isFormat(given.flags['format']) ? given.flags['format'] : undefined
    const zone = timezoneOf(given.flags['timezone'])
    const isDry = given.flags['dry-run'] !== undefined
    const before = readContent(settings.content, audienceOf(settings, false), settings.schemas)
    const ids = new Set(before.entries.flatMap(({ id, data }) => [id, ...data.aliases]))
    const { account, tlp, severities, timezone, publisher } = before.site
    const shared = {
      account,
      tlp,
      severities: severities.map(({ id, label }) => ({ id, label })),
      today: settings.today,
      hasOrganization: (id: string) => existsSync(join(settings.content, 'organizations', `${id}.yaml`)),
      ...(publisher === undefined ? {} : { publisher }),
      ...((zone ?? timezone) ? { timezone: zone ?? timezone ?? 'UTC' } : {}),
    }
    const { documents, passed } = findDocuments(given.positionals, context.cwd)
    const says: string[] = []
    const written: RecordText[] = []
    let failed = documents.length === 0
    for (const [index, document] of documents.entries()) {
      context.progress(`Importing ${index + 1} of ${documents.length}: ${document.name}`)
      const read = readRecords(
        document,
        {
          ...shared,
          name: basename(document.path),
          hasPicture: (path: string) => hasPicture(dirname(document.path), path),
        },
        format,
      )
      failed ||= read.failed
      says.push(...read.notes.map((note) => show(document.name, note)))
      for (const record of read.records) {
        const done = isDry ? { path: '' } : writeImport(settings.content, record, ids, dirname(document.path))
        if (done === undefined) continue
        if ('message' in done) {
          failed = true
          says.push(show(document.name, done))
          continue
        }
        ids.add(record.id)
        written.push(record)
      }
    }
    if (documents.length === 0)
      says.push(`no document to import: expected .md, .html or .json files in ${given.positionals.join(', ')}`)
    if (passed > 0) says.push(`${count(passed, 'file')} of other kinds passed over.`)
    const folder = relative(context.cwd, settings.content) || '.'
    const seen = (file: string) => (folder.startsWith('..') ? join(settings.content, file) : join(folder, file))
    if (isDry)
      return {
        exitCode: failed ? 1 : 0,
        stdout: dryRun(written, folder.startsWith('..') ? settings.content : folder),
        stderr: lines(says),
      }
    const { clean, text } =
      written.length === 0
        ? { clean: true, text: '' }
        : checked(
            context,
            given,
            written.map(({ file }) => file),
          )
    const total =
      documents.length > 1
        ? [`Imported ${count(written.length, 'record')} of ${count(documents.length, 'document')}.`]
        : []
    return {
      exitCode: failed || !clean ? 1 : 0,
      stdout: lines(written.map(({ file }) => seen(file))),
      stderr: lines([...says, ...(text === '' ? [] : [text.trimEnd()]), ...total]),
    }
  },
}

const lines = (all: readonly string[]): string => (all.length === 0 ? '' : `${all.join('\n')}\n`)
