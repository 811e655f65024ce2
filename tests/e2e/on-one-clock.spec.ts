import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants } from 'node:zlib'
import { expect, test } from '@playwright/test'
import { builtFolder, builtPages } from './pages.ts'

const bytes = (path: string) =>
  brotliCompressSync(readFileSync(join(builtFolder, path, 'index.html')), {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11 },
  }).length

test('every page of the timeline of everything stays under 100 kB', () => {
  const pages = builtPages().filter((path) => path.startsWith('/timeline/'))
  expect(pages.length).toBeGreaterThan(20)
  expect(pages.filter((path) => bytes(path) > 100_000)).toEqual([])
})

test('a year is filtered by kind and organization, the address keeps it, and older years are added below the same filter', async ({
  page,
}) => {
  await page.goto('/timeline/2025/')
  const entries = page.locator('#ledger [data-kind]:not([hidden])')
  const all = await entries.count()
  await page.getByRole('combobox', { name: 'Kind' }).selectOption('summit')
  await page.getByRole('combobox', { name: 'Organization' }).selectOption('microsoft')
  const some = await entries.count()
  expect(some).toBeGreaterThan(0)
  expect(some).toBeLessThan(all)
  await expect(page).toHaveURL(/kind=summit&org=microsoft/)
  await page.getByRole('link', { name: 'Older: 2024' }).click()
  await expect(page.getByRole('link', { name: 'Windows Endpoint Security Ecosystem Summit' }).first()).toBeVisible()
  await expect(page.getByRole('link', { name: 'Older: 2023' })).toBeVisible()
  for (const entry of await entries.all()) await expect(entry).toHaveAttribute('data-kind', 'summit')
})

test('a second click on the older year adds its months once, and without a connection the link is followed', async ({
  page,
}) => {
  await page.goto('/timeline/2025/')
  let release = () => {}
  const held = new Promise<void>((resolve) => (release = resolve))
  let asked = 0
  await page.route('**/timeline/2024/', async (route) => {
    asked += 1
    await held
    await route.continue()
  })
  const older = page.getByRole('link', { name: 'Older: 2024' })
  await older.click()
  await older.click()
  release()
  await expect(page.getByRole('link', { name: 'Older: 2023' })).toBeVisible()
  expect(asked).toBe(1)
  await expect(page.locator('[id="m-2024-07"]')).toHaveCount(1)
  await page.route('**/timeline/2023/', (route) =>
    route.request().isNavigationRequest() ? route.continue() : route.abort(),
  )
  await page.getByRole('link', { name: 'Older: 2023' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Timeline 2023' })).toBeVisible()
})

test('without scripts older years are pages', async ({ browser, baseURL }) => {
  const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage()
  await page.goto(`${baseURL}/timeline/2025/`)
  await page.getByRole('link', { name: 'Older: 2024' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Timeline 2024' })).toBeVisible()
})

test('two incidents are compared by address, at another alignment, and one that is not there is said', async ({
  page,
}) => {
  await page.goto('/compare/?a=2024-07-19-channel-file-291&b=2021-10-04-facebook-bgp')
  await expect(page.getByText('Both from onset')).toBeVisible()
  const row = page.getByRole('row', { name: /^Mitigated/ })
  await expect(row).toContainText('+78 min')
  await page.getByRole('combobox', { name: 'Aligned at' }).selectOption('communicated')
  await expect(page).toHaveURL(/align=communicated/)
  await expect(row).not.toContainText('+78 min')
  await page.goto('/compare/?a=2024-07-19-channel-file-291&b=no-such')
  await expect(page.getByText('The incident no-such could not be read.')).toBeVisible()
})

test('an alignment that an address names by mistake is as if it were not named', async ({ page }) => {
  for (const name of ['__proto__', 'constructor', 'toString']) {
    await page.goto(`/compare/?a=2024-07-19-channel-file-291&b=2021-10-04-facebook-bgp&align=${name}`)
    await expect(page.locator('kb-pair [role=status]')).toHaveText('Both from onset')
  }
})

test('a slow answer to an earlier choice does not replace a later one', async ({ page }) => {
  let release = () => {}
  const held = new Promise<void>((resolve) => (release = resolve))
  await page.route('**/incidents/2021-10-04-facebook-bgp.json', async (route) => {
    await held
    await route.continue()
  })
  await page.goto('/compare/?a=2024-07-19-channel-file-291&b=2021-10-04-facebook-bgp')
  await expect(page.locator('kb-pair [role=status]')).toHaveText('Loading …')
  await page.getByRole('combobox', { name: 'Second' }).selectOption('2019-07-02-cloudflare-waf-regex')
  const heads = page.getByRole('table').first().getByRole('columnheader')
  await expect(heads.nth(2)).toContainText('Cloudflare')
  const late = page.waitForResponse('**/incidents/2021-10-04-facebook-bgp.json')
  release()
  await (await late).finished()
  await expect(heads.nth(2)).toContainText('Cloudflare')
})

test('sets of incidents show median, quartiles and how many do not say, each kind apart', async ({ page }) => {
  await page.goto('/incidents/')
  const faults = page.getByRole('region', { name: /^Fault: / })
  const row = faults.getByRole('row', { name: /^Time to recover/ })
  await expect(row.getByRole('cell').nth(1)).toContainText(/\d+ (min|h)/)
  await expect(row.getByRole('img')).toHaveAccessibleName(/logarithmic/)
  const [n, unknown] = (await row.getByRole('cell').allInnerTexts()).slice(-2).map(Number)
  const total = Number(/Fault: (\d+)/.exec((await faults.getAttribute('aria-label')) ?? '')?.[1])
  expect((n ?? 0) + (unknown ?? 0)).toBe(total)
})
