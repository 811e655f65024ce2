import { expect, type Page, test } from '@playwright/test'
import { box, hits, status } from './search-page.ts'

/** Holds what the worker of a page answers to its first question, until it is let go. */
async function holdFirst(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const Own = window.Worker
    const held: (() => void)[] = []
    let first: number | undefined
    window.Worker = class extends Own {
      constructor(url: string | URL, options?: WorkerOptions) {
        super(url, options)
        this.addEventListener('message', (event: MessageEvent<{ readonly run: number }>) => {
          const { data, isTrusted } = event
          if (!isTrusted || data.run !== (first ??= data.run)) return
          event.stopImmediatePropagation()
          held.push(() => this.dispatchEvent(new MessageEvent('message', { data })))
          document.documentElement.dataset['held'] = String(held.length)
        })
      }
    }
    addEventListener('let-go', () => {
      for (const say of held.splice(0)) say()
    })
  })
}

const isHeld = (page: Page) => expect(page.locator('html')).toHaveAttribute('data-held', '1')
const letGo = (page: Page) => page.evaluate(() => void dispatchEvent(new Event('let-go')))

test('a slow answer to an earlier search does not replace that of a later one', async ({ page }) => {
  await holdFirst(page)
  await page.goto('/search/?q=kernel')
  await isHeld(page)
  await box(page).fill('heartbleed')
  await box(page).press('Enter')
  await expect(page.locator('kb-search')).not.toHaveAttribute('aria-busy')
  const shown = async () => [await status(page).textContent(), await hits(page).allTextContents()]
  const later = await shown()
  expect(later[1]).not.toEqual([])
  await letGo(page)
  expect(await shown()).toEqual(later)
})

test('a slow answer to what was typed first does not replace the suggestions for what was typed since', async ({
  page,
}) => {
  await holdFirst(page)
  await page.goto('/about/')
  await page.keyboard.press('Control+k')
  const dialog = page.getByRole('dialog', { name: 'Search' })
  await dialog.getByRole('searchbox').fill('kernel')
  await isHeld(page)
  await dialog.getByRole('searchbox').fill('heartbleed')
  await expect(dialog.getByRole('link', { name: /OpenSSL/ }).first()).toBeVisible()
  const shown = () => dialog.getByRole('link').allTextContents()
  const later = await shown()
  await letGo(page)
  expect(await shown()).toEqual(later)
})

test('a slow comparison of an earlier change does not replace that of a later one', async ({ page }) => {
  await holdFirst(page)
  await page.goto('/review/')
  const field = page.getByLabel(/A diff, a list of files/)
  const find = page.getByRole('button', { name: 'Find precedents' })
  await field.fill('diff --git a/rules/waf/xss.lua b/rules/waf/xss.lua\n')
  await find.click()
  await isHeld(page)
  await field.fill('Lunch moves to one o’clock.')
  await find.click()
  await expect(page.getByRole('status')).toHaveText('No incident here is near this change.')
  const shown = () => page.locator('kb-precedents').innerText()
  const later = await shown()
  await letGo(page)
  expect(await shown()).toEqual(later)
})
