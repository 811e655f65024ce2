import { expect, type Page } from '@playwright/test'

/** What the page says of a search. */
export const status = (page: Page) => page.locator('[data-part=status]')
/** Links of the results, best first. */
export const hits = (page: Page) => page.locator('.hit-link')
/** The search box of the search page, whatever the language of its label. */
export const box = (page: Page) => page.locator('kb-search input[name=q]')

/** Opens a search by its address and waits for its answer. */
export async function search(page: Page, query: string): Promise<void> {
  await page.goto(`/search/?${new URLSearchParams({ q: query })}`)
  await expect(status(page)).not.toBeEmpty()
  await expect(page.locator('kb-search')).not.toHaveAttribute('aria-busy')
}

/** Asks another question on the page of a search that is open, and waits for its answer. */
export async function ask(page: Page, query: string): Promise<void> {
  await box(page).fill(query)
  // The page is busy from this key on until the answer to it is there.
  await box(page).press('Enter')
  await expect(page.locator('kb-search')).not.toHaveAttribute('aria-busy')
}

/**
 * Collects faults on the console: what the browser itself says of a missing file is not ours, everything else is a
 * fault.
 */
export function faultsOf(page: Page): string[] {
  const faults: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) faults.push(message.text())
  })
  page.on('pageerror', (error) => faults.push(error.message))
  return faults
}
