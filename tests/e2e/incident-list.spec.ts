import { readFileSync } from 'node:fs'
import { expect, test, type Page } from '@playwright/test'
import { parse } from 'csv-parse/sync'

const LIST = '/incidents/'
const rows = (page: Page) => page.locator('#incidents tbody tr:visible')
const filter = (page: Page) => page.getByRole('search', { name: 'Filter incidents' })
const choice = (page: Page, name: string) => filter(page).getByRole('combobox', { name })
/** The number that the chosen option of a choice gives. */
const countOf = async (page: Page, name: string) =>
  Number(/\((\d+)\)$/.exec(await choice(page, name).locator('option:checked').innerText())?.[1])

test('an engineer narrows incidents by product and cause, and whoever gets the address sees the same', async ({
  page,
  browser,
}) => {
  await page.goto(LIST)
  const all = await rows(page).count()
  await choice(page, 'Product').selectOption('cloudflare-dashboard')
  const ofProduct = await rows(page).count()
  expect(ofProduct).toBe(await countOf(page, 'Product'))
  expect(ofProduct).toBeLessThan(all)
  await expect(filter(page).getByText(`${ofProduct} of ${all} incidents`)).toBeVisible()
  const open = choice(page, 'Cause').locator('option:not([value=""]):not(:disabled)')
  const cause = (await open.first().getAttribute('value')) ?? ''
  await choice(page, 'Cause').selectOption(cause)
  const left = await rows(page).count()
  expect(left).toBe(await countOf(page, 'Cause'))
  expect(left).toBeGreaterThan(0)
  await expect(page).toHaveURL(`${LIST}?product=cloudflare-dashboard&cause=${cause}`)
  const titles = await rows(page).getByRole('rowheader').allInnerTexts()
  const other = await browser.newPage()
  await other.goto(page.url())
  await expect(choice(other, 'Cause')).toHaveValue(cause)
  expect(await rows(other).getByRole('rowheader').allInnerTexts()).toEqual(titles)
  await other.getByRole('link', { name: 'date added' }).click()
  await expect(choice(other, 'Product')).toHaveValue('cloudflare-dashboard')
  expect((await rows(other).getByRole('rowheader').allInnerTexts()).toSorted()).toEqual(titles.toSorted())
})

test('an address with a name that a product had before shows what it has now', async ({ page }) => {
  await page.goto(`${LIST}?product=aws-dynamodb`)
  await expect(choice(page, 'Product').locator('option:checked')).toHaveText(/^Amazon DynamoDB \(\d+\)$/)
  expect(await rows(page).count()).toBe(await countOf(page, 'Product'))
})

test('every number beside a value is how many incidents it leaves', async ({ page }) => {
  await page.goto(`${LIST}?severity=critical`)
  for (const name of ['Kind', 'State', 'Year']) {
    const values = await choice(page, name)
      .locator('option:not([value=""]):not(:disabled)')
      .evaluateAll((options: HTMLOptionElement[]) => options.map(({ value }) => value))
    for (const value of values) {
      await choice(page, name).selectOption(value)
      expect(await rows(page).count(), `${name}: ${value}`).toBe(await countOf(page, name))
    }
    await choice(page, name).selectOption('')
  }
})

test('whoever comes back from an incident finds the choice, the hits and the place', async ({ page }) => {
  await page.goto(`${LIST}?kind=fault`)
  const hits = await rows(page).count()
  const last = rows(page).last().getByRole('link').first()
  const title = await last.innerText()
  await last.scrollIntoViewIfNeeded()
  const top = await page.evaluate(() => scrollY)
  expect(top).toBeGreaterThan(0)
  await last.click()
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await page.goBack()
  await expect(choice(page, 'Kind')).toHaveValue('fault')
  await expect(rows(page)).toHaveCount(hits)
  await expect(page.getByRole('link', { name: title, exact: true })).toBeInViewport()
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(top)
})

test('where nothing fits, the list says which choice to give up and how many that brings', async ({ page }) => {
  await page.goto(`${LIST}?cause=dns&year=2024`)
  await expect(rows(page)).toHaveCount(0)
  const note = filter(page).getByRole('status').filter({ hasText: 'No incident has all of these.' })
  await expect(note).toBeVisible()
  const widen = note.getByRole('button', { name: /^Any year \(\d+\)$/ })
  const promised = Number(/\((\d+)\)/.exec(await widen.innerText())?.[1])
  await widen.press('Enter')
  await expect(choice(page, 'Year')).toBeFocused()
  await expect(rows(page)).toHaveCount(promised)
  await expect(page).toHaveURL(/\?cause=dns$/)
  await filter(page).getByRole('button', { name: 'Show everything' }).click()
  await expect(page).toHaveURL(/\/incidents\/$/)
})

