import { expect, test, type Page } from '@playwright/test'

const PAGE = '/topics/'
const cellOf = async (page: Page, org: string, topic: string) => {
  const table = page.getByRole('table', { name: /Position of each organization on each topic/ })
  const column = await table
    .getByRole('columnheader')
    .filter({ hasText: topic })
    .evaluate((head: HTMLTableCellElement) => head.cellIndex)
  return table
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name: org, exact: true }) })
    .locator(`td:nth-child(${column + 1})`)
}

test('the matrix tells who holds what, a silence has a mark with words, and no record is a blank', async ({ page }) => {
  await page.goto(PAGE)
  const eset = await cellOf(page, 'ESET', 'Kernel access')
  await expect(eset.getByRole('link', { name: /^Keep access: / })).toBeVisible()
  const silence = page
    .locator('#positions [data-value]:not([hidden]) a.mark')
    .filter({ has: page.locator('.declined, .noReply, .askedAnswerUnknown, .notAsked') })
    .first()
  await expect(silence).toHaveAccessibleName(/^(Declined|No reply|Asked, .*|Not asked): /)
  await expect(await cellOf(page, 'Alphabet', 'Kernel access')).toHaveText('')
})

test('the words of a mark, with date and conditions, come as soon as the focus is on it', async ({ page }) => {
  await page.goto(`${PAGE}?asof=2024-09-13`)
  const cell = await cellOf(page, 'ESET', 'User-mode platform')
  const mark = cell.getByRole('link', {
    name: /^Offer functions outside the kernel, with conditions: ESET on User-mode platform/,
  })
  await expect(cell.getByText('must be measurable')).toBeHidden()
  await mark.focus()
  await expect(cell.getByText('must be measurable')).toBeVisible()
})

test('as of a date before the first word of ESET there is no record, and the address keeps the date', async ({
  page,
}) => {
  await page.goto(PAGE)
  const cell = await cellOf(page, 'ESET', 'Kernel access')
  await page.getByLabel('As of').fill('2006-01-15')
  await page.getByLabel('As of').blur()
  await expect(cell.getByText('No record')).toBeVisible()
  await expect(cell.getByRole('link', { name: /^Keep access: / })).toBeHidden()
  await expect(page).toHaveURL(/asof=2006-01-15/)
  await expect(page.getByText('as of 15 January 2006')).toBeVisible()
  await page.reload()
  await expect(cell.getByText('No record')).toBeVisible()
  await page.getByRole('button', { name: 'Today' }).click()
  await expect(cell.getByRole('link', { name: /^Keep access: / })).toBeVisible()
})

test('rows are filtered by organization, topic and position, and counted', async ({ page }) => {
  await page.goto(PAGE)
  const rows = page.locator('#positions tbody tr:not([hidden])')
  const all = await rows.count()
  await page.getByRole('combobox', { name: 'Topic' }).selectOption({ label: 'Kernel access' })
  const onTopic = await rows.count()
  expect(onTopic).toBeGreaterThan(3)
  expect(onTopic).toBeLessThan(all)
  await page.getByRole('combobox', { name: 'Position' }).selectOption({ label: 'Supports' })
  await expect(rows.getByRole('rowheader', { name: 'ESET' })).toBeVisible()
  await expect(page.getByRole('status').first()).toHaveText(new RegExp(`^\\d+ of ${all} organizations$`))
  await page.getByRole('searchbox', { name: 'Organization' }).fill('eset')
  await expect(rows).toHaveCount(1)
  await expect(page).toHaveURL(/org=eset/)
})

test('columns sort from their headings by keyboard', async ({ page }) => {
  await page.goto(PAGE)
  const first = page.locator('#positions tbody tr').first().getByRole('rowheader')
  const sort = page.getByRole('button', { name: 'Sort by Organization' })
  // The fullest rows stand first until somebody sorts.
  await sort.press('Enter')
  await expect(first).toHaveText(/^A/)
  const name = await first.textContent()
  await sort.press('Enter')
  await expect(first).not.toHaveText(name ?? '')
  await expect(page.locator('#positions').getByRole('columnheader', { name: /^Organization/ })).toHaveAttribute(
    'aria-sort',
    'descending',
  )
})

test('headings stay in sight when the matrix scrolls', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 700 })
  await page.goto(PAGE)
  const region = page.getByRole('region', { name: 'Position of each organization on each topic' })
  await region.evaluate((element) => element.scrollTo(500, 1200))
  const [box, head, row] = [
    await region.boundingBox(),
    await region.locator('thead th').first().boundingBox(),
    await region.locator('tbody th').nth(20).boundingBox(),
  ]
  expect(Math.abs((head?.y ?? 0) - (box?.y ?? -99))).toBeLessThan(2)
  expect(Math.abs((row?.x ?? 0) - (box?.x ?? -99))).toBeLessThan(2)
})

test('without scripts the matrix of today is complete and shows no control', async ({ browser, baseURL }) => {
  const page = await (
    await browser.newContext({ javaScriptEnabled: false, ...(baseURL === undefined ? {} : { baseURL }) })
  ).newPage()
  await page.goto(PAGE)
  await expect(
    (await cellOf(page, 'ESET', 'Kernel access')).getByRole('link', { name: /^Keep access: / }),
  ).toBeVisible()
  await expect(page.getByLabel('As of')).toBeHidden()
})

test('on paper only what is on record stands, under its topic', async ({ page }) => {
  await page.goto(PAGE)
  await page.emulateMedia({ media: 'print' })
  await expect(page.locator('#positions td.none').first()).toBeHidden()
  const label = await page
    .locator('#positions td[data-label="Kernel access"]')
    .first()
    .evaluate((cell) => getComputedStyle(cell, '::before').content)
  expect(label).toContain('Kernel access')
})

test('any two statements of one organization are compared word by word', async ({ page }) => {
  await page.goto('/topics/kernel-access/sophos/')
  const compared = page.locator('#compared')
  const before = await compared.textContent()
  const from = page.getByRole('combobox', { name: 'From' })
  const index =
    (await from.evaluate((select) => (select instanceof HTMLSelectElement ? select.selectedIndex : 0))) === 0 ? 1 : 0
  await from.selectOption({ index })
  await expect(compared).not.toHaveText(before ?? '')
  await page.getByRole('combobox', { name: 'To' }).selectOption({ index })
  await expect(compared.locator('ins, del')).toHaveCount(0)
})
