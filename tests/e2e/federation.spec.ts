import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { join, resolve } from 'node:path'
import { expect, test } from '@playwright/test'
import { serve } from '../../src/site/run/serve.ts'
import { buildSite, freshFolder } from '../build/site.ts'

const SMALL = resolve(import.meta.dirname, '../fixtures/small')

/** Builds the small fixture, changed by `edit`, and serves it; gives its origin. */
async function site(edit: (yaml: string) => string, unique: string): Promise<{ origin: string; close: () => void }> {
  const folder = freshFolder()
  const content = join(folder, 'content')
  cpSync(SMALL, content, { recursive: true })
  writeFileSync(join(content, 'site.yaml'), edit(readFileSync(join(content, 'site.yaml'), 'utf8')))
  writeFileSync(
    join(content, `topics/${unique}.yaml`),
    `question: "Should ${unique} lanterns be lit?"\ndescription: About lanterns.\nhistory: [{ revision: 1, date: "2026-01-01", type: addition, summary: First recorded. }]\n`,
  )
  const { status, said } = buildSite(content, join(folder, 'out'))
  expect(status, said).toBe(0)
  const server = await serve(join(folder, 'out'), '/', 0)
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close: () => void server.close() }
}

test('another site is searched along, labelled, can be left out, and may be down', async ({ page }) => {
  test.setTimeout(240_000)
  const theirs = await site((yaml) => yaml.replace('title: Small', 'title: Theirs'), 'harbour')
  const ours = await site((yaml) => `${yaml}federation:\n  - { name: Theirs, url: "${theirs.origin}" }\n`, 'meadow')
  const asked = new Set<string>()
  page.on('request', (request) => asked.add(new URL(request.url()).origin))
  try {
    await page.goto(`${ours.origin}/search/?q=lanterns`)
    await expect(page.locator('.hit-link')).toHaveCount(2)
    await expect(page.locator('.hit', { hasText: 'harbour' }).locator('.line-head')).toContainText('Theirs')
    expect(await page.locator('.hit', { hasText: 'harbour' }).locator('.hit-link').getAttribute('href')).toContain(`${theirs.origin}/topics/harbour/`)
    await page.getByRole('checkbox', { name: /^Small/ }).check()
    await expect(page.locator('.hit-link')).toHaveCount(1)
    expect([...asked].sort()).toEqual([ours.origin, theirs.origin].sort())
    theirs.close()
    await page.route(`${theirs.origin}/**`, (route) => route.abort())
    await page.goto(`${ours.origin}/search/?q=lanterns`)
    await expect(page.locator('.hit-link')).toHaveCount(1)
    await expect(page.getByText('Theirs could not be reached; its records are not among the results.')).toBeVisible()
  } finally {
    ours.close()
    theirs.close()
  }
})

test('a site that names no other asks no other', async ({ page, baseURL }) => {
  const asked = new Set<string>()
  page.on('request', (request) => asked.add(new URL(request.url()).origin))
  await page.goto('/search/?q=kernel')
  await expect(page.locator('.hit-link').first()).toBeVisible()
  expect([...asked]).toEqual([baseURL])
})
