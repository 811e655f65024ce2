import { relative } from 'node:path'
import { count } from '#text/words.ts'
import { checkContent, hasErrors } from '#check/check-content.ts'
import { type Command, hasAudience, SETTING_FLAGS, settingsOf } from '../command.ts'
import { github } from '#check/github.ts'
import { json } from '#check/json.ts'
import { pretty } from '#check/pretty.ts'
import { done } from '../context.ts'

const { content, audience, now, site, base } = SETTING_FLAGS

/** The content folder as seen from where the reader stands: relative where it lies below, whole where it does not. */
function seenFrom(cwd: string, folder: string): string {
  const path = relative(cwd, folder)
  return path.startsWith('..') ? folder : path
}

export const checkCommand: Command = {
  name: 'check',
  summary: 'Check every record: its shape, its references, and the rules of the knowledge base.',
  positionals: [],
  flags: {
    format: {
      value: 'FORMAT',
      oneOf: ['pretty', 'json', 'github'],
      means: 'How findings are printed (default: pretty).',
    },
    content,
    audience,
    now,
    site,
    base,
  },
  notes: [
    'Each finding names its file, line and column, what was expected ' +
      'and found, what to type, and the page of its rule.',
  ],
  async run(context, given) {
    const settings = settingsOf(context, given)
    const { findings, records } = checkContent(settings, hasAudience(context, given), context.progress)
    const exitCode = hasErrors(findings) ? 1 : 0
    const folder = seenFrom(context.cwd, settings.content)
    if (given.flags['format'] === 'json') return done(json(findings), exitCode)
    if (given.flags['format'] === 'github') return done(github(findings, folder), exitCode)
    const read =
      `Checked ${count(records, 'record')}` +
      `${findings.every(({ level }) => level === 'hint') ? ': nothing to mend.' : '.'}`
    return done(`${pretty(findings, { color: context.color, width: context.columns, folder })}${read}\n`, exitCode)
  },
}
