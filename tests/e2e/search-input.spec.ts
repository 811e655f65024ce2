import { expect, type Page, test } from '@playwright/test'
import { ask, box, faultsOf, hits, search, status } from './search-page.ts'

const listed = (page: Page) =>
  page.getByRole('navigation', { name: 'Lists by name' }).getByRole('link', { name: 'A to Z' })

/** What was typed, and what is said of it: as the answer, or beside it. */
interface Typed {
  readonly query: string
  readonly status?: string
  readonly notice?: string
}

const HIT: Readonly<Record<string, Typed>> = {
  markup: { query: '<img src=x onerror=alert(1)><script>alert(2)</script> kernel' },
  'right-to-left text': { query: 'مرحبا kernel' },
  'only stop words': { query: 'the of and', notice: 'Only words that nearly every record has were typed' },
  'an unclosed quotation mark': { query: '"kernel access', notice: 'A quotation mark was not closed' },
  'an unknown operator': { query: 'organisaton:eset kernel', notice: 'is no operator' },
  'ten thousand characters': { query: 'kernel '.repeat(1429), notice: 'Only the first 4,000 characters were used' },
}

const ANSWERED: Readonly<Record<string, Typed>> = {
  'one letter': { query: 'x' },
  'only an operator': { query: 'org:' },
  emoji: { query: '🔥💥' },
  'a filter value that does not exist': { query: 'org:nobody-at-all kernel' },
  'an operator that does not exist': { query: 'organisaton:eset' },
  'only punctuation': { query: '?! … —', status: 'Nothing to look for' },
  'words that nothing has': { query: 'qwertzuiopasdfgh', status: 'Nothing found' },
}

test('whatever is typed gets a sensible answer, and what was done about it is said', async ({ page }) => {
  const faults = faultsOf(page)
  page.on('dialog', (dialog) => faults.push(`dialog: ${dialog.message()}`))
  await page.goto('/search/')
  for (const [what, { query, status: said, notice }] of Object.entries({ ...HIT, ...ANSWERED }))
    await test.step(what, async () => {
      await ask(page, query)
      await expect(status(page)).not.toBeEmpty()
      if (notice !== undefined) await expect(page.locator('[data-part=notices]')).toContainText(notice)
      if (what in HIT) await expect(hits(page).first()).toBeVisible()
      if (said !== undefined) {
        await expect(status(page)).toContainText(said)
        await expect(status(page)).toContainText('lists by name')
        await expect(hits(page)).toHaveCount(0)
        await expect(listed(page)).toBeVisible()
      }
      await expect(page.locator('main img, main script:not([src])')).toHaveCount(0)
    })
  expect(faults).toEqual([])
})

test('a value that no record has and an operator that does not exist are explained', async ({ page }) => {
  await search(page, 'org:crowdstrik kernel')
  await expect(page.getByText('Did you mean “org:crowdstrike”?')).toBeVisible()
  await ask(page, 'topc:kernel-access')
  await expect(page.getByText('did you mean “topic:”?')).toBeVisible()
})

test('an index of another build is said', async ({ page }) => {
  await page.route('**/search/catalog.json', async (route) => {
    const file = (await (await route.fetch()).json()) as object
    await route.fulfill({ json: { ...file, version: 1 } })
  })
  await search(page, 'kernel')
  await expect(status(page)).toContainText('of another build')
  await expect(listed(page)).toBeVisible()
})

test('a catalog of other records than the index is said', async ({ page }) => {
  await page.route('**/search/catalog.json', async (route) => {
    const file = (await (await route.fetch()).json()) as object
    await route.fulfill({ json: { ...file, build: '000000' } })
  })
  await search(page, 'kernel')
  await expect(status(page)).toContainText('of another build')
})

test('a browser without workers is told so', async ({ page }) => {
  const faults = faultsOf(page)
  await page.addInitScript(() => Reflect.deleteProperty(globalThis, 'Worker'))
  await page.goto('/search/?q=kernel')
  await expect(status(page)).toContainText('web workers')
  await expect(listed(page)).toBeVisible()
  expect(faults).toEqual([])
})

test('a missing index is said, and the indexes remain', async ({ page }) => {
  const faults = faultsOf(page)
  await page.route('**/search/catalog.json', (route) => route.fulfill({ status: 404, body: '' }))
  await search(page, 'kernel')
  await expect(status(page)).toContainText('could not be loaded')
  await expect(page.getByRole('link', { name: 'A to Z' })).toBeVisible()
  expect(faults).toEqual([])
})

const PARTS = [
  'search/catalog.json',
  'pagefind/*.pf_meta',
  'pagefind/wasm.*',
  'pagefind/index/*',
  'pagefind/fragment/*',
]

test('an index of which any part arrived by half is said to be missing, and a later search finds', async ({ page }) => {
  const faults: string[] = []
  page.on('pageerror', (error) => faults.push(error.message))
  for (const file of PARTS)
    await test.step(file, async () => {
      let halved = true
      await page.route(`**/${file}`, async (route) => {
        if (!halved) return route.continue()
        const body = await (await route.fetch()).body()
        await route.fulfill({ status: 200, body: body.subarray(0, body.length / 2) })
      })
      await search(page, 'kernel')
      await expect(status(page)).toContainText('could not be loaded')
      await expect(hits(page)).toHaveCount(0)
      halved = false
      await box(page).press('Enter')
      await expect(hits(page).first()).toBeVisible()
    })
  expect(faults).toEqual([])
})

test('an empty search says nothing and shows nothing', async ({ page }) => {
  const faults = faultsOf(page)
  await page.goto('/search/?q=+++')
  await expect(status(page)).toBeEmpty()
  await expect(hits(page)).toHaveCount(0)
  expect(faults).toEqual([])
})

test('a search for words not yet loaded says that the connection is lost, and finds them once it is back', async ({
  page,
  context,
}) => {
  const faults: string[] = []
  page.on('pageerror', (error) => faults.push(error.message))
  await search(page, 'kernel')
  await context.setOffline(true)
  await box(page).fill('certificate forward secrecy akamai')
  await page.keyboard.press('Enter')
  await expect(status(page)).toContainText('could not be loaded')
  await context.setOffline(false)
  await page.keyboard.press('Enter')
  await expect(status(page)).toContainText('have some of them')
  expect(faults).toEqual([])
})
