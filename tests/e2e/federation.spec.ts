import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, type Page } from '@playwright/test'
import { builtSite, PEERS, peerAddress, test } from './fixture-sites.ts'

/**
 * What another site answers to a path: text or bytes, nothing ever, or no connection; where it does not say, what its
 * folder holds.
 */
type Answers = (path: string) => string | Buffer | 'silence' | 'refusal' | undefined

/** Another site of a federation that does as a test wants; at first it accepts requests and never answers. */
interface Peer {
  readonly origin: string
  become(answers: Answers, folder?: string): void
}

async function peer(page: Page, name: string): Promise<Peer> {
  let [answers, own]: [Answers, string | undefined] = [() => 'silence', undefined]
  await page.route(`${peerAddress(name)}/**`, async (route) => {
    const { pathname } = new URL(route.request().url())
    const answer = answers(pathname)
    if (answer === 'silence') return
    if (answer === 'refusal') return route.abort()
    const file = join(own ?? '', pathname)
    const body = answer ?? (own !== undefined && existsSync(file) ? readFileSync(file) : undefined)
    await route.fulfill({
      status: body === undefined ? 404 : 200,
      headers: { 'access-control-allow-origin': '*' },
      contentType: pathname.endsWith('.json') ? 'application/json' : 'application/octet-stream',
      body: body ?? '',
    })
  })
  return { origin: peerAddress(name), become: (next, folder) => void ([answers, own] = [next, folder]) }
}

/** Lets a page wait for other sites as long (ms) as a test says, and not as long as it does by itself. */
const wait = (page: Page, patience: number) =>
  page.route('**/search/?*', async (route) => {
    const response = await route.fetch()
    const body = (await response.text()).replace('<kb-search', `<kb-search data-patience="${patience}"`)
    await route.fulfill({ response, body })
  })
// Other sites that answer must not be given up on a busy machine.
const LONG = 120_000
const SHORT = 1000

test('another site is searched along, labelled, can be left out, and may be down', async ({ page, sites }) => {
  const theirs = peerAddress('Theirs')
  await wait(page, LONG)
  // Its own server answers in its place, with the headers that another site sends.
  await page.route(`${theirs}/**`, async (route) => {
    const { pathname } = new URL(route.request().url())
    await route.fulfill({ response: await route.fetch({ url: sites.revised(pathname) }) })
  })
  const asked = new Set<string>()
  page.on('request', (request) => asked.add(new URL(request.url()).origin))
  await page.goto(sites.large('/search/?q=kestrels'))
  await expect(page.locator('.hit-link')).toHaveCount(2)
  await expect(page.locator('.hit', { hasText: 'harbour' }).locator('.line-head')).toContainText('Theirs')
  expect(await page.locator('.hit', { hasText: 'harbour' }).locator('.hit-link').getAttribute('href')).toContain(
    `${theirs}/topics/harbour/`,
  )
  await page.getByRole('checkbox', { name: /^Large/ }).check()
  await expect(page.locator('.hit-link')).toHaveCount(1)
  expect([...asked].sort()).toEqual([new URL(sites.large('/')).origin, theirs].sort())
  await page.route(`${theirs}/**`, (route) => route.abort())
  await page.goto(sites.large('/search/?q=kestrels'))
  await expect(page.locator('.hit-link')).toHaveCount(1)
  await expect(page.getByText('Theirs could not be reached; its records are not among the results.')).toBeVisible()
})

const packed = (value: unknown): Buffer =>
  gzipSync(Buffer.concat([Buffer.from('pagefind_dcd'), Buffer.from(JSON.stringify(value))]))

