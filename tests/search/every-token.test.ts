import assert from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import test, { before } from 'node:test'
import { parse } from 'yaml'
import { readSearchWordings } from '#content/search-wordings.ts'
import type { Fragment } from '#search/fragment.ts'
import { type Outcome, outcomeOf } from '#search/outcome.ts'
import { alternatives, readShelf, shelved } from '#search/equivalents.ts'
import { nameOf, tokensIn, wordsIn } from '#search/tokens.ts'
import { shelfOf } from '#search/vocabulary.ts'
import { contentFolder } from '../content-folder.ts'
import { oneOf } from '../everything.ts'
import { knowledgeOf } from '../small.ts'
import { type BuiltSearch, builtSearch } from './built-index.ts'
import { HOSTILE } from './hostile-tokens.ts'

const CONTENT = resolve(import.meta.dirname, '../../content')
const SCREEN = 10

let search: BuiltSearch
let records: readonly (Fragment & { readonly id: string })[]

before(async () => {
  const own = readSearchWordings(CONTENT)
  search = await builtSearch(knowledgeOf(CONTENT), own)
  records = await Promise.all(search.catalog.ids.map(async (id) => ({ id, ...(await search.load(id)) })))
})

const ask = (typed: string): Promise<Outcome> =>
  outcomeOf(search.engine, search.catalog, {
    typed,
    selection: {},
    order: 'relevance',
    grouping: 'none',
    literal: false,
    shown: 0,
  })

/** How many records have a word, by the vocabulary. */
async function holders(word: string): Promise<number> {
  const { words, records: counts } = await search.engine.vocabulary(shelfOf(word))
  return counts[words.indexOf(word)] ?? 0
}

/** What of a record a reader is likely to remember: its title, the headings of its text, its quotations and events. */
const remembered = ({ title, sections }: Fragment): string[] => [
  title,
  ...sections.flatMap(({ id = '', label = '', text }) => {
    if (/^[ek]-/.test(id)) return text
    return id.startsWith('h-') ? [label] : []
  }),
]

/**
 * Records by the tokens that stand in what is remembered of them: each token as it is written first, and what it is
 * asked for as.
 */
function byToken(): Map<string, { readonly written: string; readonly ids: Set<string> }> {
  const found = new Map<string, { written: string; ids: Set<string> }>()
  for (const record of records)
    for (const text of remembered(record))
      for (const token of tokensIn(text)) {
        const name = nameOf(token)
        const own = found.get(name) ?? { written: text.slice(token.start, token.end), ids: new Set() }
        own.ids.add(record.id)
        found.set(name, own)
      }
  return found
}

// Seven of eight tokens are one word in letters, which are all cut, looked up and ranked in the same way.
const PLAIN = /^(?:[A-Z]?[a-z]+|[A-Z]+)$/

test('every token of titles, headings, quotations and events finds its records, rare ones at once', async () => {
  const lost: string[] = []
  const { plain = [], odd = [] } = Object.groupBy(byToken(), ([, { written }]) =>
    PLAIN.test(written) ? 'plain' : 'odd',
  )
  for (const [name, { written, ids }] of [...oneOf(2, odd), ...oneOf(15, plain)]) {
    const { results, named } = await ask(written)
    const order = results.map(({ id }) => id)
    // A name shows what it names first; other records with the same letters come after.
    const least = (await holders(name)) <= SCREEN && named.length === 0 ? SCREEN : order.length
    for (const id of ids) {
      const place = order.indexOf(id)
      if (place < 0 || place >= least) lost.push(`${written}: ${search.routes.get(id)} at ${place} of ${order.length}`)
    }
  }
  assert.deepEqual(lost, [])
})

test('a token that is not typed to its end finds its records, too', async () => {
  const lost: string[] = []
  const words = [...byToken()].filter(([name, { written }]) => name.length > 5 && /^[a-z]+$/i.test(written))
  for (const [name, { written, ids }] of oneOf(21, words)) {
    const { words: shelf } = await search.engine.vocabulary(shelfOf(name))
    const typed = written.slice(0, -1)
    // What many records have as a word of its own is that word; and of more ways to go on than are looked for, the
    // commonest are found.
    if ((await holders(typed.toLowerCase())) >= SCREEN) continue
    if (shelf.filter((word) => word.startsWith(typed.toLowerCase())).length > 12) continue
    const { results } = await ask(typed)
    const order = new Set(results.map(({ id }) => id))
    for (const id of ids) if (!order.has(id)) lost.push(`${typed}: ${search.routes.get(id)}`)
  }
  assert.deepEqual(lost, [])
})

