import { join } from 'node:path'
import { CollectionsError, readSchemas } from '#integration/own-fields.ts'
import { ConfigurationError, contentOfProject } from '#integration/project-content.ts'
import { ExtensionError } from '#schema/extend.ts'
import { crashReport } from './crash.ts'
import { run } from './run.ts'
import { askAtTerminal } from './terminal.ts'
import { WriteError, writeProblem } from './write-problem.ts'

const WORTH_SAYING = 1000
const args = process.argv.slice(2)
const began = Date.now()

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // A reader that has seen enough (head, less) closes the pipe; that is no fault.
  if (error.code === 'EPIPE') process.exit()
  const problem = writeProblem(error, 'the output')
  process.stderr.write(
    problem instanceof WriteError
      ? `aftermath: ${problem.message}\n`
      : crashReport(error, ['aftermath', ...args].join(' ')),
  )
  process.exit(1)
})

try {
  // What an owner says in astro.config.mjs stands behind the flag and the environment.
  const content =
    args.includes('--content') || process.env['AFTERMATH_CONTENT'] ? undefined : await contentOfProject(process.cwd())
  const { exitCode, stdout, stderr } = await run(args, {
    env: content === undefined ? process.env : { ...process.env, AFTERMATH_CONTENT: content },
    cwd: process.cwd(),
    schemas: await readSchemas(join(process.cwd(), 'src')),
    clock: began,
    color: process.stdout.isTTY && !process.env['NO_COLOR'] && process.env['TERM'] !== 'dumb',
    ...(process.stdin.isTTY ? {} : { stdin: async () => Buffer.concat(await process.stdin.toArray()) }),
    // A terminal that does not tell its width says 0.
    columns: process.stdout.isTTY && process.stdout.columns > 0 ? process.stdout.columns : undefined,
    // Questions need a keyboard and a screen, both of a person.
    ...(process.stdin.isTTY && process.stdout.isTTY ? { ask: askAtTerminal } : {}),
    progress: (line) => {
      if (process.stderr.isTTY && Date.now() - began > WORTH_SAYING) process.stderr.write(`${line}\n`)
    },
  })
  process.stderr.write(stderr)
  process.stdout.write(stdout)
  process.exitCode = exitCode
} catch (error) {
  if (error instanceof CollectionsError || error instanceof ConfigurationError || error instanceof ExtensionError) {
    process.stderr.write(`aftermath: ${error.message}\n`)
    process.exit(2)
  }
  process.stderr.write(crashReport(error, ['aftermath', ...args].join(' ')))
  process.exitCode = 1
}
