import { expect, test } from '@playwright/test'

test('from the home page a reader reaches the July 2024 outage and its shape', async ({ page }) => {
  await page.goto('/')
  await page
    .getByRole('main')
    .getByRole('link', { name: /CrowdStrike content update/ })
    .first()
    .click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('CrowdStrike')
  await expect(page.getByRole('heading', { name: 'Timeline' })).toBeVisible()
  const events = page.locator('[id^="e-"]')
  expect(await events.count()).toBeGreaterThanOrEqual(30)
})

test('every event of the outage says when, and names a source that leads to a source page', async ({ page }) => {
  await page.goto('/incidents/2024-07-19-channel-file-291/')
  const revert = page.getByRole('listitem').filter({ has: page.locator('#e-revert') })
  await expect(revert).toContainText('05:27')
  await revert.getByRole('link', { name: /^CrowdStrike \d+$/ }).click()
  await expect(page).toHaveURL(/#s-\d+$/)
  const number = new URL(page.url()).hash
  await page.locator(number).getByRole('link').first().click()
  await expect(page).toHaveURL(/\/sources\//)
  await expect(page.getByRole('heading', { name: /rests? on it/ })).toBeVisible()
})

test('the notes of the summit say plainly that the consensus is the host’s account', async ({ page }) => {
  await page.goto('/summits/2024-09-10-windows-endpoint-summit/')
  await expect(page.getByText('The host’s account')).toBeVisible()
  const consensus = page.locator('section', { has: page.getByRole('heading', { name: 'Consensus' }) })
  await expect(consensus).toContainText('Host’s report')
  await expect(consensus).toContainText('Asserted by Microsoft')
})

test('a statement shows its position, its words and who answered', async ({ page }) => {
  await page.goto('/statements/2024-09-12-eset-summit/')
  await expect(page.getByRole('heading', { name: 'Position' })).toBeVisible()
  await expect(page.getByText('Supports with conditions').first()).toBeVisible()
  await expect(page.locator('blockquote').filter({ hasText: 'kernel access remains an option' })).toBeVisible()
})

test('a commitment shows its derived headline and the log behind it', async ({ page }) => {
  await page.goto('/commitments/crowdstrike-staged-deployment/')
  await expect(page.getByRole('heading', { name: 'Where it stands' })).toBeVisible()
  await expect(page.locator('.headline')).toHaveText(/Kept|Partly kept|Too early|Not/)
  expect(await page.locator('[id^="l-"]').count()).toBeGreaterThan(0)
})

test('both silences of the founding article are typed', async ({ page }) => {
  await page.goto('/inquiries/')
  await expect(page.getByRole('cell', { name: 'Asked, answer unknown' }).first()).toBeVisible()
  await expect(page.getByRole('cell', { name: 'Nothing to add' }).first()).toBeVisible()
})

test('lists stand in three orders without scripts', async ({ browser }) => {
  const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage()
  await page.goto('/statements/')
  await page.getByRole('navigation', { name: 'Order' }).getByRole('link', { name: 'date changed' }).click()
  await expect(page).toHaveURL(/\/statements\/by\/changed\/$/)
  await expect(page.getByRole('link', { name: 'date changed' })).toHaveAttribute('aria-current', 'page')
})

test('the machine twin of a record holds its references resolved', async ({ request }) => {
  const twin = await (await request.get('/statements/2024-09-12-eset-summit.json')).json()
  expect(twin).toMatchObject({
    schemaVersion: '1.0',
    recordKind: 'statements',
    id: '2024-09-12-eset-summit',
    revision: 1,
  })
  expect(twin.data.org).toMatchObject({
    id: 'eset',
    title: 'ESET',
    url: expect.stringContaining('/organizations/eset/'),
  })
})

test('an unknown address gets a page that helps', async ({ page }) => {
  const response = await page.goto('/no/such/page/')
  expect(response?.status()).toBe(404)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page.getByRole('main').getByRole('link').first()).toBeVisible()
})