test('what names a record, in full or by a known name, finds it first', async () => {
  const expected = {
    'user32.dll': '/incidents/2008-11-avg-user32/',
    'MS06-070': '/incidents/2007-05-17-symantec-system-files/',
    BSOD: '/incidents/2024-07-19-channel-file-291/',
    log4shell: '/incidents/2021-12-09-log4shell/',
    FakeAlert: '/incidents/2010-03-20-bitdefender-64-bit/',
    'us-central1': '/incidents/2025-06-12-google-cloud-service-control/',
    Crowdstrike: '/organizations/crowdstrike/',
    UnitedHealth: '/organizations/unitedhealth-group/',
    'Mark Harper': '/summits/2023-09-07-uk-nats-meeting/',
  }
  const found: Record<string, string | undefined> = {}
  for (const typed of Object.keys(expected)) {
    const [first] = (await ask(typed)).results
    found[typed] = search.routes.get(first?.id ?? '')
  }
  assert.deepEqual(found, expected)
})

test('everyday words find the record that says it otherwise, first', async () => {
  const expected = parse(readFileSync(new URL('everyday-words.yaml', import.meta.url), 'utf8')) as Record<
    string,
    string
  >
  const found: Record<string, string | undefined> = {}
  for (const typed of Object.keys(expected)) {
    const [first] = (await ask(typed)).results
    found[typed] = search.routes.get(first?.id ?? '')?.split('/')[2]
  }
  assert.deepEqual(found, expected)
})

test('each group of equivalents has a search, which finds first what the list says', async () => {
  const wanted = parse(readFileSync(new URL('first-hits.yaml', import.meta.url), 'utf8')) as Record<
    string,
    Record<string, readonly string[]>
  >
  const searches = Object.values(wanted).flatMap((own) => Object.keys(own))
  for (const group of readSearchWordings(CONTENT).equivalents) {
    const own = [...shelved([group]).values()].flatMap(readShelf)
    assert.ok(
      searches.some((typed) => alternatives(wordsIn(typed), own).length > 0),
      JSON.stringify(group),
    )
  }
  const found: Record<string, string[]> = { first: [], 'second or third': [], later: [] }
  for (const [typed, ids] of Object.values(wanted).flatMap((own) => Object.entries(own))) {
    const place = (await ask(typed)).results.findIndex(({ id }) =>
      ids.includes(search.routes.get(id)?.split('/')[2] ?? ''),
    )
    found[place === 0 ? 'first' : place === 1 || place === 2 ? 'second or third' : 'later']?.push(typed)
  }
  assert.deepEqual(found, Object.fromEntries(Object.entries(wanted).map(([where, own]) => [where, Object.keys(own)])))
})

test('every wording of the equivalents is understood as it is written, and finds records', async () => {
  const lost: string[] = []
  for (const group of readSearchWordings(CONTENT).equivalents)
    for (const wording of 'typed' in group ? group.typed : group) {
      const { results, found } = await ask(wording)
      if (results.length === 0 || found.corrected.length > 0) lost.push(wording)
    }
  assert.deepEqual(lost, [])
})

test('tokens that are cut wrongly with ease are found as they are written', async (t) => {
  const folder = join(contentFolder(t), 'content')
  const [control] = knowledgeOf(folder).all('controls')
  assert.ok(control)
  const file = join(folder, control.file)
  writeFileSync(
    file,
    `${readFileSync(file, 'utf8')}\n\n${HOSTILE.map((token) => `\`${token}\``).join(' and ')}. 这是文本内容的例子。\n`,
  )
  const hostile = await builtSearch(knowledgeOf(folder))
  for (const typed of HOSTILE) {
    const { results } = await outcomeOf(hostile.engine, hostile.catalog, {
      typed,
      selection: {},
      order: 'relevance',
      grouping: 'none',
      literal: false,
      shown: 0,
    })
    const first = results.slice(0, SCREEN).map(({ id }) => hostile.routes.get(id))
    assert.ok(first.includes(`/controls/${control.id}/`), typed)
  }
})
