import { mkdtempSync, rmSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Page } from '@playwright/test'
import { buildOrThrow } from '../../build/site.ts'
import { findChromium } from '../../e2e/chromium.ts'
import { writeContent } from '../build/content.ts'
import { plainIncidents, textOf } from '../build/incidents.ts'
import { writeAll } from '../build/peers.ts'
import { synthetic } from '../build/synthetic.ts'
import { median } from './measures.ts'
import { ours } from './page-engine.ts'
import { serveCounting } from './server.ts'

// Words that most synthetic records have, alone and together, as typed, pasted and misspelt.
const QUERIES = [
  'update',
  'rollback',
  'update rollback',
  'kernel policy',
  'drivr',
  'kind:incidents update',
  '"queue network"',
  'the update reached hosts that were online before rollback was seen by the fleet team',
]

interface Watched {
  readonly longTasks: number[]
}

/** Lengths, in ms, of the tasks over 50 ms on the page's own thread since the last call. */
const longTasks = (page: Page): Promise<number[]> =>
  page.evaluate(() => (globalThis as unknown as Watched).longTasks.splice(0))

/** What is searched: synthetic records of all kinds, or incidents of 16 kB as `npm run bench -- build` builds them. */
const WRITE = {
  records: (content: string, count: number) => writeContent(content, synthetic(count)),
  incidents: (content: string, count: number) =>
    writeAll(content, {
      ...Object.fromEntries(plainIncidents(count).map((one) => [`incidents/${one.name}.md`, textOf(one)])),
      'site.yaml': 'title: Bench\ndescription: Generated incidents.\naccount: own\n',
    }),
} as const

/**
 * Builds so many generated records or incidents and measures their search page: bytes of a cold first result, warm
 * answers, and how long the page is held up.
 */
export async function benchLarge(count: number, what: keyof typeof WRITE): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-search-'))
  const [content, out] = [join(folder, 'content'), join(folder, 'dist')]
  WRITE[what](content, count)
  buildOrThrow(content, out)
  const server = await serveCounting({ '/': out })
  const browser = await chromium.launch({
    executablePath: findChromium(),
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  })
  try {
    const page = await browser.newPage()
    await page.addInitScript(() => {
      const watched: Watched = Object.assign(globalThis, { longTasks: [] })
      new PerformanceObserver((list) =>
        watched.longTasks.push(...list.getEntries().map(({ duration }) => duration)),
      ).observe({ type: 'longtask', buffered: true })
    })
    await page.goto(`http://127.0.0.1:${server.port}/search/?q=update`)
    await page.locator('.hit').first().waitFor()
    const bytes = [...server.take()]
      .filter(([path]) => /pagefind|search|_assets.+\.js$/i.test(path))
      .sort((a, b) => b[1] - a[1])
    console.log(
      `\nCold search of one common word among ${count} ${what}: ` +
        `${Math.round(bytes.reduce((sum, [, own]) => sum + own, 0) / 1000)} kB`,
    )
    for (const [path, own] of bytes) console.log(`  ${String(own).padStart(7)} ${path}`)
    console.log(`  tasks over 50 ms while loading: ${(await longTasks(page)).map(Math.round).join(', ') || 'none'}`)
    const ask = await ours(page, `http://127.0.0.1:${server.port}`)
    for (const q of QUERIES) await ask(q)
    await longTasks(page)
    console.log(`Warm (load ${loadavg()[0]?.toFixed(1)})`)
    const all: number[] = []
    for (const q of QUERIES) {
      const times = []
      for (let round = 0; round < 5; round += 1) times.push((await ask(q)).ms)
      all.push(...times)
      console.log(`  ${median(times).toFixed(0).padStart(5)} ms  ${q}`)
    }
    console.log(
      `  ${median(all).toFixed(0).padStart(5)} ms median of all; tasks over 50 ms: ` +
        `${(await longTasks(page)).map(Math.round).join(', ') || 'none'}`,
    )
  } finally {
    await browser.close()
    server.close()
    rmSync(folder, { recursive: true, force: true })
  }
}
