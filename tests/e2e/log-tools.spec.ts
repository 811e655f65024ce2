import { expect, type Page, test } from '@playwright/test'

const PATH = '/incidents/2024-07-19-channel-file-291/'
const shown = (page: Page) => page.locator('.log > .part:not([hidden])')
const timeline = (page: Page) => page.getByRole('region', { name: /Timeline/ })
const kind = (page: Page, label: string) => page.getByRole('checkbox', { name: new RegExp(`^${label}`) })

async function open(page: Page, query = '') {
  await page.goto(PATH + query)
  await expect(kind(page, 'Onset')).toBeVisible()
}

test('a timeline is filtered by kind, actor and words, and whoever gets the address sees the same', async ({
  page,
  context,
}) => {
  await open(page)
  const all = await shown(page).count()
  await kind(page, 'Communication').check()
  await expect(page).toHaveURL(/kind=communication/)
  const words = await shown(page).count()
  expect(words).toBeLessThan(all)
  await page.getByRole('combobox', { name: 'Who' }).selectOption('microsoft')
  await page.getByLabel('Words', { exact: true }).fill('8.5 MILLION')
  await expect(shown(page)).toHaveCount(1)
  await expect(page.locator('.log .gap:not([hidden])')).toHaveCount(0)
  await expect(page).toHaveURL(/kind=communication&who=microsoft&words=8\.5\+MILLION/)
  const other = await context.newPage()
  await other.goto(page.url())
  await expect(shown(other)).toHaveCount(1)
  await expect(timeline(other).getByText(`1 of ${all} events`)).toBeVisible()
})

test('several kinds are shown at once, unfolded, and the box that was ticked keeps the focus', async ({ page }) => {
  await open(page)
  const all = await shown(page).count()
  for (const label of ['Onset', 'Follow-up']) {
    await kind(page, label).check()
    await expect(kind(page, label)).toBeFocused()
  }
  await expect(page).toHaveURL(/kind=onset%2CfollowUp/)
  const chosen = page.locator('.log > .part:visible')
  expect(await chosen.count()).toBe(await page.locator('.log > :is(.onset, .followUp)').count())
  await page.reload()
  await expect(kind(page, 'Follow-up')).toBeChecked()
  await expect(page.getByRole('heading', { name: 'Timeline' })).toBeInViewport()
  await kind(page, 'Onset').uncheck()
  await kind(page, 'Follow-up').uncheck()
  await expect(shown(page)).toHaveCount(all)
  await expect(page.getByText('7 earlier events')).toBeVisible()
  expect(await chosen.count()).toBeLessThan(20)
})

test('who follows a link to an event that was left out sees it, under its day, and it is counted', async ({ page }) => {
  await open(page, '?kind=context#e-revert')
  const revert = page.locator('#e-revert')
  await expect(revert).toBeInViewport()
  await expect(page.getByRole('heading', { name: '19 July 2024', exact: true })).toBeVisible()
  const context = await page.locator('.log > .part.context').count()
  await expect(timeline(page).getByText(new RegExp(`^${context + 1} of \\d+ events$`))).toBeVisible()
  await kind(page, 'Context').uncheck()
  await kind(page, 'Follow-up').check()
  await expect(revert).toBeHidden()
  await page.evaluate(() => location.assign('#top'))
  await page.evaluate(() => location.assign('#e-revert'))
  await expect(revert).toBeInViewport()
})

test('addresses of earlier versions select what they selected then, and broken ones are no fault', async ({ page }) => {
  const faults: string[] = []
  page.on('pageerror', ({ message }) => faults.push(message))
  await test.step('a word of earlier versions', async () => {
    await open(page, '?kind=publicWord')
    await expect(kind(page, 'Communication')).toBeChecked()
  })
  await test.step('an address that hides context', async () => {
    await open(page, '?context=hide')
    await expect(page.locator('.log > .context:not([hidden])')).toHaveCount(0)
    await expect(kind(page, 'Context')).not.toBeChecked()
    await expect(kind(page, 'Onset')).toBeChecked()
  })
  await test.step('a kind or an actor that no event has', async () => {
    await open(page, '?kind=nope&who=nobody')
    await expect(timeline(page).getByText(/^\d+ events$/)).toBeVisible()
    await expect(page.locator('.log > .part[hidden]')).toHaveCount(0)
  })
  for (const query of ['?kind=context#%25zz%', '?zone=__proto__#e-revert'])
    await test.step(query, async () => {
      await open(page, query)
      await expect(timeline(page).getByText(/\d+ events$/)).toBeVisible()
    })
  expect(faults).toEqual([])
})

