import assert from 'node:assert/strict'
import test from 'node:test'
import { redirects, redirectsFile } from '#exports/redirects.ts'
import { link } from '#knowledge/knowledge.ts'
import type { AnyEntry } from '#schema/entry.ts'
import { knowledgeOf } from '../small.ts'

const knowledge = knowledgeOf()
const renamed = link(
  knowledge.entries.map((entry): AnyEntry =>
    entry.id === 'acme' ? ({ ...entry, data: { ...entry.data, aliases: ['acme-networks'] } } as AnyEntry) : entry,
  ),
  knowledge,
)

test('an old id leads to the record under its new one', () =>
  assert.deepEqual(
    redirects(renamed).map(({ kind, alias, route }) => [kind, alias, route]),
    [['organizations', 'acme-networks', '/organizations/acme/']],
  ))
test('hosts are told of everything below an old address, under the path prefix', () =>
  assert.equal(
    redirectsFile(redirects(renamed), '/kb'),
    '/kb/organizations/acme-networks/* /kb/organizations/acme/:splat 301\n',
  ))
test('without old ids there is nothing to tell', () => assert.equal(redirectsFile(redirects(knowledge), ''), ''))
