import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { chromium, type Page } from '@playwright/test'
import { startServer } from '../../build/command.ts'
import { findChromium } from '../../e2e/chromium.ts'
import { writeContent } from '../build/content.ts'
import { fileOf, type Synthetic, synthetic } from '../build/synthetic.ts'

const TIMES = 5

/** An edit of one record as an author saves it, with a word that only this edit has. */
const edited = (record: Synthetic, field: string, word: string) =>
  fileOf({ ...record, data: { ...record.data, [field]: `${String(record.data[field])} ${word}` } })

/** Milliseconds from the write of each edit until its word is in the page. */
async function follow(page: Page, content: string, record: Synthetic, field: string): Promise<number[]> {
  const took: number[] = []
  for (let at = 0; at < TIMES; at += 1) {
    const word = `${record.kind}-edit-${at}`
    const [file, text] = edited(record, field, word)
    const began = performance.now()
    writeFileSync(join(content, file), text)
    // While the page loads again, it has no body.
    await page.waitForFunction(
      (wanted) => document.querySelector('body')?.textContent.includes(wanted) === true,
      word,
      { polling: 'raf' },
    )
    took.push(performance.now() - began)
    // The next save comes once this one has been worked off: a page that is still loading would be measured with it.
    await page.waitForLoadState('networkidle')
  }
  return took
}

const summary = (took: readonly number[]) =>
  `median ${took.toSorted((a, b) => a - b)[Math.floor(took.length / 2)]?.toFixed(0)} ` +
  `ms (${took.map((ms) => ms.toFixed(0)).join(', ')})`

/**
 * Edits synthetic content under `npm run dev` and prints how long the open page of an incident took to show each edit.
 */
export async function benchDev(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({ args: [...args], options: { records: { type: 'string', default: '100' } } })
  const made = synthetic(Number(values.records))
  const incident = made.find(({ kind }) => kind === 'incidents')
  const source = made.find(({ kind, id }) => kind === 'sources' && JSON.stringify(incident?.data).includes(`"${id}"`))
  if (!incident || !source) throw new Error('expected an incident that cites a source among the records')
  const content = mkdtempSync(join(tmpdir(), 'bench-dev-'))
  writeContent(content, made)
  const server = await startServer('dev', ['--content', content, '--port', '0'], {})
  const browser = await chromium.launch({
    executablePath: findChromium(),
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  })
  try {
    const page = await browser.newPage()
    await page.goto(`${server.address}incidents/${incident.id}/`, { waitUntil: 'networkidle' })
    process.stdout.write(
      `${made.length} records under "npm run dev"; load ${loadavg()[0]?.toFixed(1)}; from ` +
        `the write of a file until its word is in the page of an incident\n`,
    )
    process.stdout.write(`the incident edited   ${summary(await follow(page, content, incident, 'summary'))}\n`)
    process.stdout.write(
      'a source edited       ' +
        `${summary(await follow(page, content, source, 'title'))}; load ${loadavg()[0]?.toFixed(1)}\n`,
    )
  } finally {
    await browser.close()
    await server.stop()
    rmSync(content, { recursive: true, force: true })
  }
}
