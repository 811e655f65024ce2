import assert from 'node:assert/strict'
import test from 'node:test'
import { sourceFiles } from './source-files.ts'

const sheets = sourceFiles(['src'], ['css'])
const blocks = sourceFiles(['src/components', 'src/routes'], ['astro']).flatMap(({ path, text }) =>
  [...text.matchAll(/<style[^>]*>\n([\s\S]*?)<\/style>/g)].map(([, css = '']) => ({ path, text: css })),
)

const lines = (files: readonly { readonly text: string }[]) =>
  files.reduce((sum, { text }) => sum + text.split('\n').length - 1, 0)

test('styles that hold everywhere take at most 300 lines', () => {
  assert.ok(lines(sheets.filter(({ path }) => path.startsWith('src/styles/'))) <= 300)
})

// A class of a component that is put together of utilities alone: a long list of them, which its markup would repeat.
const OF_UTILITIES = /^[ \t]*[^\s{};@/][^{};]*\{\n(?:[ \t]*@apply [^;]*;\n)+[ \t]*\}\n/gm

test('all styles of our own take at most 1,581 lines, of which 864 are more than lists of utilities', () => {
  const all = [...sheets, ...blocks]
  assert.ok(lines(all) <= 1581, String(lines(all)))
  const own = lines(all.map(({ text }) => ({ text: text.replace(OF_UTILITIES, '') })))
  assert.ok(own <= 864, String(own))
})

test('a sheet beside a component begins with the order of layers, as it may be loaded first, and draws in one', () => {
  for (const { path, text } of sheets.filter((sheet) => sheet.path.startsWith('src/components/'))) {
    assert.match(text, /^@layer theme, base, components, utilities(?:, paper)?;\n/, path)
    const outside = text
      .replace(/^@layer [^{;]+;|^@reference .*;|\/\*[\s\S]*?\*\/|^@page [\s\S]*?^\}/gm, '')
      .replace(/^@layer (?:components|paper) \{\n[\s\S]*?\n\}/gm, '')
    assert.equal(outside.trim(), '', path)
  }
})

test('a sheet beside a component is imported by a component', () => {
  const imported = new Set(sourceFiles(['src/components'], ['astro']).flatMap(({ imports }) => imports))
  assert.deepEqual(
    sheets.map(({ path }) => path).filter((path) => path.startsWith('src/components/') && !imported.has(path)),
    [],
  )
})
