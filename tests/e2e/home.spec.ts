import { expect, test } from '@playwright/test'

const rows = '.strip-chart ol > li'

test('the chart of incidents is narrowed by vendor and cause, sorted, and the address keeps both', async ({ page }) => {
  await page.goto('/')
  const all = await page.locator(rows).count()
  await page
    .getByLabel('Vendor')
    .selectOption({ label: await page.getByLabel('Vendor').locator('option', { hasText: 'Cloudflare' }).innerText() })
  const left = await page.locator(`${rows}:visible`).count()
  expect(left).toBeGreaterThan(0)
  expect(left).toBeLessThan(all)
  await expect(page.getByText(`${left} of ${all} incidents drawn below`)).toBeVisible()
  await page.getByRole('button', { name: 'length' }).click()
  await expect(page).toHaveURL(/org=cloudflare.*sort=length/)
  await page.reload()
  await expect(page.locator(`${rows}:visible`)).toHaveCount(left)
  await expect(page.getByRole('button', { name: 'length' })).toHaveAttribute('aria-pressed', 'true')
  const lengths = await page
    .locator(`${rows}[data-length]`)
    .evaluateAll((items) => items.map((item) => Number((item as HTMLElement).dataset['length'])))
  expect(lengths).toEqual(lengths.toSorted((a, b) => a - b))
})

test('a strip says in a sentence what it shows, on focus, and Escape takes the sentence away', async ({ page }) => {
  await page.goto('/')
  const row = page.locator(rows).filter({ hasText: 'Cloudflare' }).first()
  await row.getByRole('link').focus()
  const shown = () => row.locator('.s').evaluate((sentence) => sentence.getBoundingClientRect().height > 10)
  expect(await shown()).toBe(true)
  await expect(row.locator('.s')).toContainText(/unnoticed|diagnosing|mitigating/i)
  await page.keyboard.press('Escape')
  expect(await shown()).toBe(false)
})

test('what home says of the promises of the flagship adds up', async ({ page }) => {
  await page.goto('/')
  const words = (await page.locator('.arc li').last().innerText()).replace(/\s+/g, ' ')
  const [, promises, confirmed, of] = /(\d+) promises (\d+) of (\d+) independently confirmed/.exec(words) ?? []
  expect(of).toBe(promises)
  expect(Number(confirmed)).toBeLessThanOrEqual(Number(of))
})

test('the three tasks stand above the fold', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 720 })
  await page.goto('/')
  for (const name of ['Browse incidents', 'Search statements', 'Review a change'])
    await expect(page.getByRole('region', { name })).toBeInViewport({ ratio: 1 })
  const widths = await page
    .locator('main section[aria-labelledby]')
    .evaluateAll((all) => all.slice(0, 3).map((one) => Math.round(one.getBoundingClientRect().width)))
  expect(new Set(widths).size).toBe(1)
})

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })
  test('every incident is drawn and leads to its page, and no control is shown that does nothing', async ({ page }) => {
    await page.goto('/')
    expect(await page.locator(`${rows} > a`).count()).toBeGreaterThan(30)
    await expect(page.getByRole('button', { name: 'length' })).toBeHidden()
    await expect(page.getByRole('textbox', { name: /A diff/ })).toBeHidden()
  })
})
