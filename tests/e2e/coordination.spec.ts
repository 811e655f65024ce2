import { expect, test } from '@playwright/test'

const SUMMIT = '/summits/2024-09-10-windows-endpoint-summit/'

test('the outcome of a promise of the flagship can be read before, between and after its log entries', async ({
  page,
}) => {
  await page.goto('/commitments/crowdstrike-staged-deployment/')
  const standing = page.locator('#standing')
  const outcomeOn = async (day: string) => {
    await page.getByLabel('As of').fill(day)
    await page.getByLabel('As of').blur()
    await expect(standing).toContainText(`As of ${Number(day.slice(8))} `)
    return (await standing.locator('.outcome:visible').allTextContents()).join()
  }
  expect(await outcomeOn('2024-07-24')).toBe('Not checked')
  expect(await outcomeOn('2024-09-23')).toBe('Not checked')
  expect(await outcomeOn('2024-09-24')).toBe('Kept, by own account')
  expect(await outcomeOn('2025-07-30')).toBe('Kept, by own account')
  await expect(standing).toContainText('Nothing recorded')
  await outcomeOn('2025-07-31')
  await expect(standing.getByText('Indirect')).toBeVisible()
})

test('as of the summit, promises made later have no row, and the rest can be filtered', async ({ page }) => {
  await page.goto('/commitments/')
  const rows = page.locator('#commitments tbody tr:not([hidden])')
  const all = await rows.count()
  await page.getByLabel('As of').fill('2024-09-10')
  await page.getByLabel('As of').blur()
  const then = await rows.count()
  expect(then).toBeGreaterThan(0)
  expect(then).toBeLessThan(all)
  await page.getByRole('combobox', { name: 'Organization' }).selectOption({ label: 'CrowdStrike' })
  const own = await rows.count()
  expect(own).toBeGreaterThan(0)
  expect(own).toBeLessThan(then)
  await page.getByRole('combobox', { name: 'Outcome' }).selectOption({ label: 'Not checked' })
  expect(await rows.count()).toBeGreaterThan(0)
  await page.getByRole('button', { name: 'Today' }).click()
  await expect(page).toHaveURL(/org=crowdstrike/)
  await expect(page).not.toHaveURL(/asof/)
})

test('follow-through names its n, and says how many others confirmed from three outcomes on', async ({ page }) => {
  await page.goto('/commitments/')
  const shares = await page
    .getByRole('table', { name: /Counts of outcomes/ })
    .locator('tbody td:last-child')
    .allTextContents()
  for (const words of shares)
    expect(words).toMatch(/^(Too few outcomes to compare \([012]\)|\d+ of (?:[3-9]|\d{2,}) independently confirmed)$/)
})

test('a meeting says whose account it is, leads to what it was about and back, and comes as a calendar', async ({
  page,
  request,
}) => {
  await page.goto(SUMMIT)
  await test.step('it is plain that the points of consensus are the host’s account', async () => {
    await expect(page.getByRole('note').filter({ hasText: 'The host’s account' })).toBeVisible()
    const consensus = page.locator('section').filter({ has: page.getByRole('heading', { name: /^Consensus/ }) })
    await expect(consensus).toContainText('Host’s report')
    const points = consensus.locator('[data-says]')
    expect(await points.count()).toBe(2)
    for (const point of await points.all()) await expect(point).toContainText(/Asserted by Microsoft, the host/)
  })
  await test.step('it and what it was about lead to one another', async () => {
    for (const route of [
      '/incidents/2024-07-19-channel-file-291/',
      '/topics/kernel-access/',
      '/organizations/eset/',
      '/statements/2024-09-12-eset-summit/',
    ]) {
      await expect(page.locator(`main a[href^="${route}"]`).first()).toBeAttached()
      expect(await (await request.get(route)).text()).toContain(`href="${SUMMIT}`)
    }
  })
  await test.step('it and all due dates come as calendars', async () => {
    const address = await page.getByRole('link', { name: 'Calendar of all meetings' }).getAttribute('href')
    const calendar = await (await request.get(address ?? '')).text()
    expect(calendar).toContain('BEGIN:VCALENDAR\r\n')
    expect(calendar).toContain('DTSTART;VALUE=DATE:20240910')
    const due = await (await request.get('/commitments/due.ics')).text()
    expect(due.match(/BEGIN:VEVENT/g)?.length ?? 0).toBeGreaterThan(0)
    expect((await request.get('/summits/calendar.ics')).ok()).toBe(true)
  })
})

