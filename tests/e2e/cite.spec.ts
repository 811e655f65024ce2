import { spawnSync } from 'node:child_process'
import { resolve } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { citeEvent } from './cite-event.ts'

const INCIDENT = '/incidents/2024-07-19-channel-file-291/'
const REF = '2024-07-19-channel-file-291#e-revert'

const RECORD = '2024-09-12-eset-summit'

/** What the command line prints for the event that is cited here. It reads all content. */
const printed = (form: string): string =>
  spawnSync(process.execPath, ['src/cli/bin.mjs', 'cite', REF, '--as', form], {
    cwd: resolve(import.meta.dirname, '../..'),
    encoding: 'utf8',
  }).stdout

/** The short form of the event that is cited here: a link in Markdown. */
const SHORT = /^\[[^\]]+\]\(\S*\/incidents\/2024-07-19-channel-file-291\/\?r=\d+#e-revert\)/

const clipboard = (page: Page) => page.evaluate(() => navigator.clipboard.readText())
const copied = (page: Page, what: string) =>
  expect(page.getByRole('status').filter({ hasText: `Copied the citation of ${what} as` })).toBeVisible()

test.describe('with a clipboard', () => {
  test.use({ permissions: ['clipboard-read', 'clipboard-write'] })

  test('one click on the control of a part copies the short citation, and the form chosen is remembered', async ({
    page,
  }) => {
    await page.goto(INCIDENT)
    await citeEvent(page, 'e-revert')
    await copied(page, 'e-revert')
    expect(await clipboard(page)).toMatch(SHORT)
    await page.getByLabel('Form of the citation').selectOption('BibTeX')
    await expect.poll(() => clipboard(page)).toMatch(/^@misc\{2024-07-19-channel-file-291\.e-revert/)
    expect(await clipboard(page)).toBe(printed('bibtex'))
    await page.reload()
    await citeEvent(page, 'e-release')
    await copied(page, 'e-release')
    expect(await clipboard(page)).toMatch(/^@misc\{2024-07-19-channel-file-291\.e-release/)
  })

  test('what another application keeps under the same name is no form, and the short citation is copied', async ({
    page,
  }) => {
    await page.addInitScript(() => localStorage.setItem('citation-form', 'constructor'))
    await page.goto(INCIDENT)
    await citeEvent(page, 'e-revert')
    await copied(page, 'e-revert')
    expect(await clipboard(page)).toMatch(SHORT)
  })

  test('the keyboard alone copies a citation and closes the bar', async ({ page }) => {
    await page.goto(INCIDENT)
    await page.locator('#e-revert a').focus()
    await page.keyboard.press('Enter')
    await copied(page, 'e-revert')
    await page.getByLabel('Form of the citation').focus()
    await page.keyboard.press('Escape')
    await expect(page.getByLabel('Form of the citation')).toBeHidden()
    expect(page.url()).toContain(INCIDENT)
  })

  test('a record is cited beside its title and at its foot, in every form', async ({ page }) => {
    await page.goto(`/statements/${RECORD}/`)
    await page.getByRole('link', { name: 'Cite', exact: true }).click()
    await copied(page, 'this record')
    await page.getByRole('button', { name: 'Close' }).click()
    await page.getByRole('region', { name: 'Cite this record' }).getByRole('button', { name: 'Copy' }).click()
    await copied(page, 'this record')
    for (const [label, begins] of [
      ['CSL-JSON', '[\n  {'],
      ['RIS', 'TY  - ELEC'],
      ['Git trailer', 'Incident-Ref: '],
      ['HTML', '<cite>'],
    ] as const) {
      await page.getByLabel('Form of the citation').selectOption(label)
      await expect.poll(async () => (await clipboard(page)).startsWith(begins)).toBe(true)
      await expect(page.getByLabel('Text of the citation')).toHaveValue(
        (await clipboard(page)).replaceAll('\r\n', '\n'),
      )
    }
  })
})

test('where the browser refuses the clipboard the text is shown to be copied by hand', async ({ page }) => {
  await page.addInitScript(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }))
  await page.goto(INCIDENT)
  await citeEvent(page, 'e-revert')
  await expect(page.getByText('The browser did not allow copying. Copy this text yourself:')).toBeVisible()
  await expect(page.getByLabel('Text of the citation')).toHaveValue(SHORT)
})

test('the title of an event is named by its words, can be marked by mouse, and shows its sign behind them', async ({
  page,
}) => {
  await page.goto(INCIDENT)
  const title = page.getByRole('heading', { name: /^CrowdStrike reverted the content/ })
  await expect(title.getByRole('link')).toHaveAccessibleName(/^CrowdStrike reverted the content[^#]*$/)
  await title.click()
  await expect(page.getByRole('region', { name: 'Citation' })).toBeHidden()
  expect(new URL(page.url()).hash).toBe('')
})

test('where the data cannot be had the control is a link to the part', async ({ page }) => {
  await page.route('**/2024-07-19-channel-file-291.json', (route) => route.abort())
  await page.goto(INCIDENT)
  await citeEvent(page, 'e-revert')
  await expect(page).toHaveURL(/#e-revert$/)
  await expect(page.getByLabel('Form of the citation')).toBeHidden()
})

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })

  test('the control of a part is a link to it, and the page holds the citation of the record', async ({ page }) => {
    await page.goto(INCIDENT)
    await citeEvent(page, 'e-revert')
    expect(new URL(page.url()).pathname + new URL(page.url()).hash).toBe(`${INCIDENT}#e-revert`)
    const short = page.getByRole('region', { name: 'Cite this record' }).locator('code')
    await expect(short).toHaveText(/^\[.+\]\(.*\/incidents\/2024-07-19-channel-file-291\/\?r=\d+\)/)
  })
})

