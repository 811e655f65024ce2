import { released } from '#knowledge/ledger.ts'
import { type LedgerFile, type LedgerName, LEDGERS, WORDS_FILE } from '#schema/release.ts'
import { count } from '#text/words.ts'
import { digest, readLedger } from '#content/ledger-file.ts'
import { readContents } from '#content/read.ts'
import { Report } from '#content/report.ts'
import { audienceOf, checkContent, everybody, hasErrors } from '#check/check-content.ts'
import { type Command, SETTING_FLAGS, settingsOf } from '../command.ts'
import { changesOf, withoutFields } from '../release/changes.ts'
import { writeLedger, writeWords } from '../release/write-ledger.ts'
import { pretty } from '#check/pretty.ts'
import { done } from '../context.ts'

const { content, now } = SETTING_FLAGS

export const releaseCommand: Command = {
  name: 'release',
  summary:
    'Write down what is published now, so that "aftermath check" can ' +
    'tell when any of it vanishes or changes without a word.',
  positionals: [],
  flags: { content, now },
  notes: [
    `Writes ${LEDGERS.open} in the content folder: each public record with its revision and a digest of each of ` +
      'its parts and of the fields that readers cite or that decide a verdict. What is above CLEAR or under ' +
      `embargo goes into ${LEDGERS.restricted}. ${WORDS_FILE} keeps what everybody may see of the parts, so that ` +
      'a page can show a reader who comes by an older citation what a part said then. Commit all of them.',
    'Adds and brings up to date, never takes an id away. Nothing is written ' +
      'while the check finds errors. Run again, it changes nothing.',
  ],
  async run(context, given) {
    const settings = settingsOf(context, given)
    // Read once for the check and for the ledgers, which are compared and written from the same records.
    const [all, open] = readContents(
      settings.content,
      [audienceOf(settings, false), everybody(settings)],
      settings.schemas,
    )
    const { findings } = checkContent(settings, false, context.progress, {
      content: all,
      open: open.entries,
      ledgers: ['open', 'restricted'],
    })
    if (hasErrors(findings)) {
      const errors = findings.filter(({ level }) => level === 'error')
      return {
        exitCode: 1,
        stdout: pretty(errors, { color: context.color, width: context.columns, folder: settings.content }),
        stderr: 'Nothing was released: the content has errors.\n',
      }
    }
    const read = (name: LedgerName): LedgerFile | undefined => readLedger(settings.content, name, new Report())?.ledger
    const before = { open: read('open'), restricted: read('restricted') }
    const after = released({ all: all.entries, open: open.entries }, before, digest)
    const lines = changesOf(before.open, after.open)
    // Output may stand in a log that more people read than the content.
    const hidden = changesOf(before.restricted, after.restricted).length
    const words = writeWords(settings.content, { all: all.entries, open: open.entries })
    const upgraded = withoutFields(before.open) + withoutFields(before.restricted)
    const wrote = (['open', 'restricted'] as const).filter((name) => writeLedger(settings.content, name, after[name]))
    const summary =
      wrote.length === 0 && !words
        ? 'Nothing new since the last release.'
        : `Wrote ${[...wrote.map((name) => LEDGERS[name]), ...(words ? [WORDS_FILE] : [])].join(' and ')}: ` +
          `${count(Object.keys(after.open.records).length, 'public record')}.`
    return done(
      [
        ...lines,
        ...(hidden === 0 ? [] : [`Restricted: ${count(hidden, 'record')}.`]),
        ...(upgraded === 0
          ? []
          : [`Took down the fields of ${count(upgraded, 'record')}, which the last release did not.`]),
        summary,
        '',
      ].join('\n'),
    )
  },
}
