import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { audienceOf, checkContent, everybody, type ToCheck } from '#check/check-content.ts'
import { pretty } from '#check/pretty.ts'
import { readContents } from '#content/read.ts'
import { siteContextOf } from '#content/site-context.ts'
import type { Settings } from '#content/settings.ts'
import { type Knowledge, link } from '#knowledge/knowledge.ts'
import type { AnyEntry } from '#schema/entry.ts'
import type { Tlp } from '#schema/vocabularies.ts'
import { type Arguments, settingsOf } from '../command.ts'
import { type CommandContext, done, type Result, UsageError } from '../context.ts'
import { unknownId } from '../unknown-id.ts'
import { dropWords } from '../release/write-ledger.ts'
import { RecordText } from './record-text.ts'
import { replaceFile } from './replace-file.ts'

/** A record that a command is about to change. */
export interface Edited {
  readonly entry: AnyEntry
  readonly knowledge: Knowledge
  readonly settings: Settings
  /** What everybody may see of the content. */
  readonly open: readonly AnyEntry[]
  readonly text: RecordText
  /** Whether every other record could be read. */
  readonly isWhole: boolean
}

function readBoth(settings: Settings) {
  const [all, open] = readContents(
    settings.content,
    [audienceOf(settings, false), everybody(settings)],
    settings.schemas,
  )
  if (!all || !open) throw new Error('a reading gave nothing')
  return { all, open }
}

const isWhole = (unread: ReadonlySet<string>, { id }: AnyEntry): boolean => [...unread].every((one) => one === id)

/** The records of these files, ready to be changed; those that cannot be read are not among them. */
export function editedFiles(settings: Settings, files: ReadonlySet<string>): Edited[] {
  const { all, open } = readBoth(settings)
  const knowledge = link(all.entries, siteContextOf(settings, all.site))
  return all.entries
    .filter(({ file }) => files.has(file))
    .map((entry) => ({
      entry,
      knowledge,
      settings,
      open: open.entries,
      isWhole: isWhole(all.unread, entry),
      text: new RecordText(readFileSync(join(settings.content, entry.file), 'utf8'), !entry.file.endsWith('.yaml')),
    }))
}

const withErrors = (id: string) =>
  new UsageError(`the record "${id}" has errors, which come first. "aftermath check" prints each with its remedy.`)

/**
 * Changes one record by its id: `change` edits its text and says in a line what it did. The content is checked
 * afterwards; where the record then has an error, its file is put back as it was and the errors are printed (exit 1).
 * @throws UsageError for an id that no record has, or one with errors; WriteError where the file cannot be written.
 */
export function editRecord(
  context: CommandContext,
  given: Arguments,
  id: string,
  change: (edited: Edited) => string,
): Result {
  const settings = settingsOf(context, given)
  const { all, open } = readBoth(settings)
  const knowledge = link(all.entries, siteContextOf(settings, all.site))
  const entry = knowledge.find(id)
  if (!entry) throw all.unread.has(id) ? withErrors(id) : unknownId(knowledge, id)
  const path = join(settings.content, entry.file)
  const before = readFileSync(path, 'utf8')
  const text = new RecordText(before, !entry.file.endsWith('.yaml'))
  const others = isWhole(all.unread, entry)
  const said = change({ entry, knowledge, settings, open: open.entries, text, isWhole: others })
  replaceFile(path, text.toString())
  const again = readBoth(settings)
  const toCheck: ToCheck = { content: again.all, open: again.open.entries, ledgers: ['open', 'restricted'] }
  const errors = checkContent(settings, false, context.progress, toCheck).findings.filter(
    ({ level, file }) => level === 'error' && file === entry.file,
  )
  if (errors.length === 0) {
    dropWords(settings.content, { all: again.all.entries, open: again.open.entries })
    return done(`${said}\n`)
  }
  replaceFile(path, before)
  return {
    exitCode: 1,
    stdout: pretty(errors, { color: context.color, width: context.columns, folder: settings.content }),
    stderr: `aftermath: ${entry.file} was left as it was, because the change would make it wrong as printed.\n`,
  }
}

/** The present to the minute, or the instant given with --now, as a Moment. */
export function presentMoment(context: CommandContext, given: Arguments): string {
  const now = given.flags['now'] ?? context.env['AFTERMATH_NOW']
  const instant = now === undefined || now === '' ? context.clock : settingsOf(context, given).now
  return `${new Date(instant).toISOString().slice(0, 16)}Z`
}

/** What a revision of a record says beside its number and date. */
export interface Revision {
  readonly type: string
  readonly summary: string
  readonly changed?: readonly string[]
  readonly retracted?: readonly string[]
  /** Level of who may know of it, where that is above the record's own. */
  readonly tlp?: Tlp | undefined
}

/**
 * Adds a revision to the history of a record and counts it. `at` is the present as a Moment: a day that has a revision
 * already gives the next one its time. A history that began by itself is written out first.
 */
export function addRevision(
  { entry, text }: Edited,
  at: string,
  { type, summary, changed = [], retracted = [], tlp }: Revision,
) {
  const { data } = entry
  const revision = data.revision + 1
  const day = at.slice(0, 10)
  if (!/^history:/m.test(text.toString()))
    for (const { revision: number, date, type: kind, summary: words } of data.history)
      text.append('history', { revision: number, date, type: kind, summary: words })
  text.append('history', {
    revision,
    date: data.history.some(({ date }) => date.slice(0, 10) === day) ? at : day,
    type,
    summary,
    ...(changed.length === 0 ? {} : { changed }),
    ...(retracted.length === 0 ? {} : { retracted }),
    ...(tlp === undefined ? {} : { tlp }),
  })
  text.set('revision', revision)
  return revision
}

/** A summary for a history, which takes at most 300 characters. Throws a UsageError for a longer one or none. */
export function summaryOf(words: string): string {
  const summary = words.replace(/\s+/g, ' ').trim()
  if (summary === '') throw new UsageError('expected what changed in a sentence, found nothing')
  if (summary.length > 300)
    throw new UsageError(`expected what changed in at most 300 characters, found ${summary.length}`)
  return summary
}
