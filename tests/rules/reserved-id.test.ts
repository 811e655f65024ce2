import assert from 'node:assert/strict'
import test from 'node:test'
import { redirects } from '#exports/redirects.ts'
import { routes } from '#urls.ts'
import { ADDRESS_WORDS, reservedId } from '#rules/reserved-id.ts'
import { said, smallKnowledge } from './small-knowledge.ts'

test('an id that Windows keeps for a device is reported, and one that holds such a name is not', () => {
  const world = smallKnowledge({
    'organizations/con': {},
    'topics/com1': {},
    'topics/com1-ports': {},
    'topics/console': {},
  })
  assert.deepEqual(said(reservedId, world), [
    'organizations/con.yaml : expected an id that is free for records, found "con", ' +
      'which Windows keeps for a device, so that no folder there could hold it',
    'topics/com1.yaml : expected an id that is free for records, found "com1", which ' +
      'Windows keeps for a device, so that no folder there could hold it',
  ])
})

test('an alias that would lead away from the sorted lists is reported at its place', () => {
  assert.deepEqual(said(reservedId, smallKnowledge({ 'organizations/acme': { aliases: ['acme-old', 'by'] } })), [
    'organizations/acme.yaml aliases[1]: expected an old id that is free for records, ' +
      'found "by", which in addresses leads to the sorted lists of a kind',
  ])
})

test('words that stand where an id could are those of the routes', () => {
  const [, , sorted] = routes.sorted('topics', 'added').split('/')
  // Beside it stand the organizations whose statements on a topic are compared.
  // Pages of citations once stood there, and their addresses lead to the record.
  const cite = redirects(smallKnowledge({}))
    .find(({ from }) => from.startsWith('/topics/:id/'))
    ?.from.split('/')[3]
  const [, , , org] = routes.positionHistory('a-topic', 'an-org').split('/')
  assert.equal(org, 'an-org')
  assert.deepEqual(Object.keys(ADDRESS_WORDS), [sorted, cite, 'index'])
})