test('a site that copies records and one that is broken take nothing from this site’s own results', async ({
  page,
  sites,
}) => {
  await wait(page, LONG)
  const [copycat, broken, silent] = [await peer(page, PEERS[0]), await peer(page, PEERS[1]), await peer(page, PEERS[2])]
  silent.become(() => 'refusal')
  const ours = builtSite('revised')
  const search = async (query: string) => {
    await page.goto(sites.revised(`/search/?q=kestrels${query}`))
    await expect(page.locator('.hit-link').first()).toBeVisible()
  }
  const own = page.locator(`.hit-link[href^="${sites.revised('/topics/harbour/')}"]`)
  const notReached = (name: string) =>
    page.getByText(`${name} could not be reached; its records are not among the results.`)
  const catalog = JSON.parse(readFileSync(join(ours, 'search/catalog.json'), 'utf8')) as {
    facets: Record<string, unknown>
    titles: string
  }
  const asKind = (kind: unknown) => JSON.stringify({ ...catalog, facets: { ...catalog.facets, kind } })
  const one = { values: ['zzz'], labels: ['Taken over'], of: catalog.titles.replaceAll(/\S+/g, '1') }
  await test.step('the same records under other facets, and a catalog that is none', async () => {
    copycat.become((path) => (path === '/search/catalog.json' ? asKind(one) : undefined), ours)
    broken.become(
      (path) => (path === '/search/catalog.json' ? asKind({ values: [1, {}], labels: 5, of: '1 ' }) : undefined),
      ours,
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
    await expect(page.locator(`.hit-link[href^="${copycat.origin}/topics/harbour/"]`)).toHaveCount(1)
  })
  await test.step('records that are none', async () => {
    const bad = packed({
      url: '/topics/harbour/',
      content: 5,
      word_count: 1,
      filters: {},
      meta: { title: 'Bad' },
      anchors: [],
    })
    const away = packed({
      url: sites.revised('/topics/harbour/'),
      content: 'kestrels',
      word_count: 1,
      filters: {},
      meta: { title: 'Bad' },
      anchors: [],
    })
    for (const fragment of [bad, away, Buffer.from('x')]) {
      broken.become((path) => (path.endsWith('.pf_fragment') ? fragment : undefined), ours)
      await search('')
      await expect(page.getByText('Records of Broken that could not be read are left out.')).toBeVisible()
      await expect(own).toHaveCount(1)
      await expect(page.getByText('2 records found.')).toBeVisible()
    }
  })
  await test.step('an index that is none', async () => {
    broken.become((path) => (path.endsWith('.pf_meta') ? packed([]) : undefined), ours)
    await search('')
    await expect(own).toHaveCount(1)
    await expect(notReached('Broken')).toBeVisible()
  })
})

test('sites that never answer, or stop half way, take nothing from this site’s own results', async ({
  page,
  sites,
}) => {
  await wait(page, SHORT)
  for (const name of PEERS.slice(0, 2)) (await peer(page, name)).become(() => 'refusal')
  const silent = await peer(page, PEERS[2])
  for (const answers of [
    () => 'silence',
    (path: string) => (path.endsWith('.pf_index') ? 'silence' : undefined),
  ] as const) {
    silent.become(answers, builtSite('revised'))
    await page.goto(sites.revised('/search/?q=kestrels'))
    await expect(page.locator(`.hit-link[href^="${sites.revised('/topics/harbour/')}"]`)).toHaveCount(1)
    await expect(page.getByText('Silent could not be reached; its records are not among the results.')).toBeVisible()
  }
  await page.getByRole('searchbox', { name: 'Words, a sentence or an error line' }).fill('harbour kestrels')
  await page.keyboard.press('Enter')
  await expect(page.locator('.hit-link').first()).toBeVisible()
})

test('an index that unpacks to a thousand times its size, or is none, holds no result of this site back', async ({
  page,
  sites,
}) => {
  await wait(page, SHORT)
  const [copycat, broken, silent] = [await peer(page, PEERS[0]), await peer(page, PEERS[1]), await peer(page, PEERS[2])]
  silent.become(() => 'refusal')
  const ours = builtSite('revised')
  const bomb = gzipSync(Buffer.concat([Buffer.from('pagefind_dcd'), Buffer.alloc(256_000_000)]))
  expect(bomb.length).toBeLessThan(300_000)
  copycat.become((path) => (path.endsWith('.pf_meta') ? bomb : undefined), ours)
  broken.become((path) => (path.endsWith('.pf_index') ? bomb : undefined), ours)
  const own = page.locator(`.hit-link[href^="${sites.revised('/topics/harbour/')}"]`)
  await page.goto(sites.revised('/search/?q=kestrels'))
  await expect(own).toHaveCount(1)
  for (const name of PEERS)
    await expect(page.getByText(`${name} could not be reached; its records are not among the results.`)).toBeVisible()
  await expect(own).toHaveCount(1)
})

test('this site’s own results are there while other sites are still asked', async ({ page, sites }) => {
  await wait(page, LONG)
  for (const name of PEERS) await peer(page, name)
  await page.goto(sites.revised('/search/?q=kestrels'))
  await expect(page.locator(`.hit-link[href^="${sites.revised('/topics/harbour/')}"]`)).toHaveCount(1)
  await expect(page.getByRole('status').filter({ hasText: 'Other sites are still asked.' })).toBeVisible()
})

test('an index that never answers is said to, with what else there is', async ({ page, sites }) => {
  await wait(page, SHORT)
  await page.route('**/search/catalog.json', () => {})
  await page.goto(sites.revised('/search/?q=kestrels'))
  await expect(
    page.getByText('The search index has not answered yet. Results appear here when it does; until then use the lists'),
  ).toBeVisible()
})

test('a site that names no other asks no other', async ({ page, baseURL }) => {
  const asked = new Set<string>()
  page.on('request', (request) => asked.add(new URL(request.url()).origin))
  await page.goto('/search/?q=kernel')
  await expect(page.locator('.hit-link').first()).toBeVisible()
  expect([...asked]).toEqual([baseURL])
})
