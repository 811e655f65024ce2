import { cpSync, globSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { loadavg } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { isMap, isSeq, parseDocument } from 'yaml'
import { measure } from '../build/measure.ts'

const root = resolve(import.meta.dirname, '../../..')
const TIMES = 3

/** `count` of the files that a pattern names, evenly spread. */
function spread(folder: string, pattern: string, count: number): string[] {
  const all = globSync(pattern, { cwd: folder }).sort()
  return Array.from({ length: Math.min(count, all.length) }, (_, index) =>
    join(folder, all[Math.floor((index * all.length) / Math.min(count, all.length))] ?? ''),
  )
}

/** Marks a record TLP:AMBER, or with `event` only the last event of its timeline. */
function restrict(file: string, event: boolean): void {
  const text = readFileSync(file, 'utf8')
  const [, yaml = text, body] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text) ?? []
  const front = parseDocument(yaml)
  const timeline = front.get('timeline')
  const last = isSeq(timeline) ? timeline.items.at(-1) : undefined
  if (event && isMap(last)) last.set('tlp', 'AMBER')
  else front.set('tlp', 'AMBER')
  writeFileSync(file, body === undefined ? front.toString() : `---\n${front.toString()}---\n${body}`)
}

/**
 * Builds the content of this repository with some records restricted, and prints what the audit adds to the rest of the
 * build.
 */
export async function benchAudit(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({ args: [...args], options: { records: { type: 'string', default: '12' } } })
  const count = Number(values.records)
  if (!Number.isInteger(count) || count < 3)
    throw new Error(`expected --records with a whole number from 3, found "${values.records}"`)
  const folder = join(root, '.aftermath', `bench-${process.pid}`)
  const content = join(folder, 'content')
  const say = (line: string) => void process.stdout.write(`${line}\n`)
  try {
    cpSync(join(root, 'content'), content, { recursive: true })
    // What was published openly may not be restricted afterwards; that is another test.
    rmSync(join(content, 'ledger.json'))
    const share = Math.round(count / 3)
    const records = ['statements/*.mdx', 'sources/*.yaml', 'commitments/*.yaml'].flatMap((pattern) =>
      spread(content, pattern, share),
    )
    const events = spread(content, 'incidents/*.mdx', Math.ceil(count / 2))
    for (const file of records) restrict(file, false)
    for (const file of events) restrict(file, true)
    say(
      `${records.length} records and ${events.length} events restricted; Node ` +
        `${process.versions.node}; load before ${loadavg()[0]?.toFixed(1)}`,
    )
    const build = async (audience: string) => {
      const { seconds, stages } = await measure(
        ['src/cli/bin.mjs', 'build', '--content', content, '--audience', audience, '--out', join(folder, 'out')],
        root,
      )
      return { seconds, last: stages.find(({ name }) => name === 'Auditing')?.seconds ?? Number.NaN }
    }
    for (let at = 1; at <= TIMES; at++) {
      // For an audience that may see everything there is nothing to search for, and the last stage only puts the build
      // in its place.
      const [open, all] = [await build('CLEAR'), await build('AMBER')]
      const audit = open.last - all.last
      say(
        `run ${at}: ${open.seconds.toFixed(1)} s, of it the audit ${audit.toFixed(2)} s: ` +
          `${((100 * audit) / (open.seconds - audit)).toFixed(0)} % more than the rest`,
      )
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
