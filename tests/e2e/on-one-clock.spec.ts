import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants } from 'node:zlib'
import { expect, test } from '@playwright/test'
import { load } from 'cheerio'
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

test('a year is filtered by kind and organization, the address keeps it, and older years are filtered as well', async ({
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
  await page.getByRole('link', { name: 'Older: 2024' }).press('Enter')
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
  await older.press('Enter')
  await older.press('Enter')
  release()
  await expect(page.getByRole('link', { name: 'Older: 2023' })).toBeVisible()
  expect(asked).toBe(1)
  await expect(page.locator('[id="m-2024-07"]')).toHaveCount(1)
  await page.route('**/timeline/2023/', (route) =>
    route.request().isNavigationRequest() ? route.continue() : route.abort(),
  )
  await page.getByRole('link', { name: 'Older: 2023' }).press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Timeline 2023' })).toBeVisible()
})

test('without scripts older years are pages', async ({ browser, baseURL }) => {
  const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage()
  await page.goto(`${baseURL}/timeline/2025/`)
  // By keyboard: months are drawn as they come into view, and a link below them moves while it is scrolled to.
  await page.getByRole('link', { name: 'Older: 2024' }).press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Timeline 2024' })).toBeVisible()
})

test('two incidents are compared by address, at another alignment, and one that cannot be had is said', async ({
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
  await page.route('**/incidents/2021-10-04-facebook-bgp.json', (route) => route.abort())
  await page.goto('/compare/?a=2024-07-19-channel-file-291&b=2021-10-04-facebook-bgp')
  await expect(page.getByText('The incident 2021-10-04-facebook-bgp could not be read.')).toBeVisible()
})

test('the first hours are chosen by keyboard, kept in the address, and read from it', async ({ page }) => {
  await page.goto('/compare/?a=2024-07-19-channel-file-291&b=2019-07-02-cloudflare-waf-regex')
  const picture = page.getByRole('region', { name: /^Both on one time axis from onset/ })
  const marks = picture.getByRole('link')
  await expect(picture.getByRole('group')).toHaveCount(2)
  const all = await marks.count()
  await page.getByRole('radio', { name: 'all' }).focus()
  await page.keyboard.press('ArrowRight')
  await expect(page).toHaveURL(/span=2h/)
  await expect(picture).toHaveAccessibleName('Both on one time axis from onset: 2 hours')
  await expect(page.getByRole('radio', { name: '2 hours' })).toBeFocused()
  await expect(picture.getByRole('group', { name: /^CrowdStrike.*, 7 earlier, \d+ later$/ })).toBeVisible()
  const some = await marks.count()
  expect(some).toBeGreaterThan(5)
  expect(some).toBeLessThan(all)
  await page.reload()
  await expect(page.getByRole('radio', { name: '2 hours' })).toBeChecked()
  await expect(picture).toHaveAccessibleName('Both on one time axis from onset: 2 hours')
  await page.getByRole('link', { name: 'Skip the picture' }).focus()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('region', { name: /^Milestones/ })).toBeFocused()
})

test('the picture is taken away as SVG and PNG files that need nothing else', async ({ page }) => {
  const broken: string[] = []
  page.on('console', (message) => message.type() === 'error' && broken.push(message.text()))
  await page.goto('/compare/')
  await expect(page.getByRole('group', { name: 'Download picture' })).toBeHidden()
  await page.goto('/compare/?a=2024-07-19-channel-file-291&b=2019-07-02-cloudflare-waf-regex&span=2h')
  const group = page.getByRole('group', { name: 'Download picture' })
  const take = async (form: string) => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      group.getByRole('button', { name: form }).click(),
    ])
    await expect(group.getByRole('status')).toHaveText('Saved')
    return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) }
  }
  const svg = await take('SVG')
  expect(svg.name).toBe('compare-picture.svg')
  const drawn = load(svg.bytes.toString(), { xml: true })
  const width = Number(drawn('svg').attr('width'))
  expect(width).toBeGreaterThan(700)
  const words = drawn('text')
    .toArray()
    .map((text) => drawn(text).text())
  expect(words).toEqual(expect.arrayContaining(['Cloudflare WAF regex, 2019', 'start', '+90 min', '+2 h']))
  expect(words.at(-1)).toContain('/compare/?a=2024-07-19-channel-file-291')
  // Phases of both, marks of both, each in a colour of its own.
  const fills = new Set(
    drawn('path')
      .toArray()
      .map((path) => drawn(path).attr('fill')),
  )
  expect(fills.size).toBeGreaterThan(6)
  for (const fill of fills) expect(fill).toMatch(/^(?:none|#[0-9a-f]{6,8})$/)
  const png = await take('PNG')
  expect(png.name).toBe('compare-picture.png')
  expect(png.bytes.subarray(1, 4).toString()).toBe('PNG')
  expect(png.bytes.readUInt32BE(16)).toBeGreaterThanOrEqual(2 * width - 2)
  // The page is as it was.
  await expect(page.locator('#picture use').first()).toBeAttached()
  expect(broken).toEqual([])
})

test('both strips stand on paper, at one scale', async ({ page }) => {
  await page.goto('/compare/?a=2024-07-19-channel-file-291&b=2019-07-02-cloudflare-waf-regex&span=1d')
  const picture = page.getByRole('region', { name: /^Both on one time axis/ })
  await expect(picture).toBeVisible()
  await page.emulateMedia({ media: 'print' })
  await expect(picture.getByText('Cloudflare WAF regex, 2019')).toBeVisible()
  await expect(page.getByRole('button', { name: 'SVG' })).toBeHidden()
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

test('how long incidents took is one chart before their list, its numbers folded, each kind apart', async ({
  page,
}) => {
  await page.goto('/incidents/')
  const chart = page.getByRole('figure', { name: 'How long it took' })
  await expect(chart.getByRole('img', { name: /^Time to recover: \d+ on a logarithmic axis/ }).first()).toBeVisible()
  const list = page.getByRole('table', { name: /^Incidents, each with its phases/ })
  expect(((await chart.boundingBox())?.y ?? 0) < ((await list.boundingBox())?.y ?? 0)).toBe(true)
  const faults = page.getByRole('region', { name: /^Fault: / })
  await expect(faults).toBeHidden()
  await page.getByText('In numbers: medians, quartiles').click()
  const row = faults.getByRole('row', { name: /^Time to recover/ })
  await expect(row.getByRole('cell').first()).toContainText(/\d+ (min|h)/)
  const [n, unknown] = (await row.getByRole('cell').allInnerTexts()).slice(-2).map(Number)
  const total = Number(/Fault: (\d+)/.exec((await faults.getAttribute('aria-label')) ?? '')?.[1])
  expect((n ?? 0) + (unknown ?? 0)).toBe(total)
  // No measure of fewer than three incidents.
  for (const image of await chart.getByRole('img').all())
    expect(Number(/: (\d+) on/.exec((await image.getAttribute('aria-label')) ?? '')?.[1])).toBeGreaterThanOrEqual(3)
  const group = page.getByRole('group', { name: 'Download picture' })
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    group.getByRole('button', { name: 'SVG' }).click(),
  ])
  const drawn = load(readFileSync(await download.path()).toString(), { xml: true })
  const words = drawn('text')
    .toArray()
    .map((text) => drawn(text).text())
  expect(words).toEqual(expect.arrayContaining(['1 h', '1 day', 'Time to recover']))
})
