import { readFileSync } from 'node:fs'
import { expect, test } from '@playwright/test'
import { parse } from 'csv-parse/sync'

test('from the home page a reader reaches the July 2024 outage and its shape', async ({ page }) => {
  await page.goto('/')
  await page
    .getByRole('main')
    .getByRole('link', { name: /CrowdStrike Channel File 291/ })
    .first()
    .click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('CrowdStrike')
  await expect(page.getByRole('heading', { name: 'Timeline' })).toBeVisible()
  // What a link leads to may still be arriving.
  const events = page.locator('[id^="e-"]')
  await expect.poll(() => events.count()).toBeGreaterThanOrEqual(30)
})

test('an engineer finds "a regex took down a CDN" and has short Markdown for it in three actions', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.goto('/')
  // One: describe it. Two: go to what is found. Three: copy.
  const box = page.getByRole('banner').getByRole('searchbox')
  await box.fill('a regex took down a CDN')
  await box.press('Enter')
  const hit = page.locator('.hit').filter({ hasText: 'Cloudflare' }).first()
  await hit.getByRole('button', { name: /^Copy citation/ }).click()
  await expect
    .poll(() => page.evaluate(() => navigator.clipboard.readText()))
    .toMatch(/^\[Cloudflare WAF regex, 2019.*\]\([^)]*2019-07-02-cloudflare-waf-regex\//)
})

test('a journalist gets the exact words of ESET with their source, and who gave no answer', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.goto('/')
  await page.getByLabel('Words, an organization or a topic').fill('ESET kernel access')
  await page.getByRole('region', { name: 'Search statements' }).getByRole('button', { name: 'Search' }).click()
  const result = page.locator('.results > li:visible').filter({ hasText: 'It remains imperative that kernel access' })
  await expect(result).toHaveCount(1)
  await expect(page.locator('.results > li:visible').first().locator('> :first-child')).toHaveText(/./)
  await result.getByRole('button', { name: /^Copy quote of ESET/ }).click()
  const copied = () => page.evaluate(() => navigator.clipboard.readText())
  await expect.poll(copied).toContain('It remains imperative that kernel access remains an option')
  expect(await copied()).toMatch(/ESET.*2024[\s\S]*: CRN[\s\S]*\/statements\/2024-09-12-eset-summit\//)
  await page.goto('/')
  await page.getByRole('link', { name: /^Who gave no answer on/ }).click()
  await expect(page).toHaveURL(/stance=silence/)
  await expect(page.getByRole('checkbox', { name: /^No answer/ })).toBeChecked()
  await expect(page.locator('.results > li:visible')).not.toHaveCount(0)
  await expect(page.locator('.results > li:visible').first()).toContainText(/No reply|Declined|Not asked|Asked/)
})

test('the position of one organization on one topic is a line with a sentence', async ({ page }) => {
  await page.goto('/statements/?org=eset&topic=kernel-access')
  await expect(page.getByText(/^One statement, .*2024: keep access\. No change on record\.$/)).toBeVisible()
  await expect(page.getByRole('img', { name: /^One statement/ })).toBeVisible()
})

test('a CISO filters the promises of a vendor and takes the view away as CSV', async ({ page }) => {
  await page.goto('/commitments/')
  await page.getByRole('combobox', { name: 'Organization' }).selectOption({ label: 'CrowdStrike' })
  const rows = page.locator('#commitments tbody tr:not([hidden])')
  const left = await rows.count()
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'CSV of this view' }).click()
  const file = await (await download).path()
  const [head = [], ...lines]: string[][] = parse(readFileSync(file, 'utf8'))
  expect(lines).toHaveLength(left)
  expect(head).toContain('Outcome')
  for (const line of lines) {
    expect(line[head.indexOf('By')]).toBe('CrowdStrike')
    expect(line[head.indexOf('Outcome')]).not.toBe('')
    expect(line.at(-1)).toContain('/commitments/crowdstrike-')
  }
})

test('whoever comes back to the statements finds as many of them, narrowed as before', async ({ page }) => {
  await page.goto('/statements/?stance=supports')
  await page.getByRole('button', { name: /^Show \d+ more/ }).click()
  const shown = page.locator('.results > li:visible')
  const before = await shown.count()
  expect(before).toBe(40)
  await shown.last().getByRole('link').click()
  await expect(page.getByRole('navigation', { name: 'Breadcrumbs' }).getByRole('link')).toHaveText('Statements')
  await page.goBack()
  await expect(shown).toHaveCount(before)
  await expect(page.getByRole('checkbox', { name: /^Supports(?! with)/ })).toBeChecked()
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

test('a statement shows its position, its words and who answered', async ({ page }) => {
  await page.goto('/statements/2024-09-12-eset-summit/')
  await expect(page.getByRole('heading', { name: 'Position' })).toBeVisible()
  await expect(page.getByText('Offer functions outside the kernel, with conditions').first()).toBeVisible()
  await expect(page.locator('blockquote').filter({ hasText: 'kernel access remains an option' })).toBeVisible()
})

test('a commitment shows its derived headline and the log behind it', async ({ page }) => {
  await page.goto('/commitments/crowdstrike-staged-deployment/')
  await expect(page.getByRole('heading', { name: 'Where it stands' })).toBeVisible()
  await expect(page.locator('#standing .outcome:visible')).toHaveText(/Kept|Partly kept|Too early|Not/)
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
    revision: expect.any(Number),
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
