import { spawn } from 'node:child_process'
import { globSync, readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { startBuildServer } from './build/build-server.ts'

const root = resolve(import.meta.dirname, '..')

/** What one process runs: tests, or the check of types or of format; and what it is called in the report. */
interface Group {
  readonly name: string
  readonly command: string
  readonly arguments: readonly string[]
  readonly env?: Readonly<Record<string, string>>
}

const tests = (name: string, files: readonly string[], env: Readonly<Record<string, string>>): Group => ({
  name,
  command: process.execPath,
  arguments: ['--test', '--test-isolation=none', '--test-reporter=spec', ...files],
  env,
})

// Types of collections come from schemas alone; Astro, which is asked for them, would copy every record of ours.
const script = (name: string): Group => ({
  name: `npm run ${name}`,
  command: 'npm',
  arguments: ['run', name],
  env: { ...COMPILED, AFTERMATH_CONTENT: join(root, 'tests/fixtures/small') },
})

// What starts programs waits for them, and is run beside others; to start one costs the more the larger the process is
// that does. What counts work, or watches code being loaded, does so for its whole process.
const COUNTS = /node:inspector|\/work\.ts'|globalThis\.RegExp = /
// Node keeps what it compiled; code that comes out of this store is not counted block by block.
const COMPILED = { NODE_COMPILE_CACHE: join(root, '.aftermath/compile-cache') }

/** Whether a file starts programs, by itself or by what it imports from beside it. */
const startsPrograms = (file: string): boolean => {
  const text = readFileSync(file, 'utf8')
  const beside = [...text.matchAll(/ from '(\.[^']+)'/g)].map(([, path = '']) => join(dirname(file), path))
  return text.includes(" from 'node:child_process'") || beside.some(startsPrograms)
}

/** What takes longest is begun first, so that no process is left to work alone at the end. */
const LONGEST = [
  'tests/package/package',
  'tests/build/whole',
  'tests/build/canaries',
  'tests/cli/references-action',
  'tests/build/',
]

/**
 * Tests by the process that runs them: those that only compute together, since a process of its own for each file would
 * spend most of its time on loading the same code; all others alone, those that take longest first.
 */
function groups(files: readonly string[]): Group[] {
  const kindOf = (file: string) => {
    const text = readFileSync(join(root, file), 'utf8')
    if (COUNTS.test(text)) return 'counts'
    return startsPrograms(join(root, file)) ? 'starts' : 'computes'
  }
  const by = Map.groupBy(files, kindOf)
  const alone = [
    ...(by.get('starts') ?? []).map((file) => ({ file, env: COMPILED })),
    ...(by.get('counts') ?? []).map((file) => ({ file, env: {} })),
  ]
  const rank = (file: string) => LONGEST.findIndex((place) => file.startsWith(place)) + 1 || LONGEST.length + 1
  const computing = by.get('computes') ?? []
  return [
    ...(computing.length === 0 ? [] : [tests(`${computing.length} files that only compute`, computing, COMPILED)]),
    ...alone.sort((a, b) => rank(a.file) - rank(b.file)).map(({ file, env }) => tests(file, [file], env)),
  ]
}

/** How a group went. */
interface Outcome {
  readonly name: string
  readonly passed: boolean
  readonly seconds: number
}

/** Runs a group; prints a line where all is well, and everything that was said where it is not. */
function run(group: Group, server: string): Promise<Outcome> {
  const { name } = group
  const child = spawn(group.command, group.arguments, {
    cwd: root,
    env: { ...process.env, AFTERMATH_BUILD_SERVER: server, ...group.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const said: Buffer[] = []
  child.stdout.on('data', (chunk: Buffer) => said.push(chunk))
  child.stderr.on('data', (chunk: Buffer) => said.push(chunk))
  return new Promise((done) =>
    child.once('close', (code) => {
      const text = Buffer.concat(said).toString()
      const count = /^ℹ tests (\d+)$/m.exec(text)?.[1]
      const seconds = Math.round(Number(/^ℹ duration_ms (\S+)$/m.exec(text)?.[1] ?? 0) / 1000)
      const counted = count === undefined ? '' : `: ${count} tests, ${seconds} s`
      process.stdout.write(code === 0 ? `✔ ${name}${counted}\n` : `✖ ${name}\n${text}\n`)
      done({ name, passed: code === 0, seconds })
    }),
  )
}

/**
 * `npm run test:unit [-- words]`: every test that needs no browser, or those whose path holds one of the words; with
 * `--types-and-format` the checks of types and format beside them, which keep one processor busy and leave the other;
 * with `--everything` as `everything.ts` says.
 */
async function main(given: readonly string[]): Promise<boolean> {
  const beside = given.includes('--types-and-format')
  if (given.includes('--everything')) process.env['AFTERMATH_EVERYTHING'] = '1'
  const words = given.filter((word) => !word.startsWith('--'))
  const files = globSync('tests/**/*.test.ts', { cwd: root })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => words.length === 0 || words.some((word) => file.includes(word)))
    .sort()
  if (files.length === 0) throw new Error(`no test has ${words.join(' or ')} in its path`)
  const queue = [...(beside ? [script('lint'), script('types')] : []), ...groups(files)]
  const outcomes: Outcome[] = []
  const { socket, stop } = await startBuildServer(COMPILED)
  const work = async () => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) outcomes.push(await run(next, socket))
  }
  // One more than there are processors: some wait for programs that they started.
  await Promise.all(Array.from({ length: availableParallelism() + 1 }, work))
  stop()
  const slowest = outcomes.toSorted((a, b) => b.seconds - a.seconds).slice(0, 10)
  process.stdout.write(`\nSlowest: ${slowest.map(({ name, seconds }) => `${name} (${seconds} s)`).join(', ')}\n`)
  const failed = outcomes.filter(({ passed }) => !passed).map(({ name }) => name)
  if (failed.length > 0) process.stdout.write(`\nFailed: ${failed.join(', ')}\n`)
  return failed.length === 0
}

process.exitCode = (await main(process.argv.slice(2))) ? 0 : 1