test.describe('for a reader in Nepal', () => {
  test.use({ timezoneId: 'Asia/Kathmandu' })
  test('times stand in UTC until the reader asks for their own zone', async ({ page }) => {
    await page.goto(PATH)
    const time = page.locator('.part', { has: page.locator('#e-revert') }).locator('time')
    await expect(time).toHaveText('05:27')
    await open(page)
    await page.getByLabel('Clock').selectOption('local')
    await expect(time).toHaveText('11:12')
    await expect(timeline(page).getByText('Your time zone', { exact: true }).first()).toBeVisible()
    await expect(page.locator('.moments')).toContainText('19 July 2024, 11:12 UTC+05:45')
    await page.getByLabel('Clock').selectOption('written')
    await expect(time).toHaveText('05:27')
    await expect(page).toHaveURL(/zone=written/)
  })
})

test('the record can be read as it could be known at an instant, and stepped on from there', async ({ page }) => {
  await open(page, '?known=2024-07-19T06:00Z')
  // The review of 24 July brought the stress test of March to light; the revert itself was seen.
  await expect(page.locator('#e-revert')).toBeVisible()
  await expect(page.locator('.log > .part[data-known^="2024-07-24"]').first()).toBeHidden()
  await expect(page.locator('.known output')).toContainText('06:00')
  const before = await shown(page).count()
  await page.getByRole('slider', { name: 'As known at' }).press('ArrowRight')
  await expect(page).not.toHaveURL(/known=2024-07-19T06:00Z/)
  expect(await shown(page).count()).toBeGreaterThan(before)
  await page.getByRole('slider', { name: 'As known at' }).press('End')
  await expect(page).not.toHaveURL(/known=/)
  await expect(page.locator('.log > .part[hidden]')).toHaveCount(0)
})

test('the events in sight are copied as a Markdown table or CSV, and saved as a calendar', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await open(page, '?who=cisa')
  // The controls are seen before the choice of the address has hidden events.
  await expect(timeline(page).getByText(/^\d+ of \d+ events$/)).toBeVisible()
  const count = await shown(page).count()
  expect(count).toBeGreaterThan(0)
  await page.getByRole('button', { name: 'Copy as Markdown' }).click()
  await expect(timeline(page).getByText(`${count} events copied`)).toBeVisible()
  const table = (await page.evaluate(() => navigator.clipboard.readText())).trim().split('\n')
  expect(table).toHaveLength(count + 2)
  expect(table[2]).toContain('CISA')
  await page.getByRole('button', { name: 'Copy as CSV' }).click()
  await expect
    .poll(async () => (await page.evaluate(() => navigator.clipboard.readText())).trim().split('\n').length)
    .toBe(count + 1)
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Save calendar' }).click()
  expect((await download).suggestedFilename()).toBe('timeline.ics')
})

test('without scripts the whole log reads in order, no dead control is shown and no key promised', async ({
  browser,
  baseURL,
}) => {
  const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage()
  await page.goto(baseURL + PATH)
  expect(await shown(page).count()).toBeGreaterThanOrEqual(60)
  await expect(page.getByRole('button', { name: /^Key events/ })).toBeHidden()
  await expect(page.getByRole('button', { name: 'Keys' })).toHaveCount(0)
  await expect(page.locator('#e-stress-test')).toBeHidden()
  await page.getByText('7 earlier events').click()
  await expect(page.locator('#e-stress-test')).toBeVisible()
})

test('lanes: each party has a row by its role, marks are named links, and a phone scrolls the drawing alone', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 800 })
  await page.goto(PATH)
  await page.getByRole('button', { name: /^Lanes/ }).click()
  await expect(page.locator('#e-revert')).toBeHidden()
  const rows = page.getByRole('table', { name: 'Events by party' }).getByRole('row')
  await expect(rows.nth(1).getByRole('rowheader')).toContainText(/CrowdStrike.*Origin/)
  await expect(rows.nth(2).getByRole('rowheader')).toContainText(/Microsoft.*Platform/)
  const region = page.getByRole('region', { name: 'Lanes by actor' })
  expect(await region.evaluate((element) => element.scrollWidth > element.clientWidth)).toBe(true)
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0)
  await rows.nth(1).getByRole('link', { name: 'CrowdStrike reverted the content update' }).click()
  await expect(page).toHaveURL(/#e-revert$/)
  await expect(page.locator('#e-revert')).toBeInViewport()
})

