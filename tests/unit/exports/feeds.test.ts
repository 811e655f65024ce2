import assert from 'node:assert/strict'
import { join } from 'node:path'
import test from 'node:test'
import { parseFeed as parseAtom } from '@rowanmanning/feed-parser'
import { parseJsonFeed } from 'feedsmith'
import { atom, feedScopes, type FeedScope, jsonFeed } from '#core/exports/feeds.ts'
import type { Knowledge } from '#core/graph/knowledge.ts'
import { corrections } from '#core/views/corrections.ts'
import { contentFolder } from '../content-folder.ts'
import { knowledgeOf } from '../small.ts'

const acme = (second: string) => `name: Acme Networks
shortName: Acme
kind: vendor
revision: 3
history:
  - { revision: 1, date: "2026-03-01", type: addition, summary: First recorded. }
  - { revision: 2, date: "2026-04-02", type: correction, summary: "The name was put right: <Acme> & Co." }
  - { revision: 3, date: "${second}", type: editorial, summary: Shorter. }
`

const scope = (knowledge: Knowledge, name: string): FeedScope => feedScopes(knowledge).find((one) => one.name === name) ?? assert.fail(`no feed ${name}`)

const revised = (t: Parameters<typeof contentFolder>[0], day = '2026-05-03') => knowledgeOf(join(contentFolder(t, { 'organizations/acme.yaml': acme(day) }), 'content'))

test('another library reads the Atom feed back: an entry per revision, newest first, with the change summary', (t) => {
  const knowledge = revised(t)
  const feed = parseAtom(atom(knowledge, scope(knowledge, 'all')))
  const revisions = knowledge.entries.flatMap(({ data }) => data.history)
  assert.equal(feed.items.length, revisions.length)
  assert.deepEqual([feed.title, feed.self, feed.updated?.toISOString()], ['Small', 'https://kb.example/feeds/all.atom', '2026-05-03T00:00:00.000Z'])
  const [third, second] = feed.items
  assert.deepEqual([third?.id, second?.id], ['tag:kb.example,2026-03-01:acme/r3', 'tag:kb.example,2026-03-01:acme/r2'])
  assert.deepEqual([second?.title, second?.url, second?.published?.toISOString()], ['Acme Networks', 'https://kb.example/organizations/acme/?r=2', '2026-04-02T00:00:00.000Z'])
  assert.match(second?.description ?? '', /^Correction to the organization, revision 2 of 2 April 2026: The name was put right: <Acme> & Co\.$/)
})

test('the JSON feed holds the same entries', (t) => {
  const knowledge = revised(t)
  for (const one of feedScopes(knowledge)) {
    const items = parseJsonFeed(JSON.parse(JSON.stringify(jsonFeed(knowledge, one))) as Record<string, unknown>).items ?? []
    assert.deepEqual(items.map(({ id }) => id), parseAtom(atom(knowledge, one)).items.map(({ id }) => id), one.name)
  }
  const { version, feed_url } = jsonFeed(knowledge, scope(knowledge, 'all'))
  assert.deepEqual([version, feed_url], ['https://jsonfeed.org/version/1.1', 'https://kb.example/feeds/all.json'])
})

test('ids are one of a kind and do not move with titles', (t) => {
  const [before, after] = [knowledgeOf(), revised(t)]
  const ids = (knowledge: Knowledge) => parseAtom(atom(knowledge, scope(knowledge, 'all'))).items.map(({ id }) => id)
  assert.equal(new Set(ids(after)).size, ids(after).length)
  assert.deepEqual(ids(before).filter((id) => !ids(after).includes(id)), [])
})

test('the feed of an organization or incident carries it and what refers to it, and no other', () => {
  const knowledge = knowledgeOf()
  const of = (name: string) => scope(knowledge, name).entries.map(({ id }) => id).sort()
  assert.deepEqual(of('organizations/beacon'), ['2026-01-05-router-outage', 'acme-staged-updates', 'beacon', 'beacon-asked-harbor'])
  assert.ok(of('incidents/2026-01-05-router-outage').includes('2026-01-06-acme-apology'))
  assert.ok(!of('incidents/2026-01-05-router-outage').includes('staged-rollout'))
})

test('a revision dated ahead stays in the feed, dated today', (t) => {
  const knowledge = revised(t, '2031-01-01')
  const [first] = parseAtom(atom(knowledge, scope(knowledge, 'all'))).items
  assert.deepEqual([first?.id, first?.published?.toISOString()], ['tag:kb.example,2026-03-01:acme/r3', '2026-06-01T00:00:00.000Z'])
})

test('corrections are listed, and have a feed that holds them alone', (t) => {
  const knowledge = revised(t)
  assert.deepEqual(corrections(knowledge).map(({ text, revision, date }) => ({ text, revision, date })), [{ text: 'Acme Networks', revision: 2, date: '2026-04-02' }])
  assert.deepEqual(parseAtom(atom(knowledge, scope(knowledge, 'corrections'))).items.map(({ id }) => id), ['tag:kb.example,2026-03-01:acme/r2'])
  const none = knowledgeOf()
  assert.equal(parseAtom(atom(none, scope(none, 'corrections'))).items.length, 0)
})