test('an address that asks for a value which no incident has says so instead of listing all', async ({ page }) => {
  await page.goto(`${LIST}?cause=gremlins`)
  await expect(rows(page)).toHaveCount(0)
  await expect(filter(page).getByText('No incident has this.')).toBeVisible()
})

test('each choice costs one stop of the tab key and keeps the focus', async ({ page }) => {
  await page.goto(LIST)
  await filter(page).getByRole('searchbox').focus()
  for (const name of ['Product', 'Cause', 'Organization', 'Severity', 'Kind', 'State', 'Year']) {
    await page.keyboard.press('Tab')
    await expect(choice(page, name)).toBeFocused()
  }
  await page.keyboard.press('ArrowDown')
  await expect(page).toHaveURL(/\?year=\d{4}$/)
  await expect(choice(page, 'Year')).toBeFocused()
})

test('the view is saved as CSV, row for row', async ({ page }) => {
  await page.goto(`${LIST}?org=crowdstrike`)
  const titles = await rows(page).getByRole('rowheader').getByRole('link').allInnerTexts()
  expect(titles.length).toBeGreaterThan(0)
  const download = page.waitForEvent('download')
  await filter(page).getByRole('button', { name: 'CSV of this view' }).click()
  const saved: Record<string, string>[] = parse(readFileSync(await (await download).path(), 'utf8'), { columns: true })
  expect(saved.map(({ url }) => url)).toEqual(
    await rows(page)
      .getByRole('rowheader')
      .getByRole('link')
      .evaluateAll((links: HTMLAnchorElement[]) => links.map(({ href }) => href)),
  )
  for (const [index, title] of titles.entries()) expect(saved[index]?.['Incident']).toContain(title)
})

test('without scripts every incident is listed and nothing promises to narrow them', async ({ browser, page }) => {
  await page.goto(LIST)
  const all = await rows(page).count()
  const plain = await (await browser.newContext({ javaScriptEnabled: false })).newPage()
  await plain.goto(`${LIST}?cause=dns`)
  await expect(rows(plain)).toHaveCount(all)
  await expect(filter(plain).getByRole('combobox')).toHaveCount(0)
})

test('the choices fit a narrow phone', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 })
  await page.goto(`${LIST}?cause=dns`)
  await expect(choice(page, 'Cause')).toBeVisible()
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
})

test('from a product on an incident a reader gets to what else broke in it, and from its cause to all like it', async ({
  page,
}) => {
  await page.goto(`${LIST}?product=microsoft-windows`)
  const named = await rows(page).count()
  await rows(page).first().getByRole('link').first().click()
  const incident = new URL(page.url()).pathname
  await page.getByRole('link', { name: 'Windows', exact: true }).first().click()
  await expect(page).toHaveURL(/\/products\/microsoft-windows\/$/)
  await expect(page.getByRole('heading', { level: 1, name: 'Windows' })).toBeVisible()
  await expect(page.getByRole('table', { name: /^Incidents that involve Windows/ }).locator('tbody tr')).toHaveCount(
    named,
  )
  await page.goto(incident)
  const cause = page.getByRole('main').locator('.facts a[href*="?cause="]').first()
  const value = new URL((await cause.getAttribute('href')) ?? '', page.url()).searchParams.get('cause') ?? ''
  await cause.click()
  await expect(choice(page, 'Cause')).toHaveValue(value)
  await expect(page.locator(`#incidents tbody tr:visible a[href="${incident}"]`)).toBeVisible()
})

test('a student on a phone opens the first incident of home and reads its story before the log', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto('/')
  await page
    .getByRole('main')
    .getByRole('link', { name: /CrowdStrike Channel File 291/ })
    .first()
    .click()
  await page.getByRole('navigation', { name: 'On this page' }).getByRole('link', { name: 'Story' }).first().click()
  const story = page.getByRole('region', { name: /^Story/ })
  await expect(story.getByRole('paragraph').first()).toBeInViewport()
  const [told, log] = await Promise.all(
    [/^Story/, /^Timeline/].map((name) => page.getByRole('region', { name }).first().boundingBox()),
  )
  expect((told?.y ?? NaN) + (told?.height ?? NaN)).toBeLessThanOrEqual(log?.y ?? NaN)
})