test('one control shows each claim by who asserts it', async ({ page }) => {
  await page.goto(SUMMIT)
  const shown = page.locator('[data-says]:visible')
  const all = await shown.count()
  const control = page.getByLabel('Claims by')
  await control.selectOption({
    label: (await control.locator('option').allTextContents()).find((text) => text.startsWith('The editors')) ?? '',
  })
  await expect(shown).toHaveCount(1)
  await expect(page.getByText('Whether kernel access stays open to security products.').first()).toBeVisible()
  await expect(page.getByRole('heading', { name: /^Consensus/ })).toBeHidden()
  await expect(page).toHaveURL(/says=editor/)
  await control.selectOption('')
  await expect(shown).toHaveCount(all)
})

test('a disputed statement says so, and its conversation reads in order', async ({ page }) => {
  await page.goto('/statements/2024-07-31-delta-bastian/')
  await expect(page.getByRole('note').filter({ hasText: 'Disputed by' })).toBeVisible()
  const turns = page.getByRole('region', { name: /Conversation/ }).getByRole('listitem')
  expect(await turns.count()).toBeGreaterThan(1)
  await expect(page.locator('.turn[aria-current]')).toContainText('this statement')
})

test('an organization has its positions, first words, follow-through, search and a place for its answer', async ({
  page,
}) => {
  await page.goto('/organizations/crowdstrike/')
  await expect(
    page
      .getByRole('table', { name: /Role of CrowdStrike/ })
      .getByRole('row')
      .filter({ hasText: 'Faulty CrowdStrike' })
      .or(
        page
          .getByRole('table', { name: /Role of CrowdStrike/ })
          .getByRole('row')
          .nth(1),
      ),
  ).toContainText(/min|h|day/)
  await expect(page.getByRole('table', { name: 'Positions of CrowdStrike' })).toBeVisible()
  await expect(page.locator('#reply')).toBeVisible()
  await page.getByText('How to send an answer').click()
  await expect(page.locator('.template')).toContainText('organizations/crowdstrike/#reply')
  await page.getByLabel(/Search records about/).fill('sensor')
  await page.locator('main').getByRole('button', { name: 'Search', exact: true }).click()
  await expect(page).toHaveURL(/\/search\/\?(?:.*&)?org=crowdstrike/)
})

test('the dossier of an organization prints with its date and numbered sources, without controls', async ({ page }) => {
  await page.goto('/organizations/crowdstrike/')
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByText(/^As of \d/).first()).toBeVisible()
  await expect(page.locator('.tools:visible, .scoped:visible')).toHaveCount(0)
  const numbers = await page
    .locator('#statements ~ * .ev a, #commitments ~ * .ev a')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))
  expect(numbers.length).toBeGreaterThan(5)
  for (const href of numbers) expect(await page.locator(href).count()).toBe(1)
})

test('contradictions and provenance lead to the very passage', async ({ page }) => {
  await page.goto('/contradictions/')
  await expect(page.getByRole('heading', { name: /Known to be wrong/ })).toBeVisible()
  const wrong = page.getByRole('link', {
    name: 'Antivirus products would no longer have direct access to the Windows kernel.',
  })
  await wrong.click()
  await expect(page.locator('#x-june-2025')).toBeInViewport()
  await page.goto('/provenance/')
  await page.getByRole('combobox', { name: 'Kind' }).selectOption({ label: 'Summits' })
  await expect(page.getByRole('status')).toHaveText(/^\d+ of \d+ records$/)
})
