import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { expect } from '@playwright/test'
import { builtSite, test } from './fixture-sites.ts'

test('two thousand entries lie on pages under 100 kB, strips included, and none is lost', () => {
  const out = builtSite('large')
  const pages = globSync('timeline/202[45]/**/index.html', { cwd: out }).map((file) => readFileSync(join(out, file)))
  expect(pages.length).toBeGreaterThanOrEqual(4)
  expect(pages.map((page) => brotliCompressSync(page).length).filter((bytes) => bytes > 100_000)).toEqual([])
  expect(pages.reduce((sum, page) => sum + (page.toString().match(/<li data-kind=/g)?.length ?? 0), 0)).toBe(2000)
})

test('a choice on the fullest page hides or shows each of its entries once, and none that stays as it is', async ({
  page,
  sites,
}) => {
  await page.goto(sites.large('/timeline/2024/'))
  const shown = page.locator('#ledger [data-kind]:not([hidden])')
  await expect(shown).toHaveCount(500)
  await page.evaluate(() => {
    const ledger = document.getElementById('ledger')
    if (ledger === null) throw new Error('the page has no ledger')
    new MutationObserver((changes) => {
      const counted = document.documentElement.dataset
      counted['changes'] = String(Number(counted['changes'] ?? 0) + changes.length)
    }).observe(ledger, { attributes: true, childList: true, subtree: true })
  })
  const changes = async () => Number(await page.locator('html').getAttribute('data-changes'))
  const kind = page.getByRole('combobox', { name: 'Kind' })
  const months = await page.locator('#ledger .month').count()
  let before = 0
  for (const [value, count, changed] of [
    ['statement', 0, 500 + months],
    ['summit', 0, 0],
    ['incident', 500, 500 + months],
    ['', 500, 0],
  ] as const) {
    await kind.selectOption(value)
    await expect(shown).toHaveCount(count)
    expect((await changes()) - before).toBe(changed)
    before += changed
  }
})
