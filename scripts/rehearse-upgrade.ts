import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { z } from 'zod'

const root = resolve(import.meta.dirname, '..')
const PAGE = join(root, 'docs/upgrades.md')

/** Tests of builds, development and the integration: what a new Astro could break. */
const TESTS = [
  'tests/build/{whole,own-site,prose-site,serve,target,dev-equals-build}.test.ts',
  'tests/integration/*.test.ts',
]

/** What a rehearsal showed. */
export interface Rehearsal {
  readonly day: string
  readonly astro: string
  readonly node: string
  readonly passed: number
  /** Names of the tests that failed. */
  readonly failed: readonly string[]
}

const cells = (row: string): string[] => row.split('|').map((cell) => cell.trim())

/** The page of upgrades with the row of a rehearsal, in the place of an earlier one of the same version. */
export function withRehearsal(page: string, { day, astro, node, passed, failed }: Rehearsal): string {
  const row =
    `| ${astro} | ${day} | ${node} | ${passed} of ${passed + failed.length} | ` +
    `${failed.length === 0 ? 'none' : failed.join('; ').replaceAll('|', '/')} |`
  const lines = page.trimEnd().split('\n')
  const others = lines.filter((line) => cells(line)[1] !== astro)
  return `${[...others, row].join('\n')}\n`
}

/** Counts and failures in a report of `node --test` in TAP; tests that hold others are not counted. */
export function readTap(text: string): { passed: number; failed: string[] } {
  const count = (name: string) => Number(new RegExp(`^# ${name} (\\d+)$`, 'm').exec(text)?.[1] ?? 0)
  const failed = [...text.matchAll(/^\s*not ok \d+ - (.+)$/gm)].map(([, name = '']) => name)
  return { passed: count('pass'), failed }
}

/**
 * Copies what Git knows of the repository, installs the newest Astro of its major version there, and runs the tests.
 */
function rehearse(): Rehearsal {
  const folder = mkdtempSync(join(tmpdir(), 'aftermath-rehearsal-'))
  const npm = (...args: string[]) => {
    const { status, stdout, stderr } = spawnSync('npm', args, { cwd: folder, encoding: 'utf8' })
    if (status !== 0) throw new Error(`npm ${args.join(' ')} failed:\n${stdout}${stderr}`)
  }
  try {
    const files = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
      cwd: root,
      encoding: 'utf8',
    })
      .split('\0')
      .filter(Boolean)
    for (const file of files) cpSync(join(root, file), join(folder, file))
    const { dependencies } = z
      .object({ dependencies: z.record(z.string(), z.string()) })
      .parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')))
    const major = dependencies['astro']?.split('.')[0] ?? ''
    process.stderr.write(`Installing the newest Astro ${major} in ${folder} …\n`)
    npm('install', '--save-exact', '--no-audit', '--no-fund', '--prefer-offline', `astro@^${major}`)
    const installed = readFileSync(join(folder, 'node_modules/astro/package.json'), 'utf8')
    const { version } = z.object({ version: z.string() }).parse(JSON.parse(installed))
    process.stderr.write(`Testing with Astro ${version} …\n`)
    const tests = TESTS.flatMap((pattern) => globSync(pattern, { cwd: folder })).sort()
    const { stdout } = spawnSync(
      process.execPath,
      ['--test', '--test-concurrency=1', '--test-reporter=tap', ...tests],
      {
        cwd: folder,
        encoding: 'utf8',
        maxBuffer: 1e9,
        env: { ...process.env, PATH: `${dirname(process.execPath)}:${process.env['PATH']}` },
      },
    )
    const { passed, failed } = readTap(stdout)
    if (passed + failed.length === 0) throw new Error(`no test ran:\n${stdout}`)
    if (failed.length > 0) process.stderr.write(stdout)
    const day = new Date().toISOString().slice(0, 10)
    return { day, astro: version, node: process.versions.node, passed, failed }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

if (import.meta.main) {
  const rehearsal = rehearse()
  writeFileSync(PAGE, withRehearsal(readFileSync(PAGE, 'utf8'), rehearsal))
  process.stdout.write(
    `Astro ${rehearsal.astro}: ${rehearsal.passed} tests passed, ` +
      `${rehearsal.failed.length} failed; written into docs/upgrades.md\n`,
  )
  for (const name of rehearsal.failed) process.stdout.write(`  ${name}\n`)
  process.exitCode = rehearsal.failed.length === 0 ? 0 : 1
}
