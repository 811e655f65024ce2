import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants } from 'node:zlib'
import { expect, type Page, test } from '@playwright/test'
import { load } from 'cheerio'
import { builtFolder, builtPages } from './pages.ts'

const FLAGSHIP = '/incidents/2024-07-19-channel-file-291/'
const squeezed = (bytes: Buffer, quality = 11) =>
  brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } }).length
const file = (path: string) => readFileSync(join(builtFolder, path))

test('half of all incident pages take at most 12 kB of HTML, and none of up to 40 events more than 20', () => {
  const pages = builtPages()
    .filter((path) => /^\/incidents\/\d[^/]*\/$/.test(path))
    .map((path) => ({ path, html: file(`${path}index.html`) }))
    .map((page) => ({ ...page, nearly: squeezed(page.html, 5) }))
    .sort((a, b) => a.nearly - b.nearly)
  expect(pages.length).toBeGreaterThan(20)
  // Where a page squeezes into so many bytes with little effort, more of it is not spent.
  const isLarger = ({ html, nearly }: (typeof pages)[number], most: number) => nearly > most && squeezed(html) > most
  const smaller = pages.slice(0, pages.length / 2 + 1)
  expect(smaller.filter((page) => isLarger(page, 12_000)).map(({ path }) => path)).toEqual([])
  const isShort = (html: Buffer) => (html.toString().match(/<h4 id="e-/g)?.length ?? 0) <= 40
  const large = pages.filter((page) => isShort(page.html) && isLarger(page, 20_000))
  expect(large.map(({ path }) => path)).toEqual([])
})

// 78 events, 130 sources, 66 statements: twice as many of each as the next longest has.
test('the longest incident takes at most 40 kB of HTML', () => {
  expect(squeezed(file(`${FLAGSHIP}index.html`))).toBeLessThanOrEqual(40_000)
})

for (const [width, height, screens] of [
  [1280, 900, 12],
  [390, 844, 25],
] as const)
  test(`the longest incident, with nothing unfolded, is read on ${screens} screens of ${width} by ${height}`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height })
    await page.goto(FLAGSHIP)
    const tall = await page.evaluate(() => document.documentElement.scrollHeight)
    expect(tall / height).toBeLessThanOrEqual(screens)
  })

test('all styles of an incident take at most 12 kB', () => {
  const styles = load(file(`${FLAGSHIP}index.html`))('link[rel=stylesheet]')
    .toArray()
    .map(({ attribs }) => attribs['href'] ?? '')
  expect(styles.length).toBeGreaterThan(0)
  expect(styles.reduce((sum, style) => sum + squeezed(file(style)), 0)).toBeLessThanOrEqual(12_000)
})

/** Addresses of the scripts that a script imports, at once or when something is used. */
function importsOf(script: string): { readonly now: readonly string[]; readonly later: readonly string[] } {
  const text = file(script).toString()
  const found = (pattern: RegExp) =>
    [...text.matchAll(pattern)].map(([, path = '']) => new URL(path, `http://site.test${script}`).pathname)
  return {
    now: found(/(?:\bfrom|\bimport)\s*["'`]([^"'`]+\.js)["'`]/g),
    later: found(/\bimport\(\s*["'`]([^"'`]+\.js)["'`]\s*\)/g),
  }
}

/** Some scripts with all that they import at once. */
function withImports(scripts: readonly string[]): Set<string> {
  const all = new Set(scripts)
  // A set goes on to what is added while it is gone through.
  for (const script of all) for (const more of importsOf(script).now) all.add(more)
  return all
}

const bytesOf = (scripts: Iterable<string>) => [...scripts].reduce((sum, script) => sum + squeezed(file(script)), 0)

test('an incident page loads at most 6 kB of script, and its controls at most 6 kB more when one is used', async ({
  page,
}) => {
  const html = load(file(`${FLAGSHIP}index.html`))
  const first = withImports(
    html('script[src]')
      .toArray()
      .map((script) => html(script).attr('src') ?? ''),
  )
  expect(first.size).toBeGreaterThan(0)
  expect(bytesOf(first)).toBeLessThanOrEqual(6000)
  const later = [...first].flatMap((script) => importsOf(script).later)
  const controls = later.find((script) => script.includes('controls')) ?? ''
  const more = [...withImports([controls])].filter((script) => !first.has(script))
  expect(bytesOf(more), more.join(' ')).toBeLessThanOrEqual(6000)

  const loaded = new Set<string>()
  page.on('request', (request) => {
    const { pathname } = new URL(request.url())
    if (pathname.endsWith('.js')) loaded.add(pathname)
  })
  await page.goto(FLAGSHIP, { waitUntil: 'load' })
  await expect(page.getByRole('button', { name: 'Keys' })).toBeVisible()
  expect([...loaded].sort()).toEqual([...first].sort())
  await page.getByRole('checkbox', { name: /^Onset/ }).check()
  await expect(page).toHaveURL(/kind=onset/)
  // Whoever came down to the timeline has the bar of sections by now.
  expect([...loaded].filter((script) => !script.includes('section-bar')).sort()).toEqual([...first, ...more].sort())
})

/** Where everything that is seen stands on the page, in pixels from its left and top. */
const places = (page: Page) =>
  page.evaluate(async () => {
    await document.fonts.ready
    return [...document.querySelectorAll('header *, main *')]
      .filter((element) => element.checkVisibility({ visibilityProperty: true }))
      .map((element) => {
        const { left, top } = element.getBoundingClientRect()
        return `${element.tagName} ${element.id} ${Math.round(left)} ${Math.round(top + scrollY)}`
      })
  })

for (const width of [390, 1280])
  test(`nothing moves at ${width} px when the scripts of an incident page arrive`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 })
    let arrive = () => {}
    const held = new Promise<void>((resolve) => (arrive = resolve))
    await page.route('**/*.js', async (route) => {
      // The theme is set before anything is drawn.
      if (!route.request().url().includes('theme-boot')) await held
      await route.continue()
    })
    await page.goto(FLAGSHIP, { waitUntil: 'commit' })
    await page.locator('.foot').waitFor()
    const before = await places(page)
    arrive()
    await page.waitForLoadState('load')
    await expect(page.getByRole('button', { name: 'Keys' })).toBeVisible()
    const after = new Set(await places(page))
    expect(before.length).toBeGreaterThan(1000)
    expect(before.filter((place) => !after.has(place))).toEqual([])
  })
