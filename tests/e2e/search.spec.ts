import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, test } from '@playwright/test'
import { load } from 'cheerio'
import { builtFolder } from './pages.ts'
import { ask, box, hits, search, status } from './search-page.ts'

test('the box in the header leads to results, and a result to its passage', async ({ page }) => {
  await page.goto('/')
  await page.getByRole('searchbox', { name: 'Search everything' }).fill('eset kernel access')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/search\/\?q=eset\+kernel\+access$/)
  await expect(hits(page).first()).toContainText('ESET')
  const address = new URL((await hits(page).first().getAttribute('href')) ?? '', page.url())
  expect(existsSync(join(builtFolder, address.pathname, 'index.html'))).toBe(true)
  await hits(page).first().click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('ESET')
})

test('every anchor that results offer exists on the page they open', async ({ page }) => {
  await page.goto('/search/')
  for (const query of ['kernel access', 'staged rollout', 'certificate', 'summit safe deployment practices']) {
    await ask(page, query)
    await expect(hits(page).first()).toBeVisible()
    const links = await page.locator('.hit a[href]').evaluateAll((all) => all.map((link) => link.getAttribute('href')))
    for (const link of links) {
      const { pathname, hash } = new URL(link ?? '', page.url())
      const html = readFileSync(join(builtFolder, pathname, 'index.html'), 'utf8')
      if (hash) expect(html, `${pathname}${hash}`).toContain(`id="${hash.slice(1)}"`)
    }
  }
})

test('facets narrow with counts that follow, stand in the address, and go back and forward', async ({ page }) => {
  await search(page, 'kernel')
  const statements = page.getByRole('checkbox', { name: /^Statements/ })
  const counted = Number(
    await page.locator('[data-facet=kind] li', { hasText: 'Statements' }).locator('.num').textContent(),
  )
  await statements.check()
  await expect(page).toHaveURL(/kind=statements/)
  await expect(status(page)).toContainText(String(counted))
  for (const head of await page.locator('.hit .line-head').allTextContents()) expect(head).toMatch(/^Statement/)
  await page.goBack()
  await expect(page.getByRole('checkbox', { name: /^Statements/ })).not.toBeChecked()
  await page.goForward()
  await expect(page.getByRole('checkbox', { name: /^Statements/ })).toBeChecked()
  await page.getByRole('button', { name: 'Remove Kind: Statements' }).click()
  await expect(page).not.toHaveURL(/kind=/)
})

test('operators narrow as their lists do, and removing a chip removes the typed text', async ({ page }) => {
  await search(page, 'org:eset topic:kernel-access kind:statement access')
  await expect(hits(page).first()).toContainText('ESET')
  for (const head of await page.locator('.hit .line-head').allTextContents()) expect(head).toMatch(/^Statement.*ESET$/)
  await page.getByRole('button', { name: 'Remove Organization: eset' }).click()
  await expect(box(page)).toHaveValue('topic:kernel-access kind:statement access')
})

test('results are read by keyboard', async ({ page }) => {
  await search(page, 'staged rollout')
  await expect(hits(page).nth(1)).toBeVisible()
  await box(page).focus()
  await page.keyboard.press('ArrowDown')
  await expect(hits(page).nth(0)).toBeFocused()
  await page.keyboard.press('j')
  await expect(hits(page).nth(1)).toBeFocused()
  await page.keyboard.press('k')
  await expect(hits(page).nth(0)).toBeFocused()
  const target = new URL((await hits(page).first().getAttribute('href')) ?? '', page.url()).pathname
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL((url) => url.pathname === target)
})

