import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { chromium, type Browser } from '@playwright/test'
import { createIndex } from 'pagefind'
import { readSearchWordings } from '#content/search-wordings.ts'
import { readSettings } from '#content/settings.ts'
import { searchEntry } from '#views/search-entry.ts'
import { renderEntry } from '#content/render/render-entry.ts'
import { readBoth } from '#extras/audit/audit-site.ts'
import { buildOrThrow } from '../../build/site.ts'
import { findChromium } from '../../e2e/chromium.ts'
import { mean, measure, median, type Measures } from './measures.ts'
import { miniSearch } from './mini-engine.ts'
import { type Answer, ours, plainPagefind } from './page-engine.ts'
import { aheadBy, ROUNDS } from './bootstrap.ts'
import { blindQueries, freshQueries, type Judged, judgedQueries, underIdsOfToday, withLaterRecords } from './queries.ts'
import { serveCounting } from './server.ts'

const { values } = parseArgs({
  args: process.argv.slice(3),
  options: {
    'held-back': { type: 'boolean', default: false },
    fresh: { type: 'boolean', default: false },
    blind: { type: 'boolean', default: false },
    all: { type: 'boolean', default: false },
    'first-judged': { type: 'boolean', default: false },
    dist: { type: 'string' },
    misses: { type: 'boolean', default: false },
  },
})

const root = resolve(import.meta.dirname, '../../..')
const folder = mkdtempSync(join(tmpdir(), 'bench-search-'))
const dist = values.dist === undefined ? join(folder, 'dist') : resolve(values.dist)
const settings = readSettings({ out: dist }, process.env, root, Date.now())
const readings = readBoth(settings)
if (values.dist === undefined) buildOrThrow(settings.content, dist)

async function indexPlainly(out: string): Promise<void> {
  const { index, errors } = await createIndex()
  if (!index) throw new Error(errors.join('; '))
  await index.addDirectory({
    path: dist,
    glob: '{incidents,summits,statements,commitments,inquiries,proceedings,organizations,topics,controls,sources,citations}/*/index.html',
  })
  await index.writeFiles({ outputPath: out })
  await index.deleteIndex()
}

const asked = values.blind
  ? blindQueries()
  : values.fresh
    ? freshQueries()
    : judgedQueries().filter(({ heldBack }) => values.all || heldBack === values['held-back'])
const judged = values['first-judged'] ? asked : asked.map(withLaterRecords)
const queries = judged.map((query) => underIdsOfToday(query, (id) => readings.shown.find(id)?.id))

interface Run {
  readonly results: readonly { readonly query: Judged; readonly measures: Measures; readonly ids: readonly string[] }[]
  readonly warm: number
}

async function ask(answer: Answer): Promise<Run> {
  const results = []
  for (const query of queries) {
    const { ids } = await answer(query.q)
    results.push({ query, ids, measures: measure(query, ids) })
  }
  // Everything has been asked once, so nothing needs to be loaded any more.
  const times = []
  for (const { q } of queries) times.push((await answer(q)).ms)
  return { results, warm: median(times) }
}

const mrrOf = ({ results }: Run) => results.map(({ measures }) => measures.mrr)
const three = (value: number) => value.toFixed(3)
const row = (name: string, { mrr, ndcg, success }: Measures) =>
  `  ${name.padEnd(17)} ${three(mrr)}   ${three(ndcg)}   ${three(success)}`

function report(name: string, { results, warm }: Run): void {
  const kinds = Map.groupBy(results, ({ query }) => query.kind)
  console.log(`\n${name}: MRR@10, nDCG@10, success@1 (${results.length} queries, warm median ${warm.toFixed(1)} ms)`)
  for (const [kind, own] of kinds) console.log(row(kind, mean(own.map(({ measures }) => measures))))
  console.log(row('overall', mean(results.map(({ measures }) => measures))))
  if (values.misses)
    for (const { query, measures, ids } of results)
      if (measures.mrr < 1)
        console.log(`    ${three(measures.mrr)} ${query.kind}: ${query.q}\n          ${ids.slice(0, 4).join(', ')}`)
}

const listed = (bytes: ReadonlyMap<string, number>, wanted: RegExp) =>
  [...bytes].filter(([path]) => wanted.test(path)).reduce((sum, [, count]) => sum + count, 0)

async function cold(browser: Browser, origin: string, take: () => ReadonlyMap<string, number>): Promise<void> {
  const page = await browser.newPage()
  take()
  await page.goto(`${origin}/search/?q=kernel`)
  await page.locator('.hit').first().waitFor()
  const bytes = take()
  const search = listed(bytes, /^\/(?:pagefind|search\/.+\.json)|kb-search|\/search[^/]*\.js|SearchPage/)
  console.log(
    `\nCold first result: ${Math.round(search / 1000)} kB for searching, ` +
      `${Math.round(listed(bytes, /./) / 1000)} kB with page, styles and fonts (text packed, as hosts send it)`,
  )
  for (const [path, count] of [...bytes].sort((a, b) => b[1] - a[1]).slice(0, 12))
    console.log(`  ${String(count).padStart(7)} ${path}`)
  await page.close()
}

await indexPlainly(join(folder, 'plain'))
const server = await serveCounting({ '/': dist, '/plain/': join(folder, 'plain') })
const origin = `http://127.0.0.1:${server.port}`
const browser = await chromium.launch({
  executablePath: findChromium(),
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
})
try {
  const knowledge = readings.shown
  const { descriptions } = readSearchWordings(settings.content)
  const entries = knowledge.entries.map((record) => ({
    entry: searchEntry(knowledge, record, undefined, descriptions.get(record.id)),
    body: renderEntry(knowledge, record).replace(/<[^>]+>/g, ' '),
  }))
  await cold(browser, origin, server.take)
  const own = await ask(await ours(await browser.newPage(), origin))
  report('This site', own)
  report('Plain Pagefind', await ask(await plainPagefind(await browser.newPage(), origin, '/plain/')))
  for (const [name, indexed] of [
    ['Tuned MiniSearch', entries.map((one) => ({ ...one, entry: { ...one.entry, descriptions: [] } }))],
    ['Tuned MiniSearch with our descriptions', entries],
  ] as const) {
    const mini = await ask(miniSearch(indexed))
    report(name, mini)
    const { mean: by, low, high } = aheadBy(mrrOf(own), mrrOf(mini))
    console.log(
      `\nAhead of it by ${three(by)} MRR@10 (95 % of ` +
        `${ROUNDS.toLocaleString('en-GB')} bootstrap samples of the queries: ${three(low)} to ${three(high)})`,
    )
  }
} finally {
  await browser.close()
  server.close()
  rmSync(folder, { recursive: true, force: true })
}
