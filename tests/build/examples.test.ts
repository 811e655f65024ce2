import { load } from 'cheerio'
import assert from 'node:assert/strict'
import { join } from 'node:path'
import test from 'node:test'
import { freshProject } from '../fresh-folder.ts'
import { root, run } from './command.ts'
import { astroBuild, builtTexts } from './site.ts'

/** Builds an example for an audience; gives its files. */
function built(name: string, audience: string) {
  const project = freshProject(join(root, 'examples', name))
  const { status, said, out } = astroBuild(project, { AFTERMATH_AUDIENCE: audience, AFTERMATH_NOW: '2026-06-15' })
  assert.equal(status, 0, said)
  const files = builtTexts(out)
  const text = (path: string, part = 'body') =>
    load(files.get(path) ?? '')(part)
      .text()
      .replace(/\s+/g, ' ')
  const menu = load(files.get('index.html') ?? '')('header nav a')
    .map((_, { attribs }) => attribs['href'])
    .get()
  return { files, text, menu }
}

const records = (files: ReadonlyMap<string, string>) =>
  (JSON.parse(files.get('data/knowledge.json') ?? '') as { readonly records: readonly unknown[] }).records.length

test('the internal example has its own scale, fields, page, colours and disclosure level', () => {
  const { files, text, menu } = built('internal', 'AMBER')
  const INCIDENT = 'incidents/2026-03-11-sorting-labels/index.html'
  assert.match(text(INCIDENT), /TLP:AMBER/)
  assert.match(text(INCIDENT, '.record-head dl.facts'), /Severity ?SEV-1.*Service tier ?one.*Ticket ?OPS-1182/)
  assert.match(files.get(INCIDENT) ?? '', /<span class="hl-attr">barcode:<\/span>/)
  for (const [id, severity] of [
    ['2026-04-22-courier-app-certificate', 'SEV-2'],
    ['2026-05-19-double-dispatch', 'SEV-3'],
    ['2026-06-02-noon-report', 'SEV-4'],
  ] as const)
    assert.match(text(`incidents/${id}/index.html`, '.record-head dl.facts'), new RegExp(severity))
  assert.match(text('handbook/index.html'), /Whoever notices it first opens the bridge.*Sorting lanes.*OPS-1182/)
  assert.match(text('handbook/index.html', 'header.top'), /Tallyhoop incidents/)
  assert.match(text(INCIDENT), /Bridge: dial 4000/)
  assert.deepEqual(menu, ['/incidents/', '/timeline/', '/review/', '/handbook/'])
  assert.ok(
    [...files].some(
      ([path, css]) =>
        (path.endsWith('.css') && css.includes('--color-link:light-dark(#0b5d4e')) ||
        css.includes('--color-link: light-dark(#0b5d4e'),
    ),
  )
  assert.deepEqual(
    [...files.keys()].filter((path) => /^(?:summits|statements|rules|guides)\//.test(path)),
    [],
  )
  assert.equal(records(files), 4)
})

test('without its audience the internal example holds no record', () => {
  const project = freshProject(join(root, 'examples/internal'))
  const bin = join(root, 'src/cli/bin.mjs')
  const { status, stdout, stderr } = run(process.execPath, [bin, 'export', 'json', '--now', '2026-06-15'], {}, project)
  assert.equal(status, 0, stderr)
  assert.equal((JSON.parse(stdout) as { readonly records: readonly unknown[] }).records.length, 0)
  assert.ok(!stdout.includes('OPS-1182'))
})

test('the example of two vendors is a site of statements, inquiries and commitments without incidents', () => {
  const { files, text, menu } = built('vendors', 'CLEAR')
  assert.deepEqual(menu, ['/statements/', '/commitments/', '/topics/', '/timeline/'])
  assert.match(text('index.html', 'main'), /Search statements/)
  assert.doesNotMatch(text('index.html', 'main'), /Browse incidents|Review a change/)
  assert.match(text('statements/index.html', 'main'), /an update that waits is an open door/)
  assert.match(
    text('commitments/brindle-held-updates/index.html', 'main'),
    /Let customers hold any update for seven days/,
  )
  assert.match(text('inquiries/brindle-public-reports/index.html', 'main'), /No reply/)
  assert.ok(!files.has('incidents/index.html'))
  const dead = [...files].flatMap(([path, html]) =>
    path.endsWith('.html')
      ? [...html.matchAll(/href="\/(?:incidents|summits|controls|rules|compare)\/[^"]*"/g)].map(
          ([href]) => `${path}: ${href}`,
        )
      : [],
  )
  assert.deepEqual([...new Set(dead)], [])
})
