import { expect, type Page, test } from '@playwright/test'
import { bringAxe, startAxe, violations } from './axe.ts'

const dialog = (page: Page) => page.getByRole('dialog', { name: 'Search' })
const field = (page: Page) => dialog(page).getByRole('searchbox')

test('keys open the search over any page, and Escape closes it', async ({ page }) => {
  await page.goto('/about/')
  for (const key of ['Control+k', 'Meta+k', '/'])
    await test.step(key, async () => {
      await page.keyboard.press(key)
      await expect(field(page)).toBeFocused()
      await page.keyboard.press('Escape')
      await expect(dialog(page)).toBeHidden()
      // The browser takes the focus out of what is hidden with its next frame; a field has its keys until then.
      await expect(page.locator('body')).toBeFocused()
    })
})

test('it suggests records as one types, announces them, and Enter goes on to all results', async ({ page }) => {
  await page.goto('/about/')
  await page.keyboard.press('Control+k')
  await field(page).fill('heartbleed')
  await expect(dialog(page).getByRole('status')).toHaveText(/\d+ records? found/)
  await expect(
    dialog(page)
      .getByRole('link', { name: /OpenSSL/ })
      .first(),
  ).toHaveAttribute('href', /heartbleed/)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/search\/\?q=heartbleed$/)
})

test('it goes to sections of the page and does what the page can do', async ({ page }) => {
  await page.goto('/incidents/2014-04-07-heartbleed/')
  await page.keyboard.press('Control+k')
  await field(page).fill('theme dark')
  await dialog(page).getByRole('button', { name: 'Theme: dark' }).click()
  await expect(dialog(page)).toBeHidden()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await page.keyboard.press('Control+k')
  await field(page).fill('')
  await expect(dialog(page).getByRole('button', { name: 'Copy citation' })).toBeAttached()
  const section = dialog(page).locator('section', { hasText: 'On this page' }).getByRole('link').first()
  const href = await section.getAttribute('href')
  await field(page).press('ArrowDown')
  await expect(section).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL((url) => url.hash === href)
})

test('on the search page the keys lead to its own box', async ({ page }) => {
  await page.goto('/search/')
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('searchbox', { name: /Words, a sentence/ })).toBeFocused()
  await expect(dialog(page)).toHaveCount(0)
})

test('it is loaded when it is first opened, and not before', async ({ page }) => {
  const asked: string[] = []
  page.on('request', (request) => asked.push(new URL(request.url()).pathname))
  await page.goto('/about/')
  await page.keyboard.press('Control+k')
  await expect(field(page)).toBeFocused()
  expect(asked.some((path) => path.includes('/pagefind/'))).toBe(false)
  const before = asked.length
  await field(page).fill('kernel')
  await expect(dialog(page).getByRole('status')).not.toBeEmpty()
  expect(asked.slice(before).some((path) => path.includes('/pagefind/'))).toBe(true)
})

test('on a phone it fits, can be closed by its button, and has no fault of access', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 })
  await bringAxe(page)
  await page.goto('/about/')
  await page.getByRole('link', { name: 'Find', exact: true }).click()
  await field(page).fill('kernel')
  await expect(dialog(page).getByRole('link').first()).toBeVisible()
  const box = await dialog(page).boundingBox()
  expect(box && box.x >= 0 && box.x + box.width <= 320).toBe(true)
  await startAxe(page)
  expect(await violations(page, 'the dialog')).toEqual([])
  await dialog(page).getByRole('button', { name: 'Close' }).click()
  await expect(dialog(page)).toBeHidden()
})

test('without scripts it is a link to the search page', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto(`${baseURL}/about/`)
  await page.getByRole('link', { name: 'Find', exact: true }).click()
  await expect(page).toHaveURL(/\/search\/$/)
  await context.close()
})
