import { expect, type Page, test } from '@playwright/test'

const PATH = '/incidents/2024-07-19-channel-file-291/'
const bar = (page: Page) => page.getByRole('navigation', { name: 'Sections' })
const heading = (page: Page, name: string) => page.getByRole('heading', { name: new RegExp(`^${name}`), level: 2 })

test('the page says in its head, its sections and its log what a reader asks for', async ({ page }) => {
  await page.goto(PATH)
  await test.step('sections answer in order: story first, evidence last', async () => {
    expect(await page.locator('main > .sec > h2').allInnerTexts()).toEqual(
      ['Story', 'Timeline', 'Impact', 'Lessons', 'What followed', 'Evidence'].map((title) =>
        expect.stringContaining(title),
      ),
    )
  })
  await test.step('the head gives three numbers, with what each counts and whose word it is', async () => {
    const numbers = page.locator('.record-head li:has(> .number)')
    await expect(numbers).toHaveCount(3)
    await expect(numbers.nth(0)).toContainText(/78 min\s*Time to mitigate\s*Began to mitigated\. By CrowdStrike/)
    await expect(numbers.nth(2)).toContainText(/8\.5 million devices.*By Microsoft/s)
  })
  await test.step('every anchor that the page has had is still there', async () => {
    const ids =
      'timeline durations account impact findings controls actions prompts milestones involved statements summits ' +
      'commitments inquiries related contradictions sources cite history who-says-so lanes stretch-1'
    for (const id of ids.split(' ')) await expect(page.locator(`[id="${id}"]`), id).toHaveCount(1)
  })
  await test.step('what is known by bounds alone is said by them, after the rest of its day', async () => {
    const word = page.locator('.part', { has: page.locator('#e-kurtz-first-word') })
    await expect(word.locator('.t')).toHaveText('after 05:27')
    const [during, list] = [page.getByText('During the day', { exact: true }), page.locator('.during + .log')]
    await expect(during).toBeVisible()
    await expect(list.locator('#e-kurtz-first-word')).toHaveCount(1)
    await expect(list.locator('#e-revert')).toHaveCount(0)
  })
})

test.describe('the bar of sections', () => {
  test('comes after 400 px, says which section is read, and goes with the head of the page', async ({ page }) => {
    await page.goto(PATH)
    await expect(bar(page)).toHaveCount(0)
    await heading(page, 'Impact').evaluate((element) => element.scrollIntoView())
    await expect(bar(page).getByRole('link', { name: 'Impact' })).toHaveAttribute('aria-current', 'true')
    await expect(heading(page, 'Impact')).toBeInViewport()
    await bar(page).getByRole('link', { name: 'Lessons' }).focus()
    await page.keyboard.press('Enter')
    await expect(bar(page).getByRole('link', { name: 'Lessons' })).toHaveAttribute('aria-current', 'true')
    await expect(bar(page).getByRole('link', { name: 'Cite' })).toBeVisible()
    await page.keyboard.press('Control+Home')
    await expect(bar(page)).toBeHidden()
  })

  test('shows on a phone too, and the page does not scroll sideways', async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 700 })
    await page.goto(`${PATH}#evidence`)
    await expect(bar(page).getByRole('link', { name: 'Evidence' })).toBeInViewport()
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320)
  })
})

test('a link to a folded event unfolds it, and the bar says of which incident and which day it is', async ({
  page,
}) => {
  await page.goto(`${PATH}#e-ambulance-calls`)
  await expect(page.locator('#e-ambulance-calls')).toBeInViewport()
  const title = await page.getByRole('heading', { level: 1 }).innerText()
  await expect(bar(page)).toContainText(title)
  await expect(bar(page)).toContainText('19 July 2024')
  await page.goto(`${PATH}#s-90`)
  await expect(page.locator('#s-90')).toBeInViewport()
})

test('a search within the page finds what is folded, and what the lanes have put out of view', async ({ page }) => {
  await page.goto(PATH)
  const folds = page.locator('main details')
  for (const fold of await folds.all()) await expect(fold).not.toHaveAttribute('hidden')
  await page.getByRole('button', { name: /^Lanes/ }).click()
  await expect(page.locator('.events')).toHaveAttribute('hidden', 'until-found')
  await page.locator('#e-revert').dispatchEvent('beforematch')
  await expect(page.locator('.events')).not.toHaveAttribute('hidden')
  await expect(page.locator('#e-revert')).toBeVisible()
})

test('all events, then the key events again', async ({ page }) => {
  await page.goto(PATH)
  const seen = page.locator('.log > .part:visible')
  const key = await seen.count()
  expect(key).toBeLessThan(16)
  await page.getByRole('button', { name: /^All/ }).click()
  await expect(seen).toHaveCount(await page.locator('.log > .part').count())
  await page.getByRole('button', { name: /^Key events/ }).click()
  await expect(seen).toHaveCount(key)
})

test('by keyboard each long section is passed in two steps', async ({ page }) => {
  await page.goto(PATH)
  for (const [from, to] of [
    ['Timeline', 'Impact'],
    ['Impact', 'Lessons'],
    ['Lessons', 'What followed'],
    ['What followed', 'Evidence'],
  ] as const) {
    await page.getByRole('heading', { name: from, exact: true }).getByRole('link').focus()
    await page.keyboard.press('Tab')
    await expect(page.getByRole('link', { name: `Skip ${from}` })).toBeFocused()
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    await expect(page.getByRole('heading', { name: to, exact: true }).getByRole('link')).toBeFocused()
  }
})

test('rival figures lie on one line, and each is told in words', async ({ page }) => {
  await page.goto(PATH)
  await page.getByText(/more measures$/).click()
  const measure = page.locator('.measure').filter({ hasText: /at least 97%[^]*about 99%/ })
  await expect(measure.getByRole('listitem').filter({ hasText: 'at least 97%' })).toBeVisible()
  await expect(measure.getByRole('listitem').filter({ hasText: 'about 99%' })).toBeVisible()
  await expect(measure.locator('svg')).toBeVisible()
  await expect(measure.locator('svg circle')).toHaveCount(2)
})

test.describe('with a clipboard', () => {
  test.use({ permissions: ['clipboard-read', 'clipboard-write'] })

  test('the short citation is one click away', async ({ page }) => {
    await page.goto(PATH)
    await page.getByRole('button', { name: 'Copy Markdown' }).click()
    await expect(page.getByRole('status').filter({ hasText: 'Copied' })).toBeVisible()
    expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(
      /^\[.+\]\(.*2024-07-19-channel-file-291.*\)$/,
    )
  })
})

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })

  test('everything can be unfolded and nothing dead is shown', async ({ page }) => {
    await page.goto(PATH)
    await expect(page.getByRole('button', { name: /Copy|Share|Keys/ }).locator('visible=true')).toHaveCount(0)
    await page.getByText(/^Lanes: what each of/).click()
    await expect(page.getByRole('region', { name: 'Lanes by actor' })).toBeVisible()
    await page.getByText(/more sources$/).click()
    await expect(page.locator('#s-90')).toBeVisible()
  })
})

test('on paper nothing is folded', async ({ page }) => {
  await page.goto(PATH)
  await page.emulateMedia({ media: 'print' })
  for (const part of ['#e-stress-test', '#s-90', '#m-fix-hotfix', '#lanes'])
    await expect(page.locator(part), part).toBeVisible()
  await expect(page.locator('summary:visible')).toHaveCount(0)
})
