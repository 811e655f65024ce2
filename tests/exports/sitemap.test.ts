import assert from 'node:assert/strict'
import test from 'node:test'
import { robots, sitemap, sitemapXml } from '#exports/sitemap.ts'
import { knowledgeOf } from '../small.ts'

const knowledge = knowledgeOf()

test('a sitemap names every record once, with absolute addresses where the site knows its own', () => {
  const urls = sitemap({ ...knowledge, address: 'https://small.example/kb' }).map(({ url }) => url)
  assert.equal(new Set(urls).size, urls.length)
  for (const { kind, id } of knowledge.entries) assert.ok(urls.includes(`https://small.example/kb/${kind}/${id}/`), id)
})

test('without an address a sitemap holds paths and robots.txt names no sitemap', () => {
  const local = { ...knowledge, address: undefined }
  const xml = sitemapXml(sitemap(local))
  for (const { kind, id } of knowledge.entries) assert.ok(xml.includes(`<loc>/${kind}/${id}/</loc>`), id)
  assert.doesNotMatch(robots(local), /Sitemap/)
  assert.match(
    robots({ ...local, address: 'https://small.example' }),
    /\nSitemap: https:\/\/small\.example\/sitemap\.xml\n/,
  )
})
