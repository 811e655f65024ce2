import { appendFileSync, rmSync } from 'node:fs'
import { loadavg } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { writeContent } from './content.ts'
import { plainIncidents, textOf } from './incidents.ts'
import { bytesOf, type Measured, measure } from './measure.ts'
import { ALL_PEERS, installPeers, PACKAGE, writeAll } from './peers.ts'
import { writePlain } from './plain.ts'
import { fileOf, synthetic } from './synthetic.ts'

const root = resolve(import.meta.dirname, '../../..')

/** A whole number from `from`, or what is wrong with the option. */
function whole(option: string, value: string | undefined, from: number): number {
  const number = Number(value)
  if (Number.isInteger(number) && number >= from) return number
  throw new Error(`expected --${option} with a whole number from ${from}, found "${value ?? ''}"`)
}

function optionsOf(args: readonly string[]): { records: number; incidents: number; seed: number; plain: boolean } {
  const { values } = parseArgs({
    args: [...args],
    options: {
      records: { type: 'string' },
      incidents: { type: 'string' },
      seed: { type: 'string', default: '1' },
      'no-plain': { type: 'boolean', default: false },
      'no-peers': { type: 'boolean', default: false },
    },
  })
  const neither = values.records === undefined && values.incidents === undefined
  return {
    records: values.records === undefined ? 0 : whole('records', values.records, 10),
    incidents: neither ? 1000 : values.incidents === undefined ? 0 : whole('incidents', values.incidents, 1),
    seed: whole('seed', values.seed, 0),
    plain: !values['no-plain'] && !values['no-peers'],
  }
}

const say = (line: string) => void process.stdout.write(`${line}\n`)

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

const mb = (bytes: number) => `${(bytes / 1e6).toFixed(0)} MB`

/**
 * Builds incidents in plain Markdown as a site of ours without pictures and, unless `alone`, with Eleventy and
 * Starlight; prints what each took.
 */
async function benchIncidents(count: number, alone: boolean, folder: string): Promise<void> {
  const made = plainIncidents(count)
  const texts = Object.fromEntries(made.map((one) => [`incidents/${one.name}.md`, textOf(one)]))
  const size = Object.values(texts).reduce((sum, text) => sum + text.length, 0)
  say(`${count} incidents of 12 events each, ${mb(size)} of Markdown; load before ${loadavg()[0]?.toFixed(1)}`)
  writeAll(join(folder, 'own'), {
    ...texts,
    'site.yaml': 'title: Bench\ndescription: Generated incidents.\nurl: https://bench.example\naccount: own\n',
  })
  const line = (name: string, measured: Measured, out: string) => {
    const { files, all } = bytesOf(out)
    say(
      `${name.padEnd(34)} ${times(measured)}, peak ${measured.peakMb} MB, ${files} files ` +
        `(${(files / count).toFixed(1)} an incident), ${mb(all)} (${kb(all / count)} an incident)`,
    )
  }
  const out = join(folder, 'own-out')
  const own = await measure(['src/cli/bin.mjs', 'build', '--content', join(folder, 'own'), '--out', out], root, {
    AFTERMATH_OG: '0',
  })
  line('Aftermath, without pictures', own, out)
  say(stages(own))
  if (alone) return
  const installed = join(root, '.aftermath', 'peers')
  installPeers(installed)
  for (const { name, files, out: written } of ALL_PEERS) {
    const site = join(installed, `site-${process.pid}`)
    try {
      writeAll(site, { 'package.json': PACKAGE, ...files(made) })
      const other = await measure(['run.mjs'], site)
      line(name, other, join(site, written))
      say(`  Aftermath over it: ${ratio(own, other)}`)
    } finally {
      rmSync(site, { recursive: true, force: true })
    }
  }
  say(`load after ${loadavg()[0]?.toFixed(1)}`)
}

/** Builds synthetic content, again after one edit, with pictures, and as a plain Astro site; prints what each took. */
async function benchRecords(records: number, seed: number, plain: boolean, folder: string): Promise<void> {
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
    `build, without pictures        ${times(first)}, peak ${first.peakMb} MB, ${bytes.pages} ` +
      `pages, ${(bytes.pages / first.seconds).toFixed(0)} pages/s\n${stages(first)}`,
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
    `check, pages, twins, index     ${ratio(withoutAudit(first), other)} ` +
      `of plain Astro; load after ${loadavg()[0]?.toFixed(1)}`,
  )
}

/**
 * The cases that the options name: incidents in plain Markdown beside other generators, records of all kinds beside
 * plain Astro.
 */
export async function benchBuild(args: readonly string[]): Promise<void> {
  const { records, incidents, seed, plain } = optionsOf(args)
  const folder = join(root, '.aftermath', `bench-${process.pid}`)
  try {
    if (incidents > 0) await benchIncidents(incidents, !plain, folder)
    if (records > 0) await benchRecords(records, seed, plain, folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
