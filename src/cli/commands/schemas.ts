import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { type Command, SETTING_FLAGS, settingsOf } from '../command.ts'
import { SCHEMA_FOLDER, writeSchemas } from '../write-schemas.ts'
import { done, UsageError } from '../context.ts'
import { writeProblem } from '../write-problem.ts'

export const schemasCommand: Command = {
  name: 'schemas',
  summary: 'Write the JSON Schemas of records into the content folder, where editors find them.',
  positionals: [],
  flags: { content: SETTING_FLAGS.content },
  notes: ['Run it again after an upgrade, and when fields or severities of your own change.'],
  async run(context, given) {
    const { content, schemas } = settingsOf(context, given)
    if (!existsSync(content))
      throw new UsageError(
        `expected a content folder at ${content}, found none. Name one with --content or AFTERMATH_CONTENT`,
      )
    try {
      writeSchemas(content, schemas)
    } catch (error) {
      throw writeProblem(error, content)
    }
    return done(`Wrote ${join(content, SCHEMA_FOLDER)}\n`)
  },
}
