import { expect, type Page, test } from '@playwright/test'

const PATH = '/incidents/2024-07-19-channel-file-291/'
const headings = (page: Page) => page.locator('.log > .part h4:visible')
const dialog = (page: Page) => page.getByRole('dialog', { name: 'Keys' })

test.describe('with scripts', () => {
  test.beforeEach(async ({ page }) => {
    await page.goto(PATH)
    await expect(page.getByRole('button', { name: 'Keys' })).toBeVisible()
  })

  test('j and k go from event to event, past those out of sight, and stop at both ends', async ({ page }) => {
    await page.keyboard.press('j')
    await expect(headings(page).nth(0).getByRole('link')).toBeFocused()
    await expect(headings(page).nth(0)).toBeInViewport()
    await page.keyboard.press('j')
    await expect(headings(page).nth(1).getByRole('link')).toBeFocused()
    await page.keyboard.press('k')
    await page.keyboard.press('k')
    await expect(headings(page).nth(0).getByRole('link')).toBeFocused()
    const all = await headings(page).count()
    await page.getByRole('checkbox', { name: /^Mitigation/ }).check()
    await expect.poll(() => headings(page).count()).toBeLessThan(all)
    const left = await headings(page).count()
    await page.getByRole('button', { name: 'Copy as CSV' }).focus()
    for (let press = 0; press <= left; press += 1) await page.keyboard.press('j')
    await expect(
      headings(page)
        .nth(left - 1)
        .getByRole('link'),
    ).toBeFocused()
  })

  test('from a place in the middle j goes on and k back; no key acts in a field or with a modifier', async ({
    page,
  }) => {
    const all = await headings(page).evaluateAll((found) => found.map(({ id }) => id))
    const middle = all.indexOf('e-revert')
    await page
      .locator('.log > .part', { has: page.locator('#e-revert') })
      .evaluate((item) => item.scrollIntoView({ block: 'start' }))
    await page.keyboard.press('j')
    await expect(page.locator('#e-revert a')).toBeFocused()
    await page.keyboard.press('k')
    await expect(page.locator(`#${all[middle - 1]} a`)).toBeFocused()
    await page.keyboard.press('Control+j')
    await page.keyboard.press('Alt+k')
    await expect(page.locator(`#${all[middle - 1]} a`)).toBeFocused()
    await page.keyboard.press('/')
    const box = page.getByRole('dialog', { name: 'Search' }).getByRole('searchbox')
    await expect(box).toBeFocused()
    await page.keyboard.type('jk/?')
    await expect(box).toHaveValue('jk/?')
    await expect(page.getByRole('dialog', { name: 'Keys' })).toHaveCount(0)
  })

  test('? lists the keys, Escape closes the list, and turned off they do nothing, on the search page neither', async ({
    page,
  }) => {
    await page.keyboard.press('?')
    await expect(dialog(page).getByRole('term')).toHaveText(['j', 'k', '/', '?'])
    await page.keyboard.press('j')
    await expect(dialog(page)).toBeVisible()
    await dialog(page).getByLabel('Use these keys').uncheck()
    await page.keyboard.press('Escape')
    await expect(dialog(page)).toHaveCount(0)
    await page.reload()
    await expect(page.getByRole('button', { name: 'Keys' })).toBeVisible()
    await page.keyboard.press('j')
    await page.keyboard.press('?')
    await expect(page.locator('h4 :focus, dialog')).toHaveCount(0)
    await page.goto('/search/')
    await page.keyboard.press('/')
    await expect(page.getByLabel('Words, a sentence or an error line')).not.toBeFocused()
    await page.getByText('What can be typed').click()
    await page.getByLabel('Use these keys').check()
    await page.keyboard.press('/')
    await expect(page.getByLabel('Words, a sentence or an error line')).toBeFocused()
  })
})
