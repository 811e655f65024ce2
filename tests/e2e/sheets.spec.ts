import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { load } from 'cheerio'
import { builtFolder, builtPages } from './pages.ts'

const file = (path: string) => readFileSync(join(builtFolder, path), 'utf8')

/** Classes that the selectors of a sheet begin with: what it draws, not what it says of others within that. */
function drawnBy(sheet: string): Set<string> {
  const selectors = [...file(sheet).matchAll(/([^{};]+)\{/g)].flatMap(([, list = '']) => list.split(/,(?![^(]*\))/))
  const first = selectors.map((selector) => /^[^\s>+~@]+/.exec(selector.trim())?.[0] ?? '')
  const names = first.flatMap((compound) => [...compound.matchAll(/\.((?:[\w-]|\\.)+)/g)].map(([, name = '']) => name))
  return new Set(names.map((name) => name.replace(/\\(.)/g, '$1')))
}

test('every page loads the sheet that draws what its markup names', () => {
  const pages = builtPages().map((path) => {
    const html = load(file(`${path}index.html`))
    const sheets = html('link[rel=stylesheet]').toArray()
    return {
      path,
      sheets: sheets.map(({ attribs }) => attribs['href'] ?? ''),
      classes: new Set(
        html('[class]')
          .toArray()
          .flatMap(({ attribs }) => (attribs['class'] ?? '').split(/\s+/)),
      ),
    }
  })
  expect(pages.length).toBeGreaterThan(1000)
  const drawn = new Map([...new Set(pages.flatMap(({ sheets }) => sheets))].map((sheet) => [sheet, drawnBy(sheet)]))
  const undrawn = new Map<string, string>()
  for (const { path, sheets, classes } of pages)
    for (const name of classes) {
      const holders = [...drawn].filter(([, names]) => names.has(name)).map(([sheet]) => sheet)
      if (holders.length > 0 && !holders.some((sheet) => sheets.includes(sheet))) undrawn.set(name, path)
    }
  expect([...undrawn]).toEqual([])
})
