import { expect, type Page, test } from '@playwright/test'
import { ask, box, hits, search, status } from './search-page.ts'

/** What is asked, by what it shows, with what must be seen then. */
const ASKED: Readonly<Record<string, readonly [query: string, seen: (page: Page) => Promise<void>]>> = {
  'a file name finds the incident of that file first': [
    'user32.dll',
    async (page) => {
      await expect(hits(page).first()).toHaveAttribute('href', /^[^?#]*\/incidents\/2008-11-avg-user32\//)
    },
  ],
  'a word that exists is searched for as it is typed': [
    'user32',
    async (page) => {
      await expect(page.getByText('instead of')).toHaveCount(0)
      await expect(box(page)).toHaveValue('user32')
    },
  ],
  'a slip is corrected and the page says so': [
    'solarwnids sunburst',
    async (page) => {
      await expect(page.getByText('Searched for “solarwinds” instead of “solarwnids”.')).toBeVisible()
      await expect(hits(page).first()).toHaveAttribute('href', /solarwinds/)
    },
  ],
  'outages of a name are its incidents, the one that fits best and matters most first': [
    "CrowdStrike's outage",
    async (page) => {
      await expect(hits(page).first()).toHaveAttribute('href', /2024-07-19-channel-file-291/)
    },
  ],
  'incidents among the results show their phases': [
    'kind:incident crowdstrike content update',
    async (page) => {
      await expect(page.locator('.hit-strip svg').first()).toBeVisible()
    },
  ],
  'an excerpt is a sentence, a quotation with its speaker': [
    'imperative kernel access remains an option',
    async (page) => {
      const hit = page.locator('.hit', { hasText: 'ESET' }).first()
      await expect(hit.getByRole('link', { name: 'Quoted: ESET' })).toBeVisible()
      await expect(hit).toContainText('It remains imperative that kernel access remains an option')
    },
  ],
  'a kind is meant in the singular and in the plural': [
    'kind:inquiry',
    async (page) => {
      const found = await status(page).textContent()
      await ask(page, 'kind:inquiries')
      await expect(status(page)).toHaveText(found ?? '')
    },
  ],
}

test('questions of one reader after another are answered, each in its own way', async ({ page }) => {
  await page.goto('/search/')
  for (const [what, [query, seen]] of Object.entries(ASKED))
    await test.step(what, async () => {
      await ask(page, query)
      await seen(page)
    })
})

test('a name shows a card of what it holds, and its gravest incident next', async ({ page }) => {
  await search(page, 'Crowdstrike')
  const card = page.getByRole('group', { name: 'Organization: CrowdStrike' })
  await expect(card.getByRole('link', { name: /^Statements \d+$/ })).toBeVisible()
  await expect(hits(page).nth(1)).toHaveAttribute('href', /2024-07-19-channel-file-291/)
  await card.getByRole('link', { name: /^Commitments/ }).click()
  await expect(page).toHaveURL(/kind=commitments&org=crowdstrike|org=crowdstrike.*kind=commitments/)
  await expect(status(page)).toContainText('records found')
})

test('a former name of a product shows the product with what it holds, and its gravest incident first', async ({
  page,
}) => {
  await search(page, 'Azure AD')
  const card = page.getByRole('group', { name: 'Product: Entra ID' })
  await expect(hits(page).first()).toHaveAttribute('href', /\/incidents\//)
  await card.getByRole('link', { name: /^Statements \d+$/ }).click()
  await expect(page).toHaveURL(/kind=statements/)
  await expect(page).toHaveURL(/product=microsoft-entra-id/)
  await expect(page.getByRole('button', { name: 'Remove Product: Entra ID' })).toBeVisible()
  await page.goBack()
  await card.getByRole('link', { name: 'Entra ID' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Entra ID' })).toBeVisible()
})

test('an address that narrows by a former name of a product narrows by the product', async ({ page }) => {
  await page.goto('/search/?product=microsoft-azure-ad')
  await page.getByRole('button', { name: 'Remove Product: Entra ID' }).click()
  await expect(page).not.toHaveURL(/product=/)
})

test('who declined is found with the outcome in the hit, and counted above', async ({ page }) => {
  await search(page, 'who declined to comment')
  await expect(page.locator('.hit').first()).toContainText('Declined')
  const answer = page.getByRole('list', { name: 'Answers' }).getByRole('link', { name: /question.*: declined/ })
  await answer.click()
  await expect(page).toHaveURL(/outcome=declined/)
  for (const hit of await page.locator('.hit-outcome').allTextContents()) expect(hit).toContain('Declined')
})

test('who takes a stance on a question is counted above, and the answer leads to those statements', async ({
  page,
}) => {
  await search(page, 'who opposes ransom payment')
  const answer = page.getByRole('list', { name: 'Answers' }).getByRole('link')
  await expect(answer).toHaveText(/^Ransom payment: \d+ statements? of \d+ organizations?: do not pay$/)
  const [, counted = ''] = /(\d+) statement/.exec((await answer.textContent()) ?? '') ?? []
  await answer.click()
  await expect(page).toHaveURL(/kind=statements&topic=ransom-payment&stance=opposes$/)
  await expect(status(page)).toHaveText(`${counted} ${counted === '1' ? 'record' : 'records'} found.`)
  for (const stances of await page.locator('.hit .stances').allTextContents())
    expect(stances).toContain('Ransom payment: do not pay')
})

test('after "Show 10 more", opening a hit and going back all is as it was left', async ({ page }) => {
  await search(page, 'update')
  await page.getByRole('button', { name: /^Show 10 more/ }).click()
  await expect(hits(page)).toHaveCount(20)
  await expect(hits(page).nth(10)).toBeFocused()
  const link = hits(page).nth(15)
  const href = await link.getAttribute('href')
  await link.click()
  await expect(page).not.toHaveURL(/\/search\//)
  await page.goBack()
  await expect(hits(page)).toHaveCount(20)
  await expect(page.locator(`.hit-link[href="${href}"]`).first()).toBeFocused()
  await expect(page.locator(`.hit-link[href="${href}"]`).first()).toBeInViewport()
})

test('a facet keeps the focus when it is chosen', async ({ page }) => {
  await search(page, 'kernel')
  await page.getByRole('checkbox', { name: /^Statements/ }).focus()
  await page.keyboard.press('Space')
  await expect(page).toHaveURL(/kind=statements/)
  await expect(page.getByRole('checkbox', { name: /^Statements/ })).toBeChecked()
  await expect(page.getByRole('checkbox', { name: /^Statements/ })).toBeFocused()
})
