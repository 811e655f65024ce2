import { createHash } from 'node:crypto'
import { statSync } from 'node:fs'
import { join } from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import { expect, test, type Page } from '@playwright/test'
import { isKind } from '#core/schema/kind-names.ts'
import { builtFolder, builtPages } from './pages.ts'

const FLAGSHIP = ['/incidents/2024-07-19-channel-file-291/', '/summits/2024-09-10-windows-endpoint-summit/', '/statements/2024-09-12-eset-summit/']

const isRecord = (path: string) => {
  const [kind, id, ...rest] = path.split('/').filter(Boolean)
  return kind !== undefined && isKind(kind) && id !== undefined && rest.length === 0
}

// A stable third of the records of every kind, so that every run and every machine tests the same ones. Pages derived from them
// (days, pairs, citations) are alike; their shortest and longest are tested below.
const inSample = (path: string) => isRecord(path) && createHash('sha256').update(path).digest().readUInt8(0) % 3 === 0

const template = (path: string) => {
  const [kind, id] = path.split('/').filter(Boolean)
  return id ? `${kind}/*` : `/${kind ?? ''}`
}

/** The shortest and longest page of each template, and the flagship ones: looked at in both themes and two widths. */
function extremes(): string[] {
  const byTemplate = Map.groupBy(builtPages(), template)
  const size = (path: string) => statSync(join(builtFolder, path, 'index.html')).size
  const ends = [...byTemplate.values()].flatMap((paths) => {
    const sorted = [...paths].sort((a, b) => size(a) - size(b))
    return [sorted[0], sorted.at(-1)].filter((path) => path !== undefined)
  })
  return [...new Set([...ends, ...FLAGSHIP])].sort()
}

async function violations(page: Page): Promise<string[]> {
  const { violations: found } = await new AxeBuilder({ page }).analyze()
  return found.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map(({ target }) => target.join(' ')).join(' | ')}`)
}

const sample = builtPages().filter((path) => inSample(path) || FLAGSHIP.includes(path))
const CHUNK = 25

for (let start = 0; start < sample.length; start += CHUNK) {
  const paths = sample.slice(start, start + CHUNK)
  test(`pages ${start + 1} to ${start + paths.length} of the sample have no accessibility violation`, async ({ page }) => {
    test.setTimeout(300_000)
    const faults: string[] = []
    for (const path of paths) {
      await page.goto(path)
      faults.push(...(await violations(page)).map((fault) => `${path} ${fault}`))
    }
    expect(faults).toEqual([])
  })
}

for (const [width, scheme] of [[390, 'light'], [390, 'dark'], [1280, 'light'], [1280, 'dark']] as const)
  test(`the shortest, longest and flagship pages are accessible at ${width} px in ${scheme}`, async ({ page }) => {
    test.setTimeout(600_000)
    await page.setViewportSize({ width, height: 900 })
    await page.emulateMedia({ colorScheme: scheme })
    const faults: string[] = []
    for (const path of extremes()) {
      await page.goto(path)
      faults.push(...(await violations(page)).map((fault) => `${path} ${fault}`))
    }
    expect(faults).toEqual([])
  })

test('the results of a search have no accessibility violation', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 900 })
  await page.goto('/search/?q=kernel')
  await expect(page.locator('.hit-link').first()).toBeVisible()
  expect(await violations(page)).toEqual([])
})

test('no page scrolls sideways at 320 px', async ({ page }) => {
  test.setTimeout(600_000)
  await page.setViewportSize({ width: 320, height: 800 })
  const faults: string[] = []
  for (const path of [...new Set([...extremes(), ...sample])]) {
    await page.goto(path)
    const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
    if (over > 0) faults.push(`${path}: ${over} px`)
  }
  expect(faults).toEqual([])
})

test('no page asks another origin for anything or writes an error to the console', async ({ page, baseURL }) => {
  test.setTimeout(300_000)
  const faults: string[] = []
  page.on('request', (request) => {
    if (!request.url().startsWith(baseURL ?? '') && !request.url().startsWith('data:')) faults.push(`asked for ${request.url()}`)
  })
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(`console: ${message.text()}`)
  })
  page.on('pageerror', (error) => faults.push(`error: ${error.message}`))
  for (const path of extremes()) await page.goto(path, { waitUntil: 'load' })
  expect(faults).toEqual([])
})
