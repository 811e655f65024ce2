import { readFileSync } from 'node:fs'
import { expect, type Page, test } from '@playwright/test'
import { load } from 'cheerio'

/** What the control "Download picture" that is in sight saves. */
async function taken(page: Page, form: 'SVG' | 'PNG') {
  const group = page.getByRole('group', { name: 'Download picture' })
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    group.getByRole('button', { name: form }).click(),
  ])
  await expect(group.getByRole('status')).toHaveText('Saved')
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) }
}

/** The words, the size and the colours of a drawing. */
function read(bytes: Buffer) {
  const drawn = load(bytes.toString(), { xml: true })
  return {
    width: Number(drawn('svg').attr('width')),
    words: drawn('text')
      .toArray()
      .map((text) => drawn(text).text()),
    fills: new Set(
      drawn('path')
        .toArray()
        .map((path) => drawn(path).attr('fill')),
    ),
  }
}

test('the strips of home are taken away as they are narrowed, with their axis', async ({ page }) => {
  await page.goto('/')
  const all = read((await taken(page, 'SVG')).bytes)
  expect(all.words).toEqual(expect.arrayContaining(['1 min', '1 h', '1 year', 'Cloudflare WAF regex, 2019']))
  expect(all.words).toContain('Facebook backbone and DNS, 2021')
  expect(all.fills.size).toBeGreaterThan(4)
  await page.goto('/?org=cloudflare')
  await expect(page.getByRole('listitem').filter({ hasText: 'Facebook backbone and DNS, 2021' })).toBeHidden()
  const { name, bytes } = await taken(page, 'SVG')
  expect(name).toBe('strips.svg')
  const some = read(bytes)
  expect(some.words).toContain('Cloudflare WAF regex, 2019')
  expect(some.words).not.toContain('Facebook backbone and DNS, 2021')
  const png = await taken(page, 'PNG')
  expect(png.name).toBe('strips.png')
  expect(png.bytes.subarray(1, 4).toString()).toBe('PNG')
  expect(png.bytes.readUInt32BE(16)).toBeGreaterThanOrEqual(2 * some.width - 2)
})

test('the lanes of an incident are taken away whole, the parties with them', async ({ page }) => {
  await page.goto('/incidents/2024-07-19-channel-file-291/')
  await page.getByRole('button', { name: /^Lanes/ }).click()
  const parties = await page.locator('#lanes-table tbody th a').allInnerTexts()
  expect(parties.length).toBeGreaterThan(5)
  const { name, bytes } = await taken(page, 'SVG')
  expect(name).toBe('2024-07-19-channel-file-291-lanes-table.svg')
  const { words, fills } = read(bytes)
  for (const party of parties) expect(words.join(' ')).toContain(party)
  expect(fills.size).toBeGreaterThan(3)
  expect((await taken(page, 'PNG')).bytes.subarray(1, 4).toString()).toBe('PNG')
})
