import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { join, resolve } from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, test } from '@playwright/test'
import { serve } from '../serve.ts'
import { buildSite, freshFolder } from '../build/site.ts'
import { badPeer } from './bad-peer.ts'

const SMALL = resolve(import.meta.dirname, '../fixtures/small')

/** Builds the small fixture, changed by `edit`, and serves it; gives its origin. */
async function site(
  edit: (yaml: string) => string,
  unique: string,
): Promise<{ origin: string; out: string; close: () => void }> {
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
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    out: join(folder, 'out'),
    close: () => void server.close(),
  }
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
    expect(await page.locator('.hit', { hasText: 'harbour' }).locator('.hit-link').getAttribute('href')).toContain(
      `${theirs.origin}/topics/harbour/`,
    )
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

const packed = (value: unknown): Buffer =>
  gzipSync(Buffer.concat([Buffer.from('pagefind_dcd'), Buffer.from(JSON.stringify(value))]))

test('a site that copies records, one that is broken and one that never answers take nothing from this site’s own results', async ({
  page,
}) => {
  test.setTimeout(240_000)
  const peers = { Copycat: await badPeer(), Broken: await badPeer(), Silent: await badPeer() }
  const ours = await site(
    (yaml) =>
      `${yaml}federation:\n${Object.entries(peers)
        .map(([name, { origin }]) => `  - { name: ${name}, url: "${origin}" }\n`)
        .join('')}`,
    'meadow',
  )
  // A site that does not answer is waited for.
  const search = async (query: string) => {
    await page.goto(`${ours.origin}/search/?q=lanterns${query}`)
    await expect(page.locator('.hit-link').first()).toBeVisible({ timeout: 20_000 })
  }
  const own = page.locator(`.hit-link[href^="${ours.origin}/topics/meadow/"]`)
  const notReached = (name: string) =>
    page.getByText(`${name} could not be reached; its records are not among the results.`)
  const catalog = JSON.parse(readFileSync(join(ours.out, 'search/catalog.json'), 'utf8')) as {
    facets: Record<string, unknown>
    ids: string[]
  }
  const asKind = (kind: unknown) => JSON.stringify({ ...catalog, facets: { ...catalog.facets, kind } })
  const one = { values: ['zzz'], labels: ['Taken over'], of: catalog.ids.map(() => 1) }
  try {
    await test.step('the same records under other facets, and a catalog that is none', async () => {
      peers.Copycat.become((path) => (path === '/search/catalog.json' ? asKind(one) : undefined), ours.out)
      peers.Broken.become(
        (path) => (path === '/search/catalog.json' ? asKind({ values: [1, {}], labels: 5, of: [1] }) : undefined),
        ours.out,
      )
      await search('&kind=topics')
      await expect(own).toHaveCount(1)
      await expect(page.locator('.hit-link')).toHaveCount(1)
      await expect(notReached('Broken')).toBeVisible()
      await expect(notReached('Silent')).toBeVisible()
      await expect(notReached('Copycat')).toHaveCount(0)
      await search('')
      await expect(own).toHaveCount(1)
      await expect(page.locator('.hit', { has: own }).locator('.line-head')).not.toContainText('Copycat')
      await expect(page.locator(`.hit-link[href^="${peers.Copycat.origin}/topics/meadow/"]`)).toHaveCount(1)
    })
    await test.step('records that are none', async () => {
      const bad = packed({
        url: '/topics/meadow/',
        content: 5,
        word_count: 1,
        filters: {},
        meta: { title: 'Bad' },
        anchors: [],
      })
      const away = packed({
        url: `${ours.origin}/topics/meadow/`,
        content: 'lanterns',
        word_count: 1,
        filters: {},
        meta: { title: 'Bad' },
        anchors: [],
      })
      for (const fragment of [bad, away, Buffer.from('x')]) {
        peers.Broken.become((path) => (path.endsWith('.pf_fragment') ? fragment : undefined), ours.out)
        await search('')
        await expect(page.getByText('Records of Broken that could not be read are left out.')).toBeVisible()
        await expect(own).toHaveCount(1)
        await expect(page.getByText('2 records found.')).toBeVisible()
      }
    })
    await test.step('an index that is none, or that stops answering half way', async () => {
      peers.Broken.become((path) => (path.endsWith('.pf_meta') ? packed([]) : undefined), ours.out)
      peers.Silent.become((path) => (path.endsWith('.pf_index') ? 'silence' : undefined), ours.out)
      await search('')
      await expect(own).toHaveCount(1)
      await expect(notReached('Broken')).toBeVisible()
      await expect(notReached('Silent')).toBeVisible()
      await page.getByRole('searchbox', { name: 'Words, a sentence or an error line' }).fill('meadow lanterns')
      await page.keyboard.press('Enter')
      await expect(page.locator('.hit-link').first()).toBeVisible()
    })
  } finally {
    for (const peer of [...Object.values(peers), ours]) peer.close()
  }
})

test('a site that names no other asks no other', async ({ page, baseURL }) => {
  const asked = new Set<string>()
  page.on('request', (request) => asked.add(new URL(request.url()).origin))
  await page.goto('/search/?q=kernel')
  await expect(page.locator('.hit-link').first()).toBeVisible()
  expect([...asked]).toEqual([baseURL])
})
