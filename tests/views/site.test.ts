import assert from 'node:assert/strict'
import test from 'node:test'
import { siteSchema } from '#schema/site.ts'
import { siteView } from '#views/site.ts'
import { smallKnowledge } from '../rules/small-knowledge.ts'

const world = smallKnowledge({})
const NAMED = { title: 'A site', description: 'Of ours.' }
const view = (more: object) => siteView({ ...world, site: siteSchema.parse({ ...NAMED, ...more }) })

test('one licence of the SPDX list leads to its page there, and any other is words', () => {
  for (const id of ['CC-BY-4.0', 'MIT', 'Apache-2.0'])
    assert.deepEqual(view({ contentLicense: id }).licence, { text: id, route: `https://spdx.org/licenses/${id}.html` })
  for (const words of [
    'CC-BY-4.0 OR MIT',
    'All rights reserved',
    'Proprietary',
    'LicenseRef-Ours-1',
    '../../x',
    'GPL-2.0+',
  ])
    assert.deepEqual(view({ contentLicense: words }).licence, { text: words })
})

test('a contact is one mail address or web address, so that its link leads there', () => {
  assert.equal(view({ contact: 'desk+kb@kb.example' }).contact?.route, 'mailto:desk+kb@kb.example')
  assert.equal(view({ contact: 'https://kb.example/write' }).contact?.route, 'https://kb.example/write')
  for (const contact of [
    'Write to desk@kb.example',
    'a@kb.example, b@kb.example',
    'desk@kb.example?bcc=x@y.example',
    'javascript://%0aalert(1)',
    'the desk',
    'ftp://kb.example',
  ])
    assert.equal(siteSchema.safeParse({ ...NAMED, contact }).success, false, contact)
})
