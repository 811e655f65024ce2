import assert from 'node:assert/strict'
import test from 'node:test'
import { siteAddress } from '#rules/site-address.ts'
import { said, smallKnowledge } from './small-knowledge.ts'

test('a site without an address is told so, one with an address is not', () => {
  assert.deepEqual(said(siteAddress, smallKnowledge({}, { address: undefined })), [
    'site.yaml : expected the public address of the site, found none; citations stay relative and are marked local',
  ])
  assert.deepEqual(said(siteAddress, smallKnowledge({})), [])
})
