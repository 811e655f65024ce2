import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { expect, type Page } from '@playwright/test'
import { builtSite, type Sites, test } from './fixture-sites.ts'
import { ODD } from './log-fixture.ts'

const open = (page: Page, sites: Sites, id: keyof typeof ODD, rest = '') =>
  page.goto(sites.large(`/incidents/${id}/${rest}`))
const sideways = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

test('every odd log shows all its events, no broken number and no sideways scroll, on a phone and on a desk', async ({
  page,
  sites,
}) => {
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(error.message))
  for (const [id, timeline] of Object.entries(ODD)) {
    await open(page, sites, id as keyof typeof ODD)
    for (const width of [320, 1280]) {
      await page.setViewportSize({ width, height: 800 })
      await expect(page.locator('.log > .part')).toHaveCount(timeline.length)
      expect(await sideways(page), `${id} at ${width}`).toBe(0)
    }
    expect(await page.content(), id).not.toMatch(/NaN|Infinity|Invalid Date|undefined/)
  }
  expect(errors).toEqual([])
})

test('lanes of the log of three parties are drawn within bounds; the log of one has none', async ({ page, sites }) => {
  await open(page, sites, '2026-01-05-three')
  await page.getByRole('button', { name: /^Lanes/ }).click()
  // One of the four events has two actors, so it has a mark in two lanes.
  await expect(page.locator('.lanes td a')).toHaveCount(5)
  expect(await sideways(page)).toBe(0)
  await open(page, sites, '2026-01-05-many')
  await expect(page.locator('.lanes')).toHaveCount(0)
})

test('no events: the page has no timeline and still says the rest', async ({ page, sites }) => {
  await open(page, sites, '2026-01-05-none')
  await expect(page.getByRole('heading', { name: 'Timeline' })).toHaveCount(0)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
})

test('open ends are drawn as open and named', async ({ page, sites }) => {
  await open(page, sites, '2026-01-05-open')
  await expect(page.locator('.part', { has: page.locator('#e-by') }).locator('.t')).toContainText('by 5 Jan')
  await expect(page.locator('.part', { has: page.locator('#e-from') }).locator('.t')).toContainText('end open')
})

test('thirty years and thirty seconds are both told', async ({ page, sites }) => {
  await open(page, sites, '2026-01-05-30-seconds')
  await expect(page.locator('.part', { has: page.locator('#e-last') }).locator('.t')).toContainText('+30 s')
  await open(page, sites, '1996-years')
  await expect(page.locator('.events .day')).toHaveText(['1996', '2010', '2026'])
})

test('events written out of order stand in order', async ({ page, sites }) => {
  await open(page, sites, '2026-01-05-out-of-order')
  expect(await page.locator('.log h4').allTextContents()).toEqual(['Event e-early', 'Event e-late'])
})

test('a zone three quarters of an hour off is sorted by its instant and can be read as written', async ({
  page,
  sites,
}) => {
  await open(page, sites, '2026-01-05-nepal', '?zone=written')
  const time = page.locator('.part', { has: page.locator('#e-nepal') }).locator('time')
  await expect(time).toHaveText('05:45')
  await expect(time).toHaveAttribute('data-off', 'UTC+05:45')
  await page.getByLabel('Clock').selectOption('')
  await expect(time).toHaveText('00:00')
  await expect(time).not.toHaveAttribute('data-off')
  expect(await page.locator('.log h4').allTextContents()).toEqual(['Event e-nepal', 'Event e-utc'])
})

test('two hundred events can be filtered', async ({ page, sites }) => {
  await open(page, sites, '2026-01-05-many')
  await page.getByLabel('Words', { exact: true }).fill('event e-199')
  await expect(page.locator('.log > .part:not([hidden])')).toHaveCount(1)
})

test('a page of forty events, sourced and worded as real ones are, takes at most 14 kB', async ({ page, sites }) => {
  const path = '/incidents/2026-03-11-early-retirement/'
  await page.goto(sites.large(path))
  await expect(page.locator('.log > .part')).toHaveCount(40)
  // Brotli's default in Node is its highest quality, 11.
  expect(brotliCompressSync(readFileSync(join(builtSite('large'), path, 'index.html'))).length).toBeLessThanOrEqual(
    14_000,
  )
})
