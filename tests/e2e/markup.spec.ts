import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { Parser } from 'htmlparser2'
import { builtFolder, builtPages } from './pages.ts'

// In one worker, which then reads all pages once for all tests.
test.describe.configure({ mode: 'default' })

interface Page {
  readonly ids: ReadonlySet<string>
  readonly links: readonly string[]
  readonly sheets: readonly string[]
  readonly classes: ReadonlySet<string>
  readonly faults: readonly string[]
}

type Attributes = Readonly<Record<string, string>>

const LEADS = new Set(['a', 'link', 'img', 'script', 'source'])
const LOADED_LINKS = new Set(['stylesheet', 'preload'])
const DATA = new Set(['application/ld+json', 'application/json'])

const isLoaded = (tag: string, { src, rel = '' }: Attributes): boolean =>
  (src !== undefined && ['script', 'img', 'iframe', 'source'].includes(tag)) ||
  (tag === 'link' && LOADED_LINKS.has(rel))

/** What the policy would refuse: style attributes, inline handlers, inline scripts that run, another origin. */
function refused(tag: string, attributes: Attributes): string[] {
  const written = Object.entries(attributes).filter(([name]) => name === 'style' || name.startsWith('on'))
  const { src, href, type = '' } = attributes
  const address = src ?? href ?? ''
  return [
    ...written.map(([name, value]) => `${name}="${value}"`),
    ...(tag === 'script' && src === undefined && !DATA.has(type) ? ['inline script'] : []),
    ...(isLoaded(tag, attributes) && /^(https?:)?\/\//.test(address) ? [`loads ${address}`] : []),
  ]
}

const htmlOf = (path: string) => readFileSync(join(builtFolder, path, 'index.html'), 'utf8')

/** Reads a page tag by tag: a tree of each of two thousand would take ten times as long. */
function read(path: string): Page {
  const page = {
    ids: new Set<string>(),
    links: new Array<string>(),
    sheets: new Array<string>(),
    classes: new Set<string>(),
    faults: new Array<string>(),
  }
  const parser = new Parser({
    onopentag(tag, attributes) {
      const { id, href, src, rel } = attributes
      if (id !== undefined) page.ids.add(id)
      for (const name of (attributes['class'] ?? '').split(/\s+/)) page.classes.add(name)
      const address = href ?? src
      if (LEADS.has(tag) && address !== undefined) page.links.push(address)
      if (tag === 'link' && rel === 'stylesheet') page.sheets.push(href ?? '')
      page.faults.push(...refused(tag, attributes))
    },
  })
  parser.end(htmlOf(path))
  return page
}

let known: ReadonlyMap<string, Page> | undefined
const pages = () => (known ??= new Map(builtPages().map((path) => [path, read(path)])))

test('no internal link of the built site is dead', () => {
  expect(pages().size).toBeGreaterThan(1000)
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

/** Classes that the selectors of a sheet begin with: what it draws, not what it says of others within that. */
function drawnBy(sheet: string): Set<string> {
  const text = readFileSync(join(builtFolder, sheet), 'utf8')
  const selectors = [...text.matchAll(/([^{};]+)\{/g)].flatMap(([, list = '']) => list.split(/,(?![^(]*\))/))
  const first = selectors.map((selector) => /^[^\s>+~@]+/.exec(selector.trim())?.[0] ?? '')
  const names = first.flatMap((compound) => [...compound.matchAll(/\.((?:[\w-]|\\.)+)/g)].map(([, name = '']) => name))
  return new Set(names.map((name) => name.replace(/\\(.)/g, '$1')))
}

test('every page loads the sheet that draws what its markup names', () => {
  const all = new Set([...pages().values()].flatMap(({ sheets }) => sheets))
  const holders = new Map<string, string[]>()
  for (const sheet of all) for (const name of drawnBy(sheet)) holders.set(name, [...(holders.get(name) ?? []), sheet])
  const undrawn = new Map<string, string>()
  for (const [path, { sheets, classes }] of pages())
    for (const name of classes) {
      const own = holders.get(name)
      if (own !== undefined && !own.some((sheet) => sheets.includes(sheet))) undrawn.set(name, path)
    }
  expect([...undrawn]).toEqual([])
})
