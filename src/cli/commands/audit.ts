import { existsSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import { count } from '#text/words.ts'
import { auditSite, exposedLines, readBoth } from '#extras/audit/audit-site.ts'
import { hasErrors } from '#check/check-content.ts'
import { type Command, SETTING_FLAGS, settingsOf } from '../command.ts'
import { done, UsageError } from '../context.ts'

const { content, now, site, base } = SETTING_FLAGS

export const auditCommand: Command = {
  name: 'audit',
  summary: 'Search a built folder for anything that its audience must not see.',
  positionals: ['DIST'],
  flags: {
    format: { value: 'FORMAT', oneOf: ['pretty', 'json'], means: 'How the report is printed (default: pretty).' },
    content,
    audience: {
      value: 'LEVEL',
      means: 'TLP 2.0 level that the folder was built for: CLEAR (default), GREEN, AMBER, AMBER+STRICT, RED.',
    },
    now,
    site,
    base,
  },
  notes: [
    'Fails on ids, names, titles, addresses, numbers of four or more digits and runs of four words that stand in ' +
      'what was removed for the audience and neither in what it is shown nor in the site without records.',
    'The report names files and never what was found in them, so that it may stand in a build ' +
      'log. "npm run build" runs it before a build takes the place of the last.',
  ],
  async run(context, given) {
    const folder = resolve(context.cwd, given.positionals[0] ?? '')
    if (!existsSync(folder) || !statSync(folder).isDirectory())
      throw new UsageError(`expected a built folder, found none at ${folder}; "npm run build" makes one`)
    const settings = settingsOf(context, given)
    const { toCheck, toShow: _, ...readings } = readBoth(settings)
    if (hasErrors(toCheck.content.findings))
      return {
        exitCode: 1,
        stdout: '',
        stderr:
          'The content has errors, so that nobody can tell what must not be shown. "aftermath check" prints them.\n',
      }
    const exposed = await auditSite(settings, readings, folder)
    const exitCode = exposed.length > 0 ? 1 : 0
    if (given.flags['format'] === 'json') return done(`${JSON.stringify(exposed, null, 2)}\n`, exitCode)
    if (exitCode === 0) return done(`Nothing that TLP:${settings.audience} may not see.\n`)
    return done(
      `${exposedLines(exposed)}${count(exposed.length, 'file')} with what TLP:${settings.audience} may not see.\n`,
      1,
    )
  },
}
