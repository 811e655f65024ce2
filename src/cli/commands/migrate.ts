import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { checkContent } from '#check/check-content.ts'
import { findFiles } from '#content/files.ts'
import { Report } from '#content/report.ts'
import type { Settings } from '#content/settings.ts'
import { readSite } from '#content/site-file.ts'
import { withSeverities } from '#schema/extend.ts'
import { siteSchema } from '#schema/site.ts'
import { count } from '#text/words.ts'
import { type Command, SETTING_FLAGS, settingsOf } from '../command.ts'
import { done, UsageError } from '../context.ts'
import { compared } from '../edit/compared.ts'
import { addRevision, editedFiles, presentMoment } from '../edit/edit-record.ts'
import { replaceFile } from '../edit/replace-file.ts'
import { migrateText } from '../migrate/migrate-text.ts'
import { SCHEMA_FOLDER, writeSchemas } from '../write-schemas.ts'

/**
 * Writes a revision into each migrated record whose published parts or fields now read otherwise; says so, a line for
 * each.
 */
function reviseReleased(settings: Settings, files: ReadonlySet<string>, at: string): string[] {
  if (files.size === 0) return []
  return editedFiles(settings, files).flatMap((edited) => {
    const { changed, fields, isReleased } = compared(edited)
    if (!isReleased || changed.length + fields.length === 0) return []
    const summary = 'Words of the vocabularies were brought to those in use; nothing else was changed.'
    const revision = addRevision(edited, at, { type: 'editorial', summary, changed })
    replaceFile(join(settings.content, edited.entry.file), edited.text.toString())
    return [`${edited.entry.file} revision ${revision} written: ${[...changed, ...fields].join(', ')}`]
  })
}

export const migrateCommand: Command = {
  name: 'migrate',
  summary: 'Bring records of an earlier version to the words of this one, and say what was changed.',
  positionals: [],
  flags: {
    content: SETTING_FLAGS.content,
    'dry-run': { means: 'Say what would be changed, and write nothing.' },
  },
  notes: [
    'Words of vocabularies that have changed and fields that are gone are changed where ' +
      'they stand; comments and layout stay. Run again, it changes nothing.',
    'A record that was released gets a revision that lists the parts which read otherwise now.',
    'Where something is left that only a person can decide, it says so (exit 1), and "aftermath check" prints it.',
  ],
  async run(context, given) {
    const settings = settingsOf(context, given)
    const { content } = settings
    if (!existsSync(content))
      throw new UsageError(
        `expected a content folder at ${content}, found none. Name one with --content or AFTERMATH_CONTENT`,
      )
    const isDry = given.flags['dry-run'] !== undefined
    const schemas = withSeverities(settings.schemas, readSite(content))
    const records = findFiles(content, new Report()).map(({ kind, file }) => ({ file, schema: schemas[kind] }))
    const files = [
      ...(existsSync(join(content, 'site.yaml')) ? [{ file: 'site.yaml', schema: siteSchema }] : []),
      ...records,
    ]
    const migrated = new Set<string>()
    const lines = files.flatMap(({ file, schema }) => {
      const path = join(content, file)
      const { text, changes } = migrateText(readFileSync(path, 'utf8'), file, schema, !file.endsWith('.yaml'))
      if (changes.length > 0 && !isDry) {
        replaceFile(path, text)
        migrated.add(file)
      }
      return changes.map(({ line, what }) => `${file}:${line} ${what}`)
    })
    if (isDry)
      return done(
        lines.length === 0
          ? 'Nothing to change.\n'
          : [...lines, `${count(lines.length, 'change')}; nothing was written.\n`].join('\n'),
      )
    const revised = reviseReleased(settings, migrated, presentMoment(context, given))
    const hasSchemas = existsSync(join(content, SCHEMA_FOLDER))
    if (hasSchemas) writeSchemas(content, settings.schemas)
    const errors = checkContent(settings, false, context.progress).findings.filter(({ level }) => level === 'error')
    const said = [
      ...lines,
      ...revised,
      lines.length === 0 ? 'Nothing to change.' : `${count(lines.length, 'change')} made.`,
      ...(hasSchemas ? [`Wrote ${join(content, SCHEMA_FOLDER)}.`] : []),
      ...(errors.length === 0 ? [] : [`${count(errors.length, 'error')} left; "aftermath check" prints what to do.`]),
    ]
    return done(`${said.join('\n')}\n`, errors.length === 0 ? 0 : 1)
  },
}