test('without scripts the page says so and offers complete indexes', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto('/search/?q=kernel')
  await expect(page.getByText('Searching needs scripts, and they are off.')).toBeVisible()
  const all = JSON.parse(readFileSync(join(builtFolder, 'data/knowledge.json'), 'utf8')) as {
    records: readonly { readonly data: { readonly recordStatus: string } }[]
  }
  const records = all.records.filter(({ data }) => data.recordStatus !== 'withdrawn').length
  for (const name of ['A to Z', 'By organization', 'By topic', 'By year']) {
    const address = (await page.getByRole('link', { name, exact: true }).getAttribute('href')) ?? ''
    const index = load(readFileSync(join(builtFolder, address, 'index.html'), 'utf8'))
    expect(index('h1').text().trim()).toBe(`All records: ${name}`)
    const links = index('main .lines a').map((_, link) => index(link).attr('href'))
    expect(new Set(links.get()).size).toBe(records)
  }
  await page.getByRole('link', { name: 'By year', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('All records: By year')
  await context.close()
})

test('a sentence nobody wrote so finds the record, says that it was widened, and can be had literally', async ({
  page,
}) => {
  await search(
    page,
    'one of our engineers ran the removal command on the wrong primary database and no backups worked at all zebra',
  )
  await expect(hits(page).first()).toHaveAttribute('href', /2017-01-31-gitlab-database/)
  await expect(page.getByText('The search was widened')).toBeVisible()
  await page.getByRole('button', { name: 'Search literally' }).click()
  await expect(page).toHaveURL(/literal=1/)
  await expect(status(page)).toContainText('Nothing found.')
})

test('results can be grouped and sorted, in the address', async ({ page }) => {
  await search(page, 'kernel access')
  await page.getByLabel('Group').selectOption('By year')
  await expect(page).toHaveURL(/group=year/)
  await expect(page.locator('.group > h3').first()).toHaveText(/^\d{4}$/)
  await page.getByLabel('Sort by').selectOption('Date')
  await expect(page).toHaveURL(/sort=date/)
  const years = (await page.locator('.group > h3').allTextContents()).filter((text) => /^\d{4}$/.test(text))
  expect(years).toEqual([...years].sort().reverse())
})

test('a box on the page of an organization, topic or incident searches what concerns it', async ({ page }) => {
  await page.goto('/organizations/eset/')
  await page.getByLabel('Search records about ESET').fill('kernel')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/search\/\?org=eset&q=kernel/)
  await expect(page.getByRole('button', { name: 'Remove Organization: ESET' })).toBeVisible()
  await expect(hits(page).first()).toBeVisible()
  for (const path of ['/topics/kernel-access/', '/incidents/2024-07-19-channel-file-291/']) {
    await page.goto(path)
    await expect(page.getByRole('searchbox', { name: /^Search (?:what|this)/ })).toBeVisible()
  }
})

test('the page that a result opens marks the words found', async ({ page }) => {
  await search(page, 'eset kernel access')
  await hits(page).first().click()
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  // The words are marked by a script that runs after the page is drawn.
  const marked = () =>
    page.evaluate(() =>
      [...new Set([...(CSS.highlights.get('found') ?? [])].map((range) => String(range).toLowerCase()))].sort(),
    )
  await expect.poll(marked).toEqual(['access', 'eset', 'kernel'])
})

test('a hit can be cited', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await search(page, 'eset kernel access')
  await page.getByRole('button', { name: /^Copy citation of ESET supported/ }).click()
  await expect(page.getByText('Copied.')).toBeVisible()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('/statements/2024-09-12-eset-summit/')
})

test('a first result costs at most 160 kB', async ({ page }) => {
  const asked = new Set<string>()
  page.on('request', (request) => asked.add(new URL(request.url()).pathname))
  await search(page, 'kernel')
  await expect(hits(page).first()).toBeVisible()
  const files = [...asked].filter((path) => /^\/(?:pagefind\/|search\/.+\.json$|_assets\/.+\.js$)/.test(path))
  expect(files.some((path) => path.endsWith('.pf_index'))).toBe(true)
  // The index is packed already; hosts pack the rest.
  const bytes = files
    .map((path) => readFileSync(join(builtFolder, path)))
    .reduce((sum, file) => sum + Math.min(file.length, gzipSync(file).length), 0)
  expect(bytes).toBeLessThanOrEqual(160_000)
})

test('records that no word asked for has named cost one part of the index, not all', async ({ page }) => {
  const parts = new Set<string>()
  page.on('request', (request) => request.url().endsWith('.pf_index') && parts.add(request.url()))
  // A record beside the results of a name, and a search by facets alone.
  for (const query of ['q=heartbleed', 'kind=topics']) {
    parts.clear()
    await page.goto(`/search/?${query}`)
    await expect(hits(page).first()).toBeVisible()
    expect(parts.size, query).toBeGreaterThan(0)
    expect(parts.size, query).toBeLessThanOrEqual(2)
  }
})

test('an answer that takes long is announced while it is awaited', async ({ page }) => {
  let go = () => {}
  const held = new Promise<void>((resolve) => (go = resolve))
  await page.route('**/search/catalog.json', async (route) => {
    await held
    await route.continue()
  })
  await page.goto('/search/?q=kernel')
  await expect(status(page)).toHaveText('Searching …')
  go()
  await expect(status(page)).toContainText('found')
})
