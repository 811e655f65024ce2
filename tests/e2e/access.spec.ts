import { statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import { EVERYTHING } from '../everything.ts'
import { bringAxe, OF_LOOKS, startAxe, violations } from './axe.ts'
import { builtFolder, builtPages } from './pages.ts'
import { MOST, tabRuns } from './tab-stops.ts'

const FLAGSHIP = [
  '/incidents/2024-07-19-channel-file-291/',
  '/summits/2024-09-10-windows-endpoint-summit/',
  '/statements/2024-09-12-eset-summit/',
]

/**
 * What a page is made by: the list of a kind, in any order; a record of it; or an organization’s position on a topic.
 */
const template = (path: string) => {
  const [kind = '', id, ...rest] = path.split('/').filter(Boolean)
  if (id === undefined || id === 'by') return `/${kind}`
  return rest.length === 0 ? `${kind}/*` : `${kind}/${kind === 'topics' ? '*' : id}/*`
}

const size = (path: string) => statSync(join(builtFolder, path, 'index.html')).size
const longestFirst = (paths: readonly string[]) =>
  paths
    .map((path) => ({ path, bytes: size(path) }))
    .sort((a, b) => b.bytes - a.bytes)
    .map(({ path }) => path)

/**
 * Pages that are looked at in both themes and widths, and others of the same templates, which have nothing of their own
 * but what is missing: these are looked at once.
 */
interface Chosen {
  readonly fully: readonly string[]
  readonly once: readonly string[]
}

/**
 * The longest page of each template and the flagship ones, and the shortest of each: all pages fully with
 * `npm run test:all`.
 */
function chosen(): Chosen {
  if (EVERYTHING) return { fully: builtPages(), once: [] }
  const sorted = [...Map.groupBy(builtPages(), template).values()].map(longestFirst)
  const fully = new Set([...sorted.flatMap(([longest]) => longest ?? []), ...FLAGSHIP])
  return {
    fully: longestFirst([...fully]),
    once: sorted.flatMap((paths) => paths.at(-1) ?? []).filter((path) => !fully.has(path)),
  }
}

const { fully, once } = chosen()

/** Shares of about as many pages each, long and short ones dealt out evenly, so that no worker waits for another. */
const shares = (paths: readonly string[], each: number): string[][] => {
  const count = Math.ceil(paths.length / each)
  return Array.from({ length: count }, (_, share) => paths.filter((_, at) => at % count === share))
}

/** Notes whatever a page asks of another origin and every error, for as long as the page is used. */
function listen(page: Page, baseURL = ''): string[] {
  const faults: string[] = []
  page.on('request', (request) => {
    if (!request.url().startsWith(baseURL) && !request.url().startsWith('data:'))
      faults.push(`${page.url()} asked for ${request.url()}`)
  })
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(`${page.url()} console: ${message.text()}`)
  })
  page.on('pageerror', (error) => faults.push(`${page.url()} error: ${error.message}`))
  return faults
}

const WIDE = { width: 1280, height: 900 }
const PHONE = { width: 390, height: 900 }
const NARROW = { width: 320, height: 800 }

/** Opens a page on a narrow phone and tells by how much it is too wide for that. */
async function openNarrow(page: Page, path: string, colorScheme: 'light' | 'dark'): Promise<string[]> {
  await page.setViewportSize(NARROW)
  await page.emulateMedia({ colorScheme })
  await page.goto(path, { waitUntil: 'load' })
  const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  return over > 0 ? [`${path} scrolls sideways at ${NARROW.width} px: ${over} px`] : []
}

/**
 * Makes a page that is open wide, and tells where headings are too many presses of the Tab key apart there. Lists in
 * another order have the same links.
 */
async function widen(page: Page, path: string): Promise<string[]> {
  await page.setViewportSize(WIDE)
  // These choose by the width at which they are loaded; all others follow it.
  if ((await page.locator('[data-wide-open]').count()) > 0) await page.reload()
  return path.includes('/by/') ? [] : await tabRuns(page)
}

/**
 * Runs in the page. Takes the middle out of what has more children than `most`: a list of 800 records says of the 31st
 * what it said of the first 30, and axe takes a second for each hundred.
 */
function shorten(most: number): void {
  const first = Math.round(most * 0.75)
  for (const element of document.body.querySelectorAll('*'))
    if (element.childElementCount > most)
      for (const child of [...element.children].slice(first, first - most)) child.remove()
}

/**
 * A page light on a desk and dark on a phone: what a theme changes is colours, which are the same at any width, and
 * what a width changes is the same in both themes. `rules` are those of the second look, all by default.
 */
async function inBothThemes(page: Page, path: string, rules?: readonly string[]): Promise<string[]> {
  const faults = await violations(page, `${path} at ${WIDE.width} px`)
  await page.setViewportSize(PHONE)
  await page.emulateMedia({ colorScheme: 'dark' })
  return [...faults, ...(await violations(page, `${path} at ${PHONE.width} px in dark`, rules))]
}

/** How much of a list axe is given, but for those of flagships. */
const ROWS = 8

/**
 * Looks at a page that is open: at a flagship one whole, which shows on a phone what all pages do; at another with
 * shorter lists, and on the phone for what themes and widths change. `npm run test:all` spares nothing.
 */
async function lookAt(page: Page, path: string): Promise<string[]> {
  await startAxe(page)
  if (EVERYTHING) return inBothThemes(page, path)
  const isFlagship = FLAGSHIP.includes(path)
  await page.evaluate(shorten, isFlagship ? 40 : ROWS)
  return inBothThemes(page, path, isFlagship ? undefined : OF_LOOKS)
}

/** Loads each page once for all that is asked of it, and tells every fault of all of them. */
async function look(
  page: Page,
  baseURL: string | undefined,
  paths: readonly string[],
  faultsOf: (path: string) => Promise<readonly string[]>,
): Promise<void> {
  const faults = listen(page, baseURL)
  await bringAxe(page)
  for (const path of paths) await test.step(path, async () => void faults.push(...(await faultsOf(path))))
  expect(faults).toEqual([])
}

const SEEN_FULLY =
  'no accessibility violation light on a desk and dark on a phone, no sideways scroll at 320 px, ' +
  `at most ${MOST} presses of Tab from heading to heading, no request to another origin and no error`
const SEEN_ONCE =
  'no accessibility violation in the dark, no sideways scroll at 320 px, no request to another origin and no error'

for (const [at, paths] of shares(fully, 12).entries())
  test(`the longest pages of all templates, share ${at + 1}, have ${SEEN_FULLY}`, async ({ page, baseURL }) => {
    await look(page, baseURL, paths, async (path) => [
      ...(await openNarrow(page, path, 'light')),
      ...(await widen(page, path)),
      ...(await lookAt(page, path)),
    ])
  })

for (const [at, paths] of shares(once, 12).entries())
  test(`the shortest pages of all templates, share ${at + 1}, have ${SEEN_ONCE}`, async ({ page, baseURL }) => {
    await look(page, baseURL, paths, async (path) => {
      const wide = await openNarrow(page, path, 'dark')
      await startAxe(page)
      await page.evaluate(shorten, ROWS)
      return [...wide, ...(await violations(page, `${path} at ${NARROW.width} px in dark`))]
    })
  })

test('the results of a search have no accessibility violation', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 900 })
  await bringAxe(page)
  await page.goto('/search/?q=kernel')
  await expect(page.locator('.hit-link').first()).toBeVisible()
  await startAxe(page)
  expect(await violations(page, page.url())).toEqual([])
})
