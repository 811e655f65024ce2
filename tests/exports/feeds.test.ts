import assert from 'node:assert/strict'
import { join } from 'node:path'
import test from 'node:test'
import { parseFeed as parseAtom } from '@rowanmanning/feed-parser'
import { extractFromJson } from '@extractus/feed-extractor'
import { atom, jsonFeed } from '#exports/feed-forms.ts'
import { type FeedPage, feedPages, PER_PAGE } from '#exports/feed-pages.ts'
import type { Knowledge } from '#knowledge/knowledge.ts'
import { corrections } from '#views/corrections.ts'
import { contentFolder } from '../content-folder.ts'
import { link } from '#knowledge/knowledge.ts'
import { KINDS } from '#schema/kind-names.ts'
import { entryOf, knowledgeOf } from '../small.ts'

const acme = (second: string) => `name: Acme Networks
shortName: Acme
kind: vendor
revision: 3
history:
  - { revision: 1, date: "2026-03-01", type: addition, summary: First recorded. }
  - { revision: 2, date: "2026-04-02", type: correction, summary: "The name was put right: <Acme> & Co." }
  - { revision: 3, date: "${second}", type: editorial, summary: Shorter. }
`

const feedOf = (knowledge: Knowledge, name: string): FeedPage =>
  feedPages(knowledge).find((one) => one.name === name) ?? assert.fail(`no feed ${name}`)

const revised = (t: Parameters<typeof contentFolder>[0], day = '2026-05-03') =>
  knowledgeOf(join(contentFolder(t, { 'organizations/acme.yaml': acme(day) }), 'content'))

test('another library reads the Atom feed back: an entry per revision, newest first, with the change summary', (t) => {
  const knowledge = revised(t)
  const feed = parseAtom(atom(knowledge, feedOf(knowledge, 'all')))
  const revisions = knowledge.entries.flatMap(({ data }) => data.history)
  assert.equal(feed.items.length, revisions.length)
  assert.deepEqual(
    [feed.title, feed.self, feed.updated?.toISOString()],
    ['Small', 'https://kb.example/feeds/all.atom', '2026-05-03T00:00:00.000Z'],
  )
  const [third, second] = feed.items
  assert.deepEqual([third?.id, second?.id], ['tag:kb.example,2026-03-01:acme/r3', 'tag:kb.example,2026-03-01:acme/r2'])
  assert.deepEqual(
    [second?.title, second?.url, second?.published?.toISOString()],
    ['Acme Networks', 'https://kb.example/organizations/acme/?r=2', '2026-04-02T00:00:00.000Z'],
  )
  assert.match(
    second?.description ?? '',
    /^Correction to the organization, revision 2 of 2 April 2026: The name was put right: <Acme> & Co\.$/,
  )
})

test('another library reads the same entries from the JSON feed', (t) => {
  const knowledge = revised(t)
  for (const one of feedPages(knowledge)) {
    const items = extractFromJson(JSON.stringify(jsonFeed(knowledge, one))).entries ?? []
    assert.deepEqual(
      items.map(({ id }) => id),
      parseAtom(atom(knowledge, one)).items.map(({ id }) => id),
      one.name,
    )
  }
  const { version, feed_url } = jsonFeed(knowledge, feedOf(knowledge, 'all'))
  assert.deepEqual([version, feed_url], ['https://jsonfeed.org/version/1.1', 'https://kb.example/feeds/all.json'])
})

test('ids are one of a kind and do not move with titles', (t) => {
  const [before, after] = [knowledgeOf(), revised(t)]
  const ids = (knowledge: Knowledge) => parseAtom(atom(knowledge, feedOf(knowledge, 'all'))).items.map(({ id }) => id)
  assert.equal(new Set(ids(after)).size, ids(after).length)
  assert.deepEqual(
    ids(before).filter((id) => !ids(after).includes(id)),
    [],
  )
})

