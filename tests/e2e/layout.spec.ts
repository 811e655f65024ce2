import { expect, type Locator, test } from '@playwright/test'

const box = async (locator: Locator) => (await locator.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 }

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 800 } })

  test('the sections of the site stand on one line, whichever is current', async ({ page }) => {
    for (const path of ['/statements/', '/commitments/']) {
      await page.goto(path)
      const tops = await page
        .locator('.top nav li')
        .evaluateAll((items) => items.map((item) => item.getBoundingClientRect().top))
      expect(tops).toHaveLength(7)
      expect(new Set(tops).size).toBe(1)
    }
  })

  test('the caption of a table that scrolls is read whole, also after it has scrolled', async ({ page }) => {
    await page.goto('/topics/')
    const region = page.getByRole('region', { name: /^Position of each organization/ })
    const words = region.locator('caption > span')
    await region.evaluate((element) => element.scrollTo({ left: 200 }))
    expect(await region.evaluate((element) => element.scrollLeft)).toBe(200)
    const [around, own] = [await box(region), await box(words)]
    expect(own.x).toBeCloseTo(around.x, 0)
    expect(own.x + own.width).toBeLessThanOrEqual(around.x + around.width + 1)
  })

  test('a promise is an entry: its outcome and date, then its words over the whole width', async ({ page }) => {
    await page.goto('/commitments/')
    const row = page.locator('#commitments tbody tr').first()
    const [outcome, promise] = [await box(row.locator('td.first')), await box(row.getByRole('rowheader'))]
    expect(outcome.y + outcome.height).toBeLessThanOrEqual(promise.y + 1)
    expect(promise.width).toBeGreaterThan(300)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
  })
})

test('a long list, and each long section of an organization, is passed by keyboard in one step', async ({ page }) => {
  // One template has all lists of records.
  for (const path of ['/commitments/', '/organizations/']) {
    await page.goto(path)
    await page.getByRole('link', { name: 'Skip the list' }).focus()
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    await expect(page.locator('footer a').first(), path).toBeFocused()
  }
  await page.goto('/organizations/microsoft/')
  await page.getByRole('link', { name: 'Skip Statements' }).focus()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Answer of Microsoft' })).toBeFocused()
})

test('a stance stands on the line of the words beside it', async ({ page }) => {
  await page.goto('/summits/2024-09-10-windows-endpoint-summit/')
  const first = page.locator('.point .stances > li').first()
  const baseline = (of: Locator) =>
    of.evaluate((element) => {
      const mark = document.createElement('span')
      mark.style.display = 'inline-block'
      element.append(mark)
      const { bottom } = mark.getBoundingClientRect()
      mark.remove()
      return bottom
    })
  expect(await baseline(first.locator('.stance'))).toBeCloseTo(await baseline(first.getByRole('link').first()), 0)
})

test.describe('on paper', () => {
  test.beforeEach(async ({ page }) => {
    await page.setViewportSize({ width: 688, height: 972 })
    await page.emulateMedia({ media: 'print' })
  })

  test('the points of a meeting keep their columns: force, point, evidence', async ({ page }) => {
    await page.goto('/summits/2024-09-10-windows-endpoint-summit/')
    const point = page.locator('.point').first()
    const [force, text, evidence] = [
      await box(point.locator('> .margin')),
      await box(point.locator('.point-text')),
      await box(point.locator('> .beside')),
    ]
    expect(force.x + force.width).toBeLessThan(text.x)
    expect(text.x + text.width).toBeLessThan(evidence.x)
    expect(text.width).toBeGreaterThan(300)
  })

  test('closed boxes of citations are left out', async ({ page }) => {
    await page.goto('/organizations/eset/')
    await expect(page.locator('#cite')).toBeHidden()
    await expect(page.locator('#sources')).toBeVisible()
  })
})
