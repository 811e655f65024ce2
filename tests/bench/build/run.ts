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
  const { values } = parseArgs({ args: [...args], options: { records: { type: 'string' }, seed: { type: 'string', default: '1' }, 'no-plain': { type: 'boolean', default: false } } })
  const [records, seed] = [Number(values.records), Number(values.seed)]
  if (!Number.isInteger(records) || records < 10) throw new Error(`expected --records with a whole number from 10, found "${values.records ?? ''}"`)
  if (!Number.isInteger(seed)) throw new Error(`expected --seed with a whole number, found "${values.seed}"`)
  return { records, seed, plain: !values['no-plain'] }
}

/** Seconds of each stage: from its line of progress to the next. */
const stages = ({ lines, seconds }: Measured): string => {
  const marks = lines.filter(({ text }) => /^[A-Z]\w+ .*…$/.test(text))
  return marks.map(({ at, text }, index) => `  ${text.replace(' …', '').padEnd(28)} ${((marks[index + 1]?.at ?? seconds) - at).toFixed(1)} s`).join('\n')
}

const times = ({ seconds, processor }: Measured) => `${seconds.toFixed(1)} s (${processor.toFixed(1)} s of processor)`

/** By the clock, and by processor time, which is fairer on a shared machine. */
const ratio = (one: Measured, other: Measured) => `${(one.seconds / other.seconds).toFixed(2)} (${(one.processor / other.processor).toFixed(2)} by processor)`

const kb = (bytes: number) => `${Math.round(bytes / 1024).toLocaleString('en-GB')} kB`

/** Builds synthetic content cold, again after one edit, and as a plain Astro site; prints what each took. */
export async function benchBuild(args: readonly string[]): Promise<void> {
  const { records, seed, plain } = optionsOf(args)
  const folder = join(root, '.aftermath', `bench-${process.pid}`)
  const [content, out] = [join(folder, 'content'), join(folder, 'out')]
  const say = (line: string) => void process.stdout.write(`${line}\n`)
  try {
    const made = synthetic(records, seed)
    writeContent(content, made)
    const build = () => measure(['src/site/run/main.ts', 'build', '--content', content, '--out', out], root)
    say(`${made.length} records, seed ${seed}; Node ${process.versions.node}; load before ${loadavg()[0]?.toFixed(1)}`)
    const cold = await build()
    const bytes = bytesOf(out)
    say(`cold build                     ${times(cold)}, peak ${cold.peakMb} MB, ${bytes.pages} pages, ${(bytes.pages / cold.seconds).toFixed(0)} pages/s\n${stages(cold)}`)
    say(`  HTML ${kb(bytes.html)}, CSS ${kb(bytes.css)}, JS ${kb(bytes.js)}, index ${kb(bytes.index)}`)
    const edited = made.find(({ kind }) => kind === 'incidents')
    if (edited) appendFileSync(join(content, fileOf(edited)[0]), '\nOne more sentence was added.\n')
    const warm = await build()
    say(`after one edit                 ${times(warm)}, ${ratio(warm, cold)} of the cold build`)
    if (!plain) return
    const site = join(folder, 'plain')
    writePlain(site, made)
    const other = await measure(['run.mjs'], site)
    const theirs = bytesOf(join(site, 'dist'))
    say(`plain Astro, MDX, Pagefind     ${times(other)}, peak ${other.peakMb} MB, ${theirs.pages} pages`)
    say(`ratio of whole builds          ${ratio(cold, other)}; load after ${loadavg()[0]?.toFixed(1)}`)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