test('the lanes follow the choice of kinds, and so do their parties', async ({ page }) => {
  await open(page)
  await page.getByRole('button', { name: /^Lanes/ }).click()
  const marks = page.locator('.lanes td a:visible')
  const rows = page.locator('.lanes tbody tr:visible')
  await expect(rows).not.toHaveCount(0)
  const [all, parties] = [await marks.count(), await rows.count()]
  await kind(page, 'Onset').check()
  await expect(page.getByRole('region', { name: 'Lanes by actor' })).toBeVisible()
  await expect(page.locator('#e-release')).toBeHidden()
  const onsets = new Set(await page.locator('.log > .onset h4').evaluateAll((all) => all.map(({ id }) => `#${id}`)))
  for (const mark of await marks.all()) expect(onsets).toContain(await mark.getAttribute('href'))
  expect(await rows.count()).toBeLessThan(parties)
  await kind(page, 'Onset').uncheck()
  await expect(marks).toHaveCount(all)
  await expect(rows).toHaveCount(parties)
})

for (const [width, height] of [
  [1280, 900],
  [390, 844],
] as const)
  test(`at ${width} px filters and clock stay in sight and cover nothing that a link leads to`, async ({ page }) => {
    await page.setViewportSize({ width, height })
    await open(page)
    const all = page.getByRole('button', { name: /^All/ })
    await all.click()
    // What shows the events is loaded first; until then the key events alone are there to lead to.
    await expect(all).toHaveAttribute('aria-pressed', 'true')
    const tools = page.locator('kb-log')
    for (const id of ['#e-revert', '#e-pir']) {
      await page.evaluate((hash) => (location.hash = hash), id)
      const heading = page.locator(id)
      await expect(heading).toBeInViewport()
      await expect(page.getByRole('combobox', { name: 'Clock' })).toBeInViewport()
      await expect(kind(page, 'Onset')).toBeInViewport()
      const [above, below] = [await tools.boundingBox(), await heading.boundingBox()]
      expect((above?.y ?? 0) + (above?.height ?? 0)).toBeLessThanOrEqual(below?.y ?? 0)
      expect(above?.height ?? 0).toBeLessThan(height / 3)
    }
  })

test('events are shown by whose word they are, together with other choices; headings and silences follow', async ({
  page,
}) => {
  await open(page)
  const all = await shown(page).count()
  const control = page.getByLabel('Claims by')
  await control.selectOption('press')
  await expect.poll(() => shown(page).count()).toBeLessThan(all)
  const press = await shown(page).count()
  expect(press).toBeGreaterThan(0)
  expect(press).toBeLessThan(all)
  for (const event of await shown(page).all()) await expect(event).toHaveAttribute('data-says', /\bpress\b/)
  await expect(timeline(page).getByText(`${press} of ${all} events`)).toBeVisible()
  await expect(page.locator('.log .gap:not([hidden])')).toHaveCount(0)
  for (const list of await page.locator('.log:not([hidden])').all())
    expect(await list.locator('.part:not([hidden])').count()).toBeGreaterThan(0)
  await kind(page, 'Follow-up').check()
  expect(await shown(page).count()).toBeLessThan(press)
  await control.selectOption('')
  await expect(page.locator('.log > .part.context:not([hidden])')).toHaveCount(0)
  await kind(page, 'Follow-up').uncheck()
  await expect(shown(page)).toHaveCount(all)
  await expect(page.locator('.log .gap:not([hidden])')).not.toHaveCount(0)
})

test('who follows a link to an event sees it, though the word of others is shown alone', async ({ page }) => {
  await page.goto(`${PATH}?says=press`)
  const others = page.locator('.log > .part:not([data-says~=press])')
  await expect(others.first()).toBeHidden()
  const ids = await others.evaluateAll((events) => events.map((event) => event.querySelector('[id^=e-]')?.id ?? ''))
  await page.evaluate((id) => location.assign(`#${id}`), ids[0])
  await expect(others.first()).toBeVisible()
  await page.goto('about:blank')
  await page.goto(`${PATH}?says=press#${ids.at(-1)}`)
  await expect(others.last()).toBeInViewport()
})
