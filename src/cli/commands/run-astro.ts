import { existsSync } from 'node:fs'
import { createServer } from 'node:net'
import { ContentError } from '#integration/check-before-build.ts'
import { getSettings } from '#integration/session.ts'
import { restore } from '#integration/swap.ts'
import { type Arguments, type Command, SETTING_FLAGS, settingsOf } from '../command.ts'
import { writeProblem } from '../write-problem.ts'
import { done, type Result, UsageError, type CommandContext } from '../context.ts'

const audience = {
  value: 'LEVEL',
  means: 'TLP 2.0 level that the site is built for: CLEAR (default), GREEN, AMBER, AMBER+STRICT, RED.',
}
const BUILD_FLAGS = { ...SETTING_FLAGS, audience }
const SERVE_FLAGS = { ...BUILD_FLAGS, port: { value: 'NUMBER', means: 'Port to serve on (default: 4321).' } }

/**
 * Puts the flags of this run into the environment, where the integration reads them; what is not given there stands in
 * astro.config.mjs. Wrong values are refused here, before Astro is loaded.
 */
function exportFlags(context: CommandContext, given: Arguments): void {
  settingsOf(context, given)
  for (const name of Object.keys(SETTING_FLAGS)) {
    const value = given.flags[name]
    if (value !== undefined) process.env[`AFTERMATH_${name.toUpperCase()}`] = value
  }
  process.env['ASTRO_TELEMETRY_DISABLED'] = '1'
}

/** The port asked for. Throws a UsageError for what is none. */
function portOf({ flags }: Arguments): number {
  const value = flags['port'] ?? '4321'
  const port = Number(value)
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new UsageError(`expected a port from 0 to 65535 after --port, found "${value}"`)
  return port
}

/** Says that a port is taken before anything is built for it. */
async function requireFree(port: number, command: string): Promise<void> {
  const server = createServer()
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => server.close(() => resolve()))
  }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EADDRINUSE' && error.code !== 'EACCES') throw error
    const why = error.code === 'EACCES' ? 'may not be used by you' : 'is used by another program'
    throw new UsageError(`port ${port} ${why}. Choose another: ${command} --port ${port + 1}`)
  })
}

// Astro takes a second to load, which only these commands need.
const astro = () => import('astro')

const pathIn = (error: Error): string | undefined =>
  'dest' in error && typeof error.dest === 'string'
    ? error.dest
    : 'path' in error && typeof error.path === 'string'
      ? error.path
      : undefined

/** Builds, and tells what keeps the content from being built as a result; other faults are thrown. */
async function built(): Promise<Result> {
  try {
    const { build } = await astro()
    await build({ root: process.cwd(), logLevel: 'warn' })
    return done('')
  } catch (error) {
    if (!(error instanceof Error)) throw error
    // A disk that is full or closed to us is no fault of the program; what was begun is taken away as the process ends.
    if (!('hint' in error)) throw writeProblem(error, pathIn(error) ?? getSettings().out)
    const { message, hint } = error as Error & { readonly hint?: string }
    const stderr = `${message}\n${hint === undefined ? '' : `${hint}\n`}`
    return { exitCode: error instanceof ContentError ? 1 : 2, stdout: '', stderr }
  }
}

async function serve(context: CommandContext, given: Arguments, port: number): Promise<void> {
  const { out } = settingsOf(context, given)
  restore(out)
  if (!existsSync(out))
    throw new UsageError(`expected a built site in ${out}, found no such folder. Build it first: npm run build`)
  const { preview } = await astro()
  const server = await preview({ root: process.cwd(), logLevel: 'warn', server: { port, host: '127.0.0.1' } })
  const { base } = getSettings()
  const path = base === '/' ? '/' : `${base}/`
  process.stdout.write(`Aftermath is at http://localhost:${server.port}${path} (Ctrl+C stops it)\n`)
  await server.closed()
}

export const buildCommand: Command = {
  name: 'build',
  summary: 'Check the content and build the site, as "astro build" does.',
  positionals: [],
  flags: BUILD_FLAGS,
  notes: [],
  run(context, given) {
    exportFlags(context, given)
    return built()
  },
}

export const previewCommand: Command = {
  name: 'preview',
  summary: 'Serve the site as last built, as "astro preview" does.',
  positionals: [],
  flags: SERVE_FLAGS,
  notes: [],
  async run(context, given) {
    const port = portOf(given)
    await requireFree(port, 'npm run preview --')
    exportFlags(context, given)
    await serve(context, given, port)
    return done('')
  },
}

export const startCommand: Command = {
  name: 'start',
  summary: 'Check the content, build the site, and serve it.',
  positionals: [],
  flags: SERVE_FLAGS,
  notes: [],
  async run(context, given) {
    const port = portOf(given)
    await requireFree(port, 'npm start --')
    exportFlags(context, given)
    // Pictures are for links to a published site.
    process.env['AFTERMATH_OG'] ??= '0'
    const result = await built()
    if (result.exitCode !== 0) return result
    await serve(context, given, port)
    return done('')
  },
}

export const devCommand: Command = {
  name: 'dev',
  summary: 'Serve the site while you write, as "astro dev" does; it follows the content.',
  positionals: [],
  flags: SERVE_FLAGS,
  notes: [],
  async run(context, given) {
    const port = portOf(given)
    exportFlags(context, given)
    const { dev } = await astro()
    const server = await dev({ root: process.cwd(), server: { port, host: '127.0.0.1' } })
    await new Promise<void>((resolve) => server.watcher.once('close', resolve))
    return done('')
  },
}