test('addresses of the citation pages that once were lead to the part, even where the host has no redirects', async ({
  page,
}) => {
  await page.goto(`${INCIDENT}cite/#e-revert`)
  await expect(page).toHaveURL(new RegExp(`${INCIDENT}#e-revert$`))
  await page.goto('/compare/2021-10-04-facebook-bgp/2024-07-19-channel-file-291/')
  await expect(page).toHaveURL(/\/compare\/\?a=2021-10-04-facebook-bgp&b=2024-07-19-channel-file-291$/)
  await page.goto('/incidents/no-such/')
  await expect(page.getByRole('heading', { name: 'Nothing at this address' })).toBeVisible()
})

test('a citation of a revision that never was says so', async ({ page }) => {
  await page.goto(`${INCIDENT}?r=999#e-revert`)
  const told = page.getByRole('region', { name: 'Cited revision' })
  await expect(told).toContainText('names a revision that this record does not have')
  // Whoever comes for a part is beyond the top of the page, and is told there.
  const bar = page.getByRole('region', { name: 'Revision of the citation' })
  await expect(bar.getByText(/names a revision that this record does not have/)).toBeInViewport()
  await expect(told).not.toBeInViewport()
  await bar.getByRole('link', { name: 'What changed' }).click()
  await expect(told).toBeInViewport()
  await bar.getByRole('button', { name: 'Close' }).click()
  await expect(bar).toBeHidden()
})

test('of a part that is not among those named of a long revision it is still said whether it was changed', async ({
  page,
}) => {
  const told = page.getByRole('region', { name: 'Cited revision' })
  await page.goto(`${INCIDENT}?r=2#a-publish-analysis`)
  await expect(told).toContainText('The part cited, a-publish-analysis, was changed since.')
  await expect(told.getByText(/; \d+ more parts/).first()).toBeVisible()
  await page.goto(`${INCIDENT}?r=1#e-sensor-7-11`)
  await expect(told).toContainText('The part cited, e-sensor-7-11, was not changed since.')
})

test('a citation of the current revision needs no note', async ({ page }) => {
  await page.goto(INCIDENT)
  const current = await page.locator('kb-revision').getAttribute('data-current')
  await page.goto(`${INCIDENT}?r=${current}`)
  await expect(page.locator('h1')).toBeVisible()
  await expect(page.getByRole('region', { name: 'Cited revision' })).toHaveCount(0)
})
