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
/** The head of a page, which has all that is read here. */
const headOf = (path: string) =>
  load(/^.*?<\/head>/s.exec(readFileSync(join(builtFolder, path, 'index.html'), 'utf8'))?.[0] ?? '')

test('records that can be unfurled have linked data and tags for reference managers', () => {
  for (const kind of KINDS)
    expect(
      records.some((path) => path.startsWith(`/${kind}/`)),
      kind,
    ).toBe(true)
  // One expectation for all: each costs Playwright a millisecond.
  const lacking = records.filter((path) => {
    const $ = headOf(path)
    const linked = JSON.parse($('script[type="application/ld+json"]').text()) as { readonly '@context'?: unknown }
    const number = $('meta[name=citation_technical_report_number]').attr('content') ?? ''
    const [id, revision = ''] = number.split('@')
    return linked['@context'] !== 'https://schema.org' || id !== path.split('/')[2] || !/^r\d+$/.test(revision)
  })
  expect(lacking).toEqual([])
})

test('the picture of a record is named in its head and is there, unless the build drew none', async ({ request }) => {
  const drawn = existsSync(join(builtFolder, 'og'))
  const wrong = records.filter((path) => {
    const image = headOf(path)('meta[property="og:image"]').attr('content')
    return (image === undefined) === drawn || existsSync(join(builtFolder, 'og', `${path.slice(1, -1)}.png`)) !== drawn
  })
  expect(wrong).toEqual([])
  // Whatever fetches a picture for a social network sends no referrer, no cookie and no scripts: nothing may stand in
  // its way.
  const picture = await request.get(drawn ? `/og${records[0]?.slice(0, -1)}.png` : '/')
  expect(picture.status()).toBe(200)
  expect(picture.headers()['cross-origin-resource-policy']).toBeUndefined()
  expect(readFileSync(join(builtFolder, 'robots.txt'), 'utf8')).not.toContain('Disallow')
})
