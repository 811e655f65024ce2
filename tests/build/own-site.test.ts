import { load } from 'cheerio'
import assert from 'node:assert/strict'
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import test, { before } from 'node:test'
import { routes } from '#urls.ts'
import { freshProject } from '../fresh-folder.ts'
import { root, run } from './command.ts'
import { built, isHidden } from './harbor-records.ts'
import { astroBuild } from './site.ts'

const OWN_SITE = resolve(import.meta.dirname, '../fixtures/own-site')
// A page of the site’s own stands at the address of a record.
const MOVED = 'moved'
const INCIDENT = 'incidents/2026-03-02-crane-scheduler'

const NOW = { AFTERMATH_NOW: '2026-06-01', AFTERMATH_OG: '1' }

let files = new Map<string, string>()
before(() => {
  files = built('what-is-open', false)
})

test('an owner changes a site by options, fields, components and pages, without a fork', () => {
  const page = (path: string) => load(files.get(path) ?? '')

  const mine = page('on-call/index.html')
  assert.equal(mine('h2').first().text(), 'The crane scheduler stopped')
  assert.match(mine('article').text(), /Ticket HARBOR-4711.*every crane waited for the same berth/s)

  const incident = page(`${INCIDENT}/index.html`)
  const facts = incident('.record-head dl').text().replace(/\s+/g, ' ')
  assert.match(facts, /Service tier ?gold/)
  assert.match(facts, /ticket ?HARBOR-4711/)
  assert.match(incident('body').text(), /Harbor Works keeps this site for its engineers/)
  assert.equal(incident('footer').length, 1, 'the footer of ours stands in the one of the site')

  // Each of the ten components is one of the site’s own, and all but one hold ours.
  const words = (path: string) => page(path)('body').text().replace(/\s+/g, ' ')
  const all = words(`${INCIDENT}/index.html`)
  assert.match(all, /For Harbor Works only/)
  assert.match(all, /Shift report of 2 Mar 2026/)
  assert.match(all, /Log of the harbour office/)
  assert.match(all, /Logged at 06:00: The scheduler read the wrong zone/)
  assert.match(all, /Questions about 2026-03-02-crane-scheduler: the harbour office/)
  assert.match(all, /Cite this record/, 'the foot of ours stands in the one of the site')
  assert.equal(incident('meta[name=keeper]').attr('content'), 'Harbor Works')
  assert.ok(incident('meta[http-equiv=Content-Security-Policy]').length === 1)
  assert.match(words('index.html'), /The harbour keeps 2 incident on record.*What broke, who said what/)
  assert.match(words('statements/index.html'), /Heard at the harbour in 2026.*Letter to the crews/)
  assert.match(words('search/index.html'), /tier:gold ?what the cranes depend on/)

  const menu = incident('header nav a')
    .map((_, link) => `${incident(link).text().trim()} ${incident(link).attr('href')}`)
    .get()
  assert.ok(
    menu.includes('On call /on-call/') && menu.includes('Status https://status.harbor.example/'),
    menu.join('\n'),
  )
  assert.ok(!menu.some((item) => item.includes('/summits/')))
  assert.equal(files.has('summits/index.html'), false)
  assert.equal(incident('header img').attr('alt'), 'Harbor Works')
  assert.ok([...files].some(([path, text]) => path.endsWith('.css') && text.includes('.0125em')))

  // Kinds without records, hidden or not, are in no menu and no list; those that are hidden have no files either.
  assert.ok(!menu.some((item) => item.includes('/commitments/')))
  const listed = page('data/index.html')('table th a').map((_, link) => page('data/index.html')(link).text())
  assert.deepEqual(listed.get(), ['Incidents', 'Statements', 'Proceedings', 'Organizations', 'Topics', 'Sources'])
  for (const file of [
    'feeds/summits.atom',
    'data/schema/summits.json',
    'data/records/inquiries.csv',
    'inquiries/index.html',
  ])
    assert.equal(files.has(file), false, file)
  assert.doesNotMatch(files.get('sitemap.xml') ?? '', /\/(?:summits|inquiries|controls|rules)\//)
  const dead = [...files].flatMap(([path, text]) =>
    path.endsWith('.html')
      ? [...text.matchAll(/href="\/(?:summits|inquiries|rules)\/[^"]*"/g)].map(([href]) => `${path}: ${href}`)
      : [],
  )
  assert.deepEqual(dead, [])

  assert.match(words('guides/index.html'), /Who carries the pager/)
  assert.match(words('guides/pager/index.html'), /whoever opens the gates/)
  assert.deepEqual([...files.keys()].filter((path) => /^(?:guides|rules)\//.test(path)).toSorted(), [
    'guides/index.html',
    'guides/pager/index.html',
  ])

  const css = [...files]
    .filter(([path]) => path.endsWith('.css'))
    .map(([, text]) => text)
    .join('')
  assert.match(css, /--color-ink:\s*#102a43/)
  assert.match(css, /--color-signal:\s*light-dark\(#b00020,\s*#ff8a80\)/)
  assert.match(css, /--font-ui:\s*"Harbor Sans",\s*sans-serif/)

  const catalog = JSON.parse(files.get(routes.searchCatalog().slice(1)) ?? '') as {
    readonly facets?: Readonly<
      Record<string, { readonly values: readonly string[]; readonly labels: readonly string[] }>
    >
  }
  assert.deepEqual(
    [catalog.facets?.['field']?.values, catalog.facets?.['field']?.labels],
    [['tier/gold'], ['Service tier: gold']],
  )
  assert.ok(!catalog.facets?.['kind']?.values.includes('summits'))

  const address = '/data/csaf/2026-03-02-crane-scheduler.json'
  assert.equal(incident('link[title="CSAF 2.1"]').attr('href'), address, 'programs find the document')
  assert.ok(incident(`a[href="${address}"]`).length === 1, 'and so do people')
  const csaf = JSON.parse(files.get(address.slice(1)) ?? '') as { readonly document: { readonly csaf_version: string } }
  assert.equal(csaf.document.csaf_version, '2.1')

  const twin = JSON.parse(files.get(`${INCIDENT}.json`) ?? '') as { readonly data: Readonly<Record<string, unknown>> }
  assert.deepEqual([twin.data['tier'], twin.data['ticket']], ['gold', 'HARBOR-4711'])
  assert.match(files.get('data/schema/incidents.json') ?? '', /"tier"/)
  assert.ok([...files].some(([path, text]) => path.endsWith('.pf_fragment') && text.includes('HARBOR-4711')))
})

test('a site with drafts, embargoes and open cases is as if what it hides had never been written', () => {
  const whole = built('all', true)
  assert.match(whole.get('incidents/2026-04-02-gates/index.html') ?? '', /The gates did not close/)
  assert.match(whole.get('data/records/incidents.csv') ?? '', /gold/)
  assert.deepEqual(
    [...whole].filter(([file, text]) => isHidden(file + text)).map(([file]) => file),
    [],
  )
  assert.deepEqual([...whole.keys()], [...files.keys()])
  assert.deepEqual(
    [...whole].filter(([file, text]) => files.get(file) !== text).map(([file]) => file),
    [],
  )
})

/** A copy of the site in which a file reads otherwise. */
function changed(file: string, from: string | RegExp, to: string): string {
  const project = freshProject(OWN_SITE)
  const path = join(project, file)
  writeFileSync(path, readFileSync(path, 'utf8').replace(from, to))
  return project
}

test('a field that has the name of one of ours is refused by every command', () => {
  const project = changed('src/content.config.ts', 'ticket:', 'title:')
  const { status, stderr } = run(process.execPath, [join(root, 'src/cli/bin.mjs'), 'check'], {}, project)
  assert.equal(status, 2)
  assert.match(stderr, /extend\.incidents\.title.*Name yours otherwise/s)
})

test('what an owner gets wrong is said with the file and with what to type, and nothing is built', () => {
  const cases: readonly (readonly [file: string, from: string | RegExp, to: string, expected: RegExp])[] = [
    // By "astro build", where Astro is the first to read that file.
    [
      'src/content.config.ts',
      'z.string().optional()',
      'z.date()',
      /src\/content\.config\.ts.*extend\.incidents\.ticket: expected a field that JSON Schema can say.*found z\.date\(\).*Write z\.iso\.date\(\)/s,
    ],
    [
      'astro.config.mjs',
      'pictures: false',
      'picturs: false',
      /astro\.config\.mjs: .*found "picturs"\. Did you mean "pictures"\?/s,
    ],
    [
      'content/incidents/2026-03-02-crane-scheduler.mdx',
      'tier: gold',
      'tier: golden',
      /scheduler\.mdx:7:1.*expected one of gold, bronze, found "golden"/s,
    ],
    [
      'src/own.css',
      '.motto',
      '\n:root { --color-ink: inky; }\n.motto',
      /src\/own\.css:2: --color-ink: expected a colour of CSS, found "inky".*Write a colour such as #0a5c36/s,
    ],
    [
      'src/pages/on-call.astro',
      '',
      MOVED,
      /src\/pages\/incidents\/2026-03-02-crane-scheduler\.astro: expected an address of its own, found \/incidents\/2026-03-02-crane-scheduler\/, which is that of the record incidents/s,
    ],
    [
      'src/guides/pager.md',
      'summary:',
      'summry:',
      /src\/guides\/pager\.md: expected front matter with title and summary/,
    ],
    [
      'src/overrides/Footer.astro',
      '<Footer {site} />',
      '<Footer />',
      /src\/overrides\/Footer\.astro: expected <Footer> to be given the props site; found no site.*Write <Footer \{\.\.\.Astro\.props\} \/>/s,
    ],
    ['content/site.yaml', 'publisher:', 'trustedMdx: true\npublisher:', /site\.yaml:4.*trustedMdx/s],
  ]
  for (const [index, [file, from, to, expected]] of cases.entries()) {
    const project = to === MOVED ? freshProject(OWN_SITE) : changed(file, from, to)
    if (to === MOVED) {
      mkdirSync(join(project, 'src/pages/incidents'))
      renameSync(join(project, file), join(project, `src/pages/${INCIDENT}.astro`))
    }
    const { status, said } = astroBuild(project, NOW, index === 0 ? 'astro' : 'aftermath')
    assert.notEqual(status, 0, `${file}: ${to}`)
    assert.match(said, expected)
  }
})