test('the feed of an organization or incident carries it and what refers to it, and no other', () => {
  const small = knowledgeOf()
  const changed = { revision: 2, date: '2026-03-02', type: 'editorial', summary: 'Shorter.', changed: [], tlp: 'CLEAR' }
  const knowledge = link(
    small.entries.map((entry) =>
      entry.id === '2026-01-05-router-outage'
        ? ({
            ...entry,
            data: { ...entry.data, revision: 2, history: [...entry.data.history, changed] },
          } as typeof entry)
        : entry,
    ),
    small,
  )
  const of = (name: string) =>
    feedOf(knowledge, name)
      .scope.entries.map(({ id }) => id)
      .sort()
  assert.deepEqual(of('organizations/beacon'), [
    '2026-01-05-router-outage',
    'acme-staged-updates',
    'beacon',
    'beacon-asked-harbor',
  ])
  assert.ok(of('incidents/2026-01-05-router-outage').includes('2026-01-06-acme-apology'))
  assert.ok(!of('incidents/2026-01-05-router-outage').includes('staged-rollout'))
})

test('every kind has a feed, and an incident that has not changed since it was added has none of its own', () => {
  const names = feedPages(knowledgeOf()).map(({ name }) => name)
  assert.deepEqual(
    KINDS.filter((kind) => !names.includes(kind)),
    [],
  )
  assert.deepEqual(
    names.filter((name) => name.startsWith('incidents/')),
    [],
  )
})

test('a revision dated ahead stays in the feed, dated today', (t) => {
  const knowledge = revised(t, '2031-01-01')
  const [first] = parseAtom(atom(knowledge, feedOf(knowledge, 'all'))).items
  assert.deepEqual(
    [first?.id, first?.published?.toISOString()],
    ['tag:kb.example,2026-03-01:acme/r3', '2026-06-01T00:00:00.000Z'],
  )
})

test('corrections are listed, and have a feed that holds them alone', (t) => {
  const knowledge = revised(t)
  assert.deepEqual(
    corrections(knowledge).map(({ text, revision, date }) => ({ text, revision, date })),
    [{ text: 'Acme Networks', revision: 2, date: '2026-04-02' }],
  )
  assert.deepEqual(
    parseAtom(atom(knowledge, feedOf(knowledge, 'corrections'))).items.map(({ id }) => id),
    ['tag:kb.example,2026-03-01:acme/r2'],
  )
  const none = knowledgeOf()
  assert.equal(parseAtom(atom(none, feedOf(none, 'corrections'))).items.length, 0)
})

test('a long feed keeps its newest entries and leads to every older one, each once', () => {
  const small = knowledgeOf()
  const acmeOf = entryOf(small, 'acme')
  const history = Array.from({ length: 3 * PER_PAGE + 7 }, (_, index) => ({
    revision: index + 1,
    date: new Date(Date.UTC(2020, 0, 1 + index)).toISOString().slice(0, 10),
    type: 'addition' as const,
    summary: `Step ${index + 1}.`,
    tlp: 'CLEAR' as const,
  }))
  const long = link(
    [{ ...acmeOf, data: { ...acmeOf.data, history, revision: history.length } } as typeof acmeOf],
    small,
  )
  const pages = new Map(feedPages(long).map((page) => [page.name, page]))
  const seen: string[] = []
  const walked: string[] = []
  for (let page = pages.get('all'); page; page = pages.get(page.previous ?? '')) {
    const xml = atom(long, page)
    assert.equal(/<fh:archive\/>/.test(xml), page.archive !== undefined, page.name)
    assert.ok(page.entries.length <= 2 * PER_PAGE && page.entries.length >= PER_PAGE)
    const target = page.previous === undefined ? undefined : `https://kb.example/feeds/${page.previous}.atom`
    assert.equal(/<link (?=[^>]*rel="prev-archive")[^>]*href="([^"]+)"/.exec(xml)?.[1], target)
    assert.equal(jsonFeed(long, page)['next_url'], target?.replace(/atom$/, 'json'))
    seen.push(...parseAtom(xml).items.map(({ id }) => id ?? ''))
    walked.push(page.name)
  }
  assert.deepEqual(walked, ['all', 'all/archive-2', 'all/archive-1'])
  assert.deepEqual(
    seen.map((id) => Number(/r(\d+)$/.exec(id)?.[1])),
    history.map(({ revision }) => revision).reverse(),
  )
})

test('the feed of commitments carries every promise and nothing else', () => {
  const knowledge = knowledgeOf()
  const feed = parseAtom(atom(knowledge, feedOf(knowledge, 'commitments')))
  assert.deepEqual(
    feed.items.map(({ url }) => url),
    ['https://kb.example/commitments/acme-staged-updates/?r=1'],
  )
  assert.equal(feed.self, 'https://kb.example/feeds/commitments.atom')
})
