import { load } from 'cheerio'
import assert from 'node:assert/strict'
import { rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import test from 'node:test'
import { tableKeys } from '#integration/strings.ts'
import { freshProject } from '../fresh-folder.ts'
import { astroBuild, builtTexts } from './site.ts'

const OWN_SITE = resolve(import.meta.dirname, '../fixtures/own-site')

const GERMAN: Readonly<Record<string, string>> = {
  Incidents: 'Vorfälle',
  Statements: 'Aussagen',
  'Search everything': 'Alles durchsuchen',
  'Skip to content': 'Zum Inhalt',
  March: 'März',
  '{day} {month} {year}': '{day}. {month} {year}',
  Severity: 'Schwere',
  Major: 'Groß',
  Onset: 'Beginn',
  Timeline: 'Verlauf',
  '{n} incident': '{n} Vorfall',
  'Published by': 'Herausgegeben von',
}

/** A whole table: some words in German, and all others marked, so that a word beside the table shows. */
const table = Object.fromEntries(tableKeys().map((key) => [key, GERMAN[key] ?? `«${key}»`]))

/** A project with a table of words. */
function project(words: Readonly<Record<string, string>>): string {
  const folder = freshProject(OWN_SITE)
  rmSync(join(folder, 'src/pages'), { recursive: true })
  writeFileSync(join(folder, 'strings.de.json'), JSON.stringify(words))
  writeFileSync(
    join(folder, 'astro.config.mjs'),
    `import aftermath from 'astro-aftermath'
import { defineConfig } from 'astro/config'

export default defineConfig({
  integrations: [aftermath({ strings: { lang: 'de', words: './strings.de.json' }, pictures: false })],
})
`,
  )
  return folder
}

const build = (folder: string, tool?: 'aftermath') => astroBuild(folder, { AFTERMATH_NOW: '2026-06-01' }, tool)

test('a site with a table of words has its pages in that language, and says so', () => {
  const { status, said, out } = build(project(table))
  assert.equal(status, 0, said)
  const files = builtTexts(out)
  const page = (path: string) => load(files.get(path) ?? '')
  const textOf = (path: string, part: string) => page(path)(part).text().replace(/\s+/g, ' ').trim()
  const INCIDENT = 'incidents/2026-03-02-crane-scheduler/index.html'

  for (const [path, text] of files)
    if (path.endsWith('.html') && text.includes('<header class="top"')) assert.match(text, /<html lang="de">/, path)
  assert.match(textOf(INCIDENT, 'header.top'), /Alles durchsuchen.*Vorfälle Aussagen.*Verlauf/)
  assert.match(textOf(INCIDENT, '.record-head'), /2\. März 2026, 06:00 UTC.*Schwere ?Groß/)
  assert.match(textOf(INCIDENT, '.record-head'), /Added|«Added» ?9\. März 2026/)
  assert.match(textOf(INCIDENT, '#e-wrong-zone + a + p, .by'), /Beginn/)
  assert.match(textOf('incidents/index.html', 'main'), /^Vorfälle .*1 Vorfall/)
  assert.match(textOf('search/index.html', 'main'), /«Search».*«Lists by name»/)
  assert.match(textOf('index.html', 'main'), /«Browse incidents»/)

  // Nothing of the frame, and no heading or head of a column of ours, is a word beside the table.
  const marked = new RegExp(
    `^(?:[^A-Za-z]*|.*[«»].*|${Object.values(GERMAN).join('|').replace(/[{}]/g, '.')}|Aftermath|Harbor.*|UTC|SVG|PNG|n)$`,
  )
  const headings = [
    INCIDENT,
    'incidents/index.html',
    'statements/index.html',
    'organizations/harbor/index.html',
    'index.html',
    'search/index.html',
  ]
  const strays = headings.flatMap((path) => {
    const $ = page(path)
    return $(
      'header.top nav a, footer p.font-medium, footer a, footer option, h2, th[scope=col], legend, .skip, button',
    )
      .map((_, part) => $(part).clone().find('input, a.pl').remove().end().text().replace(/\s+/g, ' ').trim())
      .get()
      .filter((words) => !marked.test(words))
      .map((words) => `${path}: ${words}`)
  })
  assert.deepEqual(strays, [])
})

test('a table that lacks words, has unknown ones or loses a place is refused by its file, and nothing is built', () => {
  const { Incidents, ...lacking } = table
  assert.equal(Incidents, 'Vorfälle')
  const cases: readonly (readonly [Readonly<Record<string, string>>, RegExp])[] = [
    [
      lacking,
      /strings\.de\.json: expected words for all \d+ of the interface, found none for "Incidents".*aftermath strings/s,
    ],
    [
      { ...table, Incidens: 'Vorfälle' },
      /strings\.de\.json: expected words of the interface, found "Incidens"\. Did you mean "Incidents?"\?/,
    ],
    [
      { ...table, '{n} incident': 'Vorfall' },
      /strings\.de\.json: expected the same places in braces.*"\{n\} incident"/,
    ],
  ]
  for (const [words, expected] of cases) {
    const { status, said } = build(project(words), 'aftermath')
    assert.notEqual(status, 0)
    assert.match(said, expected)
  }
})
