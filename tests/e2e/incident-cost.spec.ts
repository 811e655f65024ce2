import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants } from 'node:zlib'
import { expect, test } from '@playwright/test'
import { builtFolder, builtPages } from './pages.ts'

const FLAGSHIP = '/incidents/2024-07-19-channel-file-291/'
const squeezed = (bytes: Buffer) =>
  brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length
const file = (path: string) => readFileSync(join(builtFolder, path))

test('an incident page of up to 40 events takes at most 14 kB of HTML', () => {
  const pages = builtPages().filter((path) => /^\/incidents\/\d[^/]*\/$/.test(path))
  const heavy = pages.flatMap((path) => {
    const html = file(`${path}index.html`)
    const events = html.toString().match(/<h4 id="e-/g)?.length ?? 0
    return events <= 40 && squeezed(html) > 14_000 ? [`${path}: ${events} events, ${squeezed(html)} bytes`] : []
  })
  expect(pages.length).toBeGreaterThan(20)
  expect(heavy).toEqual([])
})

test('all styles take at most 12 kB', () => {
  const styles = globSync('_assets/*.css', { cwd: builtFolder })
  expect(styles.length).toBeGreaterThan(0)
  expect(styles.reduce((sum, style) => sum + squeezed(file(style)), 0)).toBeLessThanOrEqual(12_000)
})

test('an incident page loads at most 6 kB of script; what its controls need comes when one is used, and is at most 6 kB too', async ({
  page,
}) => {
  const loaded = new Set<string>()
  page.on('response', (response) => {
    const { pathname } = new URL(response.url())
    if (pathname.endsWith('.js')) loaded.add(pathname)
  })
  await page.goto(FLAGSHIP, { waitUntil: 'networkidle' })
  const first = [...loaded]
  expect(first.length).toBeGreaterThan(0)
  expect(first.reduce((sum, path) => sum + squeezed(file(path)), 0)).toBeLessThanOrEqual(6000)
  await page.getByRole('button', { name: 'Filter, change the clock, copy' }).click()
  await expect(page.getByLabel('Kind')).toBeVisible()
  const more = [...loaded].filter((path) => !first.includes(path))
  expect(
    more.some((path) => path.includes('tools')),
    more.join(' '),
  ).toBe(true)
  expect(
    more.reduce((sum, path) => sum + squeezed(file(path)), 0),
    more.join(' '),
  ).toBeLessThanOrEqual(6000)
})

for (const width of [390, 1280])
  test(`nothing shifts while an incident page loads at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 })
    // Watched from before the first paint: a sum taken at the end alone could come before the entries do.
    await page.addInitScript(() => {
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries())
          document.documentElement.dataset['shift'] = String(
            Number(document.documentElement.dataset['shift'] ?? 0) + ('value' in entry ? Number(entry.value) : 0),
          )
      }).observe({ type: 'layout-shift', buffered: true })
    })
    await page.goto(FLAGSHIP, { waitUntil: 'networkidle' })
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))))
    expect(Number((await page.locator('html').getAttribute('data-shift')) ?? 0)).toBe(0)
  })
