import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { load } from 'cheerio'
import { builtFolder, builtPages } from './pages.ts'

const KINDS = ['incidents', 'summits', 'statements', 'commitments']
// What was withdrawn has a page too, but is in no sitemap and is not shown elsewhere.
const listed = readFileSync(join(builtFolder, 'sitemap.xml'), 'utf8')
const records = builtPages().filter(
  (path) => KINDS.some((kind) => new RegExp(`^/${kind}/[^/]+/$`).test(path)) && listed.includes(`${path}</loc>`),
)
const htmlOf = (path: string) => load(readFileSync(join(builtFolder, path, 'index.html'), 'utf8'))

test('records that can be unfurled have linked data and tags for reference managers', () => {
  for (const kind of KINDS)
    expect(
      records.some((path) => path.startsWith(`/${kind}/`)),
      kind,
    ).toBe(true)
  for (const path of records) {
    const $ = htmlOf(path)
    expect(JSON.parse($('script[type="application/ld+json"]').text())).toMatchObject({
      '@context': 'https://schema.org',
    })
    expect($('meta[name=citation_technical_report_number]').attr('content')).toBe(
      `${path.split('/')[2]}@r${/@r(\d+)$/.exec($('meta[name=citation_technical_report_number]').attr('content') ?? '')?.[1]}`,
    )
  }
})

test('the picture of a record is named in its head and is there, unless the build drew none', async ({ request }) => {
  const drawn = existsSync(join(builtFolder, 'og'))
  for (const path of records) {
    const image = htmlOf(path)('meta[property="og:image"]').attr('content')
    expect(image === undefined, path).toBe(!drawn)
    expect(existsSync(join(builtFolder, 'og', `${path.slice(1, -1)}.png`)), path).toBe(drawn)
  }
  // Whatever fetches a picture for a social network sends no referrer, no cookie and no scripts: nothing may stand in
  // its way.
  const picture = await request.get(drawn ? `/og${records[0]?.slice(0, -1)}.png` : '/')
  expect(picture.status()).toBe(200)
  expect(picture.headers()['cross-origin-resource-policy']).toBeUndefined()
  expect(readFileSync(join(builtFolder, 'robots.txt'), 'utf8')).not.toContain('Disallow')
})
