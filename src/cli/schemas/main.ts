import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { readSettings } from '#content/settings.ts'
import { readArguments } from '../arguments.ts'
import { SETTING_FLAGS } from '../command.ts'
import { commandHelp } from '../help.ts'
import { script } from '../script.ts'
import { UsageError } from '../world.ts'
import { writeProblem } from '../write-problem.ts'
import { SCHEMA_FOLDER, writeSchemas } from './write-schemas.ts'

const COMMAND = {
  name: 'schemas',
  summary: 'Write the JSON Schemas of this engine into the content folder, where editors find them.',
  positionals: [],
  flags: { content: SETTING_FLAGS.content },
  notes: [],
}

script('npm run schemas', () => {
  const { flags } = readArguments(COMMAND, process.argv.slice(2))
  if (flags['help'] !== undefined) return commandHelp(COMMAND, 'npm run')
  const { content } = readSettings(flags, process.env, process.cwd(), Date.now())
  if (!existsSync(content))
    throw new UsageError(
      `expected a content folder at ${content}, found none. Name one with --content or AFTERMATH_CONTENT`,
    )
  try {
    writeSchemas(content)
  } catch (error) {
    throw writeProblem(error, content)
  }
  return `Wrote ${join(content, SCHEMA_FOLDER)}\n`
})
