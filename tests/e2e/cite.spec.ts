import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from '@playwright/test'
import { load } from 'cheerio'
import { builtFolder } from './pages.ts'

const INCIDENT = '/incidents/2024-07-19-channel-file-291/'
const REF = '2024-07-19-channel-file-291#e-revert'

const RECORD = '2024-09-12-eset-summit'

/** The text of one form that the built page of citations holds for a part, or for the whole record. */
const held = (path: string, form: string, part?: string) =>
  load(readFileSync(join(builtFolder, path, 'cite/index.html'), 'utf8'))(
    `${part ? `#${part}` : '[aria-labelledby=record]'} [data-form="${form}"]`,
  ).text()

/** What the command line prints for a reference; it reads all content anew each time. */
const printed = (ref: string, form: string) =>
  spawnSync(process.execPath, ['src/cli/bin.mjs', 'cite', ref, '--as', form], {
    cwd: resolve(import.meta.dirname, '../..'),
    encoding: 'utf8',
  }).stdout

test.describe('with a clipboard', () => {
  test.use({ permissions: ['clipboard-read', 'clipboard-write'] })

  test('one click on the control of a part copies its citation, and the form chosen is remembered', async ({
    page,
  }) => {
    await page.goto(INCIDENT)
    await page.getByRole('link', { name: 'Cite e-revert' }).click()
    await expect(page.getByRole('status').filter({ hasText: 'Copied the citation of e-revert as' })).toBeVisible()
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(held(INCIDENT, 'markdown', 'e-revert'))
    await page.getByLabel('Form of the citation').selectOption('BibTeX')
    await expect
      .poll(() => page.evaluate(() => navigator.clipboard.readText()))
      .toBe(held(INCIDENT, 'bibtex', 'e-revert'))
    await page.reload()
    await page.getByRole('link', { name: 'Cite e-release' }).click()
    await expect(page.getByRole('status').filter({ hasText: 'Copied the citation of e-release as' })).toBeVisible()
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(held(INCIDENT, 'bibtex', 'e-release'))
  })

  test('the keyboard alone copies a citation and closes the bar', async ({ page }) => {
    await page.goto(INCIDENT)
    await page.getByRole('link', { name: 'Cite e-revert' }).focus()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('status').filter({ hasText: 'Copied' })).toBeVisible()
    await page.getByLabel('Form of the citation').focus()
    await page.keyboard.press('Escape')
    await expect(page.getByLabel('Form of the citation')).toBeHidden()
    expect(page.url()).toContain(INCIDENT)
  })

  test('every form of the record can be copied at its foot', async ({ page }) => {
    await page.goto(`/statements/${RECORD}/`)
    const cite = page.getByRole('region', { name: 'Cite this record' })
    for (const [label, form] of [
      ['CSL-JSON', 'csl'],
      ['RIS', 'ris'],
      ['Git trailer', 'trailer'],
    ] as const) {
      await cite.getByText(label, { exact: true }).click()
      await cite.locator('details[open]').last().getByRole('button', { name: /Cop/ }).click()
      await expect
        .poll(() => page.evaluate(() => navigator.clipboard.readText()))
        .toBe(held(`/statements/${RECORD}`, form))
      await cite.getByText(label, { exact: true }).click()
    }
  })
})

test('where the browser refuses the clipboard the text is shown to be copied by hand', async ({ page }) => {
  await page.addInitScript(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }))
  await page.goto(INCIDENT)
  await page.getByRole('link', { name: 'Cite e-revert' }).click()
  await expect(page.getByText('The browser did not allow copying. Copy this text yourself:')).toBeVisible()
  await expect(page.getByLabel('Citation', { exact: true })).toHaveValue(held(INCIDENT, 'markdown', 'e-revert'))
})

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })

  test('the control of a part leads to all forms of its citation', async ({ page }) => {
    await page.goto(INCIDENT)
    await page.getByRole('link', { name: 'Cite e-revert' }).click()
    expect(new URL(page.url()).pathname + new URL(page.url()).hash).toBe(`${INCIDENT}cite/#e-revert`)
    await expect(page.locator('#e-revert [data-form="trailer"]')).toHaveText(
      /^Incident-Ref: 2024-07-19-channel-file-291#e-revert@r\d+$/,
    )
  })
})

// Page and command line print every form by the same function, as tests/cli/cite.test.ts has it: here they are compared as they are built.
for (const [path, form, ref, part] of [
  [INCIDENT, 'bibtex', REF, 'e-revert'],
  [`/statements/${RECORD}`, 'csl', RECORD, undefined],
] as const)
  test(`the page of citations holds the very ${form} of ${ref} that the command line prints`, () => {
    expect(held(path, form, part)).not.toBe('')
    expect(held(path, form, part)).toBe(printed(ref, form))
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

test('a citation of the current revision needs no note', async ({ page }) => {
  await page.goto(INCIDENT)
  const current = await page.locator('kb-revision').getAttribute('data-current')
  await page.goto(`${INCIDENT}?r=${current}`)
  await expect(page.locator('h1')).toBeVisible()
  await expect(page.getByRole('region', { name: 'Cited revision' })).toHaveCount(0)
})
