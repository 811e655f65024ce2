import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { load } from 'cheerio'
import { builtFolder, builtPages } from './pages.ts'

const KINDS = ['incidents', 'summits', 'statements', 'commitments']
const records = builtPages().filter((path) =>
  KINDS.some(
    (kind) =>
      new RegExp(`^/${kind}/[^/]+/$`).test(path) &&
      existsSync(join(builtFolder, 'oembed', `${path.slice(1, -1)}.json`)),
  ),
)
const htmlOf = (path: string) => load(readFileSync(join(builtFolder, path, 'index.html'), 'utf8'))

test('records that can be unfurled have a card, an oEmbed file and tags for reference managers', () => {
  for (const kind of KINDS)
    expect(
      records.some((path) => path.startsWith(`/${kind}/`)),
      kind,
    ).toBe(true)
  for (const path of records) {
    const $ = htmlOf(path)
    const oembed = new URL($('link[type="application/json+oembed"]').attr('href') ?? '', 'http://site.test').pathname
    const { html } = JSON.parse(readFileSync(join(builtFolder, oembed), 'utf8')) as { html: string }
    expect(new URL(load(html)('iframe').attr('src') ?? '', 'http://site.test').pathname).toBe(`/embed${path}`)
    expect(JSON.parse($('script[type="application/ld+json"]').text())).toMatchObject({
      '@context': 'https://schema.org',
    })
    expect($('meta[name=citation_technical_report_number]').attr('content')).toBe(
      `${path.split('/')[2]}@r${/@r(\d+)$/.exec($('meta[name=citation_technical_report_number]').attr('content') ?? '')?.[1]}`,
    )
  }
})

test('cards have no scripts, ask not to be indexed, and are in neither sitemap nor search', () => {
  const cards = builtPages().filter((path) => path.startsWith('/embed/'))
  expect(cards.length).toBe(records.length)
  for (const path of cards) {
    const $ = htmlOf(path)
    expect($('script').length, path).toBe(0)
    expect($('link[rel=icon]').length, path).toBe(1)
    expect($('meta[name=robots]').attr('content'), path).toContain('noindex')
    expect($('[data-pagefind-body]').length, path).toBe(0)
  }
  expect(readFileSync(join(builtFolder, 'sitemap.xml'), 'utf8')).not.toContain('/embed/')
  expect(readFileSync(join(builtFolder, 'search/catalog.json'), 'utf8')).not.toContain('/embed/')
})

test('a card stands in the page of somebody else, fits the frame, and leads to its record', async ({
  page,
  baseURL,
}) => {
  const incident = records.find((path) => path.startsWith('/incidents/')) ?? ''
  // Another origin: a document of no address has none in common with the site.
  await page.setContent(
    `<h1>Their page</h1><iframe title="card" width="600" height="360" src="${baseURL}/embed${incident}"></iframe>`,
  )
  const card = page.frameLocator('iframe')
  const link = card.getByRole('heading', { level: 1 }).getByRole('link')
  await expect(link).toBeVisible()
  const hidden = await card.locator('html').evaluate((root) => root.scrollWidth - root.clientWidth)
  expect(hidden).toBe(0)
  await link.click()
  await expect(page).toHaveURL(new RegExp(`${incident}$`))
})

test('the picture of a record is named in its head and is there, unless the build drew none', async ({ request }) => {
  const drawn = existsSync(join(builtFolder, 'og'))
  for (const path of records) {
    const image = htmlOf(path)('meta[property="og:image"]').attr('content')
    expect(image === undefined, path).toBe(!drawn)
    expect(existsSync(join(builtFolder, 'og', `${path.slice(1, -1)}.png`)), path).toBe(drawn)
  }
  // Whatever fetches a picture for a social network sends no referrer, no cookie and no scripts: nothing may stand in its way.
  const picture = await request.get(drawn ? `/og${records[0]?.slice(0, -1)}.png` : '/')
  expect(picture.status()).toBe(200)
  expect(picture.headers()['cross-origin-resource-policy']).toBeUndefined()
  expect(readFileSync(join(builtFolder, 'robots.txt'), 'utf8')).not.toContain('Disallow')
})

test('a card prints in dark ink, whatever the theme', async ({ page }) => {
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
  await page.goto(`/embed${records.find((path) => path.startsWith('/commitments/'))}`)
  const ink = await page.getByRole('heading', { level: 1 }).evaluate((heading) => {
    const context = document.createElement('canvas').getContext('2d')
    if (!context) return []
    context.fillStyle = getComputedStyle(heading).color
    context.fillRect(0, 0, 1, 1)
    return [...context.getImageData(0, 0, 1, 1).data.slice(0, 3)]
  })
  expect(ink).toHaveLength(3)
  expect(Math.max(...ink)).toBeLessThan(80)
})
