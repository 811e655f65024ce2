import { appendFileSync, rmSync } from 'node:fs'
import { loadavg } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { writeContent } from './content.ts'
import { bytesOf, type Measured, measure } from './measure.ts'
import { writePlain } from './plain.ts'
import { fileOf, synthetic } from './synthetic.ts'

const root = resolve(import.meta.dirname, '../../..')

function optionsOf(args: readonly string[]): { records: number; seed: number; plain: boolean } {
  const { values } = parseArgs({
    args: [...args],
    options: {
      records: { type: 'string' },
      seed: { type: 'string', default: '1' },
      'no-plain': { type: 'boolean', default: false },
    },
  })
  const [records, seed] = [Number(values.records), Number(values.seed)]
  if (!Number.isInteger(records) || records < 10)
    throw new Error(`expected --records with a whole number from 10, found "${values.records ?? ''}"`)
  if (!Number.isInteger(seed)) throw new Error(`expected --seed with a whole number, found "${values.seed}"`)
  return { records, seed, plain: !values['no-plain'] }
}

const stages = (measured: Measured): string =>
  measured.stages
    .map(
      ({ name, seconds, processor }) =>
        `  ${name.padEnd(28)} ${seconds.toFixed(1)} s (${processor.toFixed(1)} s of processor)`,
    )
    .join('\n')

const times = ({ seconds, processor }: Pick<Measured, 'seconds' | 'processor'>) =>
  `${seconds.toFixed(1)} s (${processor.toFixed(1)} s of processor)`

type Times = Pick<Measured, 'seconds' | 'processor'>

/** What a run took without its audit: check, pages, twins, index. */
function withoutAudit({ seconds, processor, stages: all }: Measured): Times {
  const audit = all.find(({ name }) => name === 'Auditing')
  return { seconds: seconds - (audit?.seconds ?? 0), processor: processor - (audit?.processor ?? 0) }
}

/** By the clock, and by processor time, which is fairer on a shared machine. */
const ratio = (one: Times, other: Times) =>
  `${(one.seconds / other.seconds).toFixed(2)} (${(one.processor / other.processor).toFixed(2)} by processor)`

const kb = (bytes: number) => `${Math.round(bytes / 1024).toLocaleString('en-GB')} kB`

/** Builds synthetic content, again after one edit, with pictures, and as a plain Astro site; prints what each took. */
export async function benchBuild(args: readonly string[]): Promise<void> {
  const { records, seed, plain } = optionsOf(args)
  const folder = join(root, '.aftermath', `bench-${process.pid}`)
  const say = (line: string) => void process.stdout.write(`${line}\n`)
  try {
    const made = synthetic(records, seed)
    say(`${made.length} records, seed ${seed}; Node ${process.versions.node}; load before ${loadavg()[0]?.toFixed(1)}`)
    // A folder of its own for each cold build: caches are kept by folder.
    const written = (name: string): string => {
      writeContent(join(folder, name), made)
      return join(folder, name)
    }
    const build = (content: string, pictures: '0' | '1') =>
      measure(['src/cli/bin.mjs', 'build', '--content', content, '--out', join(folder, 'out')], root, {
        AFTERMATH_OG: pictures,
      })
    const content = written('content')
    const first = await build(content, '0')
    const bytes = bytesOf(join(folder, 'out'))
    say(
      `build, without pictures        ${times(first)}, peak ${first.peakMb} MB, ${bytes.pages} pages, ${(bytes.pages / first.seconds).toFixed(0)} pages/s\n${stages(first)}`,
    )
    say(`  HTML ${kb(bytes.html)}, CSS ${kb(bytes.css)}, JS ${kb(bytes.js)}, index ${kb(bytes.index)}`)
    const edited = made.find(({ kind }) => kind === 'incidents')
    if (edited) appendFileSync(join(content, fileOf(edited)[0]), '\nOne more sentence was added.\n')
    const warm = await build(content, '0')
    say(`after one edit                 ${times(warm)}, ${ratio(warm, first)} of the first build`)
    const drawn = await build(written('drawn'), '1')
    say(`build, with pictures           ${times(drawn)}, ${ratio(drawn, first)} of the build without`)
    if (!plain) return
    const site = join(folder, 'plain')
    writePlain(site, made)
    const other = await measure(['run.mjs'], site)
    const theirs = bytesOf(join(site, 'dist'))
    say(`plain Astro, MDX, Pagefind     ${times(other)}, peak ${other.peakMb} MB, ${theirs.pages} pages`)
    say(
      `check, pages, twins, index     ${ratio(withoutAudit(first), other)} of plain Astro; load after ${loadavg()[0]?.toFixed(1)}`,
    )
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
