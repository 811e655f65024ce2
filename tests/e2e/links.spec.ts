import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { type CheerioAPI, load } from 'cheerio'
import { builtFolder, builtPages } from './pages.ts'

// In one worker, which then reads all pages once for both tests.
test.describe.configure({ mode: 'default' })

interface Page {
  readonly ids: ReadonlySet<string>
  readonly links: readonly string[]
  readonly faults: readonly string[]
}

/** What the policy would refuse: style attributes, inline handlers, inline scripts that run, another origin. */
function refused($: CheerioAPI): string[] {
  const faults: string[] = []
  $('*').each((_, element) => {
    for (const name of Object.keys('attribs' in element ? element.attribs : {}))
      if (name === 'style' || name.startsWith('on')) faults.push(`${name}="${$(element).attr(name)}"`)
  })
  $('script:not([src])').each((_, element) => {
    if (!['application/ld+json', 'application/json'].includes($(element).attr('type') ?? ''))
      faults.push('inline script')
  })
  $('script[src], link[rel=stylesheet], link[rel=preload], img[src], iframe[src], source[src]').each((_, element) => {
    const address = $(element).attr('src') ?? $(element).attr('href') ?? ''
    if (/^(https?:)?\/\//.test(address)) faults.push(`loads ${address}`)
  })
  return faults
}

function read(path: string): Page {
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
    faults: refused($),
  }
}

let known: ReadonlyMap<string, Page> | undefined
const pages = () => (known ??= new Map(builtPages().map((path) => [path, read(path)])))

test('no internal link of the built site is dead', () => {
  expect(pages().size).toBeGreaterThan(20)
  const dead = new Map<string, string[]>()
  const report = (link: string, from: string) => dead.set(link, [...(dead.get(link) ?? []), from])
  for (const [from, { links }] of pages())
    for (const link of links) {
      const url = new URL(link, `http://site.test${from}`)
      if (url.hostname !== 'site.test') continue
      const target = pages().get(url.pathname)
      const fragment = decodeURIComponent(url.hash.slice(1))
      // Pagefind writes its files after the pages; they are files like any other.
      if (!target && !existsSync(join(builtFolder, url.pathname))) report(url.pathname, from)
      else if (target && fragment && !target.ids.has(fragment))
        report(`${url.pathname}#${fragment} (no such anchor)`, from)
    }
  expect([...dead].map(([link, from]) => `${link} from ${from[0]} (${from.length} times)`)).toEqual([])
})

test('no page holds a style attribute, an inline handler, an inline script that runs or another origin', () => {
  const faults = [...pages()].flatMap(([path, page]) => page.faults.map((fault) => `${path}: ${fault}`))
  expect(faults.slice(0, 40)).toEqual([])
})
