import assert from 'node:assert/strict'
import test from 'node:test'
import { verifiedWithoutEvidence } from '#rules/verified-without-evidence.ts'
import { said, smallKnowledge } from './small-knowledge.ts'

const around = {
  'organizations/acme': {
    name: 'Acme Networks, Inc.',
    shortName: 'Acme',
    url: 'https://www.acme.example',
    formerNames: ['Apex'],
    parent: 'holding',
  },
  'organizations/holding': { name: 'Holding' },
  'organizations/alliance': { name: 'Alliance', kind: 'group', members: ['acme'] },
  'sources/by-name': { publisher: 'acme networks inc' },
  'sources/by-former-name': { publisher: 'Apex' },
  'sources/by-host': { publisher: 'Status page', url: 'https://status.acme.example/1' },
  'sources/by-parent': { publisher: 'Holding' },
  'sources/by-press': { publisher: 'The Beacon', url: 'https://beacon.example/acme.example' },
  'sources/by-likeness': { publisher: 'Acme Watch', url: 'https://notacme.example' },
}
const pledge = (sources: string[], more: object = { evidence: 'verified' }, org = 'acme') =>
  said(
    verifiedWithoutEvidence,
    smallKnowledge({
      ...around,
      [`commitments/${org}-pledge`]: {
        org,
        sources: ['by-name'],
        log: [{ id: 'l-a', at: '2026-02-01', assertedBy: org, note: 'Seen.', sources, ...more }],
      },
    }),
  )

for (const own of ['by-name', 'by-former-name', 'by-host', 'by-parent'])
  test(`the pledger’s own source (${own}) verifies nothing`, () => {
    const [found, ...others] = pledge([own])
    assert.match(
      found ?? '',
      /^commitments\/acme-pledge\.yaml log\[0\]\.evidence: expected a source that is not the pledger's own behind "verified", found only .+ in l-a$/,
    )
    assert.deepEqual(others, [])
  })

test('a member’s source verifies nothing of its group’s promise', () => {
  assert.equal(pledge(['by-name'], { evidence: 'verified' }, 'alliance').length, 1)
})

for (const outside of ['by-press', 'by-likeness'])
  test(`somebody else’s source (${outside}) verifies`, () => assert.deepEqual(pledge(['by-name', outside]), []))

test('other evidence and claims are left alone', () => {
  assert.deepEqual([pledge(['by-name'], { evidence: 'indirect' }), pledge(['by-name'], { claimed: 'done' })], [[], []])
})

test('a source that could not be read is given the benefit of the doubt', () => {
  const world = smallKnowledge({
    ...around,
    'commitments/acme-pledge': {
      log: [
        {
          id: 'l-a',
          at: '2026-02-01',
          assertedBy: 'acme',
          note: 'Seen.',
          evidence: 'verified',
          sources: ['by-name', 'broken'],
        },
      ],
    },
  })
  assert.deepEqual(said(verifiedWithoutEvidence, world, ['broken']), [])
})
