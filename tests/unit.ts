import { spawn } from 'node:child_process'
import { globSync, readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { startBuildServer } from './build/build-server.ts'

const root = resolve(import.meta.dirname, '..')

/** What one process runs, tests or an npm script, and what it is called in the report. */
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

// Node keeps what it compiled; code that comes out of this store is not counted block by block.
const COMPILED = { NODE_COMPILE_CACHE: join(root, '.aftermath/compile-cache') }

const script = (name: string, env: Readonly<Record<string, string>> = {}): Group => ({
  name: `npm run ${name}`,
  command: 'npm',
  arguments: ['run', name],
  env: { ...COMPILED, ...env },
})

/** What `npm test` runs beside tests: each keeps one processor busy and leaves the other. */
const beside = {
  // Types of collections come from schemas alone; Astro, which is asked for them, would copy every record of ours.
  first: [script('types', { AFTERMATH_CONTENT: join(root, 'tests/fixtures/small') }), script('build')],
  last: [script('lint')],
}

// What starts programs waits for them, and is run beside others; to start one costs the more the larger the process is
// that does. What counts work, or watches code being loaded, does so for its whole process.
const COUNTS = /node:inspector|\/work\.ts'|globalThis\.RegExp = /

/** Whether a file starts programs, by itself or by what it imports from beside it. */
const startsPrograms = (file: string): boolean => {
  const text = readFileSync(file, 'utf8')
  const beside = [...text.matchAll(/ from '(\.[^']+)'/g)].map(([, path = '']) => join(dirname(file), path))
  return text.includes(" from 'node:child_process'") || beside.some(startsPrograms)
}

/** Tests that wait long for what they start, each file in a process of its own, which is begun first. */
const LONGEST = ['tests/package/package', 'tests/build/whole']
const BUILDS = 'tests/build/'

/** Deals files to so many processes. */
const dealt = (files: readonly string[], count: number): string[][] =>
  Array.from({ length: count }, (_, own) => files.filter((_file, index) => index % count === own)).filter(
    ({ length }) => length > 0,
  )

/**
 * Tests by the process that runs them, since a process of its own for each file would spend most of its time on loading
 * the same code: those that only compute together, those that start programs in a few, of which two build sites, as the
 * build server does; those that count alone.
 */
function groups(files: readonly string[]): Group[] {
  const kindOf = (file: string) => {
    const text = readFileSync(join(root, file), 'utf8')
    if (COUNTS.test(text)) return 'counts'
    if (!startsPrograms(join(root, file))) return 'computes'
    if (LONGEST.some((place) => file.startsWith(place))) return 'waits'
    return file.startsWith(BUILDS) ? 'builds' : 'starts'
  }
  const by = Map.groupBy(files, kindOf)
  const of = (kind: ReturnType<typeof kindOf>) => by.get(kind) ?? []
  const together = (what: string, own: readonly string[]) =>
    tests(own.length === 1 ? (own[0] ?? '') : `${own.length} files that ${what}`, own, COMPILED)
  return [
    ...of('waits').map((file) => tests(file, [file], COMPILED)),
    ...dealt(of('builds'), 2).map((own) => together('build sites', own)),
    ...dealt(of('computes'), 1).map((own) => together('only compute', own)),
    ...dealt(of('starts'), 3).map((own) => together('start programs', own)),
    ...of('counts').map((file) => tests(file, [file], {})),
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
 * `--and-build` also types, format, and the build of this site, which browser tests look at; with `--everything` as
 * `everything.ts` says.
 */
async function main(given: readonly string[]): Promise<boolean> {
  const { first, last } = given.includes('--and-build') ? beside : { first: [], last: [] }
  if (given.includes('--everything')) process.env['AFTERMATH_EVERYTHING'] = '1'
  const words = given.filter((word) => !word.startsWith('--'))
  const files = globSync('tests/**/*.test.ts', { cwd: root })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => words.length === 0 || words.some((word) => file.includes(word)))
    .sort()
  if (files.length === 0) throw new Error(`no test has ${words.join(' or ')} in its path`)
  const queue = [...first, ...groups(files), ...last]
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
