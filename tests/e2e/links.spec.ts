import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { load } from 'cheerio'
import { builtFolder, builtPages } from './pages.ts'

interface Page {
  readonly ids: ReadonlySet<string>
  readonly links: readonly string[]
}

const read = (path: string): Page => {
  const $ = load(readFileSync(join(builtFolder, path, 'index.html'), 'utf8'))
  return {
    ids: new Set(
      $('[id]')
        .toArray()
        .map((element) => $(element).attr('id') ?? ''),
    ),
    links: $('a[href], link[href], img[src], script[src], source[src]')
      .toArray()
      .map((element) => $(element).attr('href') ?? $(element).attr('src') ?? ''),
  }
}

test('no internal link of the built site is dead', () => {
  const pages = new Map(builtPages().map((path) => [path, read(path)]))
  expect(pages.size).toBeGreaterThan(20)
  const dead = new Map<string, string[]>()
  const report = (link: string, from: string) => dead.set(link, [...(dead.get(link) ?? []), from])
  for (const [from, { links }] of pages)
    for (const link of links) {
      const url = new URL(link, `http://site.test${from}`)
      if (url.hostname !== 'site.test') continue
      const target = pages.get(url.pathname)
      const fragment = decodeURIComponent(url.hash.slice(1))
      // Pagefind writes its files after the pages; they are files like any other.
      if (!target && !existsSync(join(builtFolder, url.pathname))) report(url.pathname, from)
      else if (target && fragment && !target.ids.has(fragment)) report(`${url.pathname}#${fragment} (no such anchor)`, from)
    }
  expect([...dead].map(([link, pages]) => `${link} from ${pages[0]} (${pages.length} times)`)).toEqual([])
})

test('no page holds a style attribute, an inline handler, an inline script that runs or another origin', () => {
  const faults: string[] = []
  for (const path of builtPages()) {
    const $ = load(readFileSync(join(builtFolder, path, 'index.html'), 'utf8'))
    $('*').each((_, element) => {
      for (const name of Object.keys('attribs' in element ? element.attribs : {}))
        if (name === 'style' || name.startsWith('on')) faults.push(`${path}: ${name}="${$(element).attr(name)}"`)
    })
    $('script:not([src])').each((_, element) => {
      if (!['application/ld+json', 'application/json'].includes($(element).attr('type') ?? '')) faults.push(`${path}: inline script`)
    })
    $('script[src], link[rel=stylesheet], link[rel=preload], img[src], iframe[src], source[src]').each((_, element) => {
      const address = $(element).attr('src') ?? $(element).attr('href') ?? ''
      if (/^(https?:)?\/\//.test(address)) faults.push(`${path}: loads ${address}`)
    })
  }
  expect(faults.slice(0, 40)).toEqual([])
})
