import { createHash } from 'node:crypto'
import { statSync } from 'node:fs'
import { join } from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import { expect, test, type Page } from '@playwright/test'
import { isKind } from '#core/schema/kind-names.ts'
import { builtFolder, builtPages } from './pages.ts'

const FLAGSHIP = ['/incidents/2024-07-19-channel-file-291/', '/summits/2024-09-10-windows-endpoint-summit/', '/statements/2024-09-12-eset-summit/']

// `npm run test:all` looks at every page in every variant.
const EVERY = process.env['AFTERMATH_EVERY_PAGE'] === '1'

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
  if (EVERY) return builtPages()
  const byTemplate = Map.groupBy(builtPages(), template)
  const size = (path: string) => statSync(join(builtFolder, path, 'index.html')).size
  const ends = [...byTemplate.values()].flatMap((paths) => {
    const sorted = [...paths].sort((a, b) => size(a) - size(b))
    return [sorted[0], sorted.at(-1)].filter((path) => path !== undefined)
  })
  return [...new Set([...ends, ...FLAGSHIP])].sort()
}

// One run of all rules in the page itself (no page here holds frames), and only what is wrong sent back: a third of the time.
const axe = (page: Page) => new AxeBuilder({ page }).setLegacyMode()
const only = { resultTypes: ['violations' as const] }

async function faultsOf(builder: AxeBuilder, where: string): Promise<string[]> {
  const { violations: found } = await builder.analyze()
  return found.map(
    ({ id, nodes }) =>
      `${where} ${id}: ${nodes
        .slice(0, 3)
        .map(({ target }) => target.join(' '))
        .join(' | ')}`,
  )
}

/** Every rule. */
const violations = (page: Page, where = page.url()) => faultsOf(axe(page).options(only), where)

/** The rules that read colours: all that a theme can change, as the themes differ in nothing but colours. */
const colourViolations = (page: Page, where: string) => faultsOf(axe(page).options({ ...only, runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] } }), where)

// The extremes are looked at below, in more ways.
const ends = new Set(extremes())
const sample = builtPages().filter((path) => inSample(path) && !ends.has(path))
const chunks = (paths: readonly string[], size: number) => Array.from({ length: Math.ceil(paths.length / size) }, (_, at) => paths.slice(at * size, (at + 1) * size))

for (const [at, paths] of chunks(sample, 25).entries())
  test(`pages ${at * 25 + 1} to ${at * 25 + paths.length} of the sample have no accessibility violation`, async ({ page }) => {
    test.setTimeout(300_000)
    const faults: string[] = []
    for (const path of paths) {
      await page.goto(path)
      faults.push(...(await violations(page, path)))
    }
    expect(faults).toEqual([])
  })

for (const paths of chunks(extremes(), 8))
  test(`${paths[0]} to ${paths.at(-1)}: the shortest, longest and flagship pages are accessible on a phone and a desk, light and dark`, async ({ page }) => {
    test.setTimeout(600_000)
    const faults: string[] = []
    for (const path of paths) {
      await page.emulateMedia({ colorScheme: 'light' })
      await page.goto(path)
      for (const width of [390, 1280]) {
        await page.setViewportSize({ width, height: 900 })
        await page.emulateMedia({ colorScheme: 'light' })
        faults.push(...(await violations(page, `${path} at ${width} px`)))
        await page.emulateMedia({ colorScheme: 'dark' })
        faults.push(...(await colourViolations(page, `${path} at ${width} px in dark`)))
      }
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
  test.setTimeout(EVERY ? 3_600_000 : 600_000)
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
  test.setTimeout(EVERY ? 3_600_000 : 300_000)
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
