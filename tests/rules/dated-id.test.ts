import assert from 'node:assert/strict'
import test from 'node:test'
import { datedId } from '#rules/dated-id.ts'
import { smallKnowledge, type Written } from './small-knowledge.ts'

const judged = (name: string, written: Written) =>
  [...datedId.check(smallKnowledge({ [name]: written }), new Set())].map(({ message, fix }) => `${message} / ${fix}`)
const incident = (at: string) => ({ milestones: [{ id: 'm-a', name: 'began', at, sources: ['report'] }] })

const wrong: readonly (readonly [string, Written, string])[] = [
  [
    'statements/acme-apology',
    {},
    'expected the id of the statement to begin with its date at the precision ' +
      'known, found "acme-apology" / rename it to 2026-01-06-acme-apology',
  ],
  [
    'statements/2026-13-acme',
    {},
    'expected the id of the statement to begin with its date at the precision ' +
      'known, found "2026-13-acme" / rename it to 2026-01-06-acme',
  ],
  [
    'statements/2026-02-06-acme',
    {},
    'expected an id dated by something in the record, found "2026-02-06", ' +
      'which holds none of its times / rename it to 2026-01-06-acme',
  ],
  [
    'statements/2026-01-acme',
    {},
    'expected the id to begin with its date at the precision known ' +
      '(2026-01-06), found "2026-01" / rename it to 2026-01-06-acme',
  ],
  [
    'statements/2026-01-06-acme',
    { said: '2026-01' },
    'expected the id to begin with its date at the precision known ' +
      '(2026-01), found "2026-01-06" / rename it to 2026-01-acme',
  ],
  [
    'statements/2026-01-06-apology',
    {},
    'expected the id to go on after its date with the organization (acme), found ' +
      '"2026-01-06-apology" / rename it to 2026-01-06-acme-apology',
  ],
  [
    'commitments/staged-updates',
    {},
    'expected the id to begin with the organization (acme), found "staged-updates" / rename it to acme-staged-updates',
  ],
  [
    'incidents/2026-01-07-outage',
    incident('2026-01-05T08:00Z'),
    'expected an id dated by something in the record, found "2026-01-07", ' +
      'which holds none of its times / rename it to 2026-01-05-outage',
  ],
  [
    'incidents/2026-outage',
    incident('2026-01-05T08:00Z'),
    'expected the id to begin with its date at the precision known ' +
      '(2026-01-05), found "2026" / rename it to 2026-01-05-outage',
  ],
]

for (const [name, written, message] of wrong)
  test(`${name} is reported`, () => assert.deepEqual(judged(name, written), [message]))

const right: readonly (readonly [string, string, Written])[] = [
  ['a day', 'statements/2026-01-06-acme', {}],
  ['a day by the clock on the wall', 'statements/2026-01-06-acme', { said: '2026-01-06T20:00-08:00' }],
  ['a day that has begun elsewhere', 'incidents/2026-01-06-outage', incident('2026-01-05T20:00Z')],
  ['a month, where no day is known', 'statements/2026-01-acme-note', { said: '2026-01' }],
  ['a month, where the day is only about right', 'statements/2026-01-acme', { said: '2026-01-06~' }],
  ['a month, where it lies between two days', 'statements/2026-01-acme', { said: '2026-01-06/2026-01-09' }],
  ['one of two days', 'statements/2026-01-09-acme', { said: '2026-01-06/2026-01-09' }],
  ['the day of publication', 'statements/2026-01-06-acme', { said: '../2026-01-06', published: '2026-01-06' }],
  ['the latest day it can have been said', 'statements/2026-01-06-acme', { said: '../2026-01-06' }],
  ['the beginning of a long name', 'statements/2026-01-06-delta-bastian', { org: 'delta-air-lines' }],
  [
    'no organization, where a person spoke',
    'statements/2026-01-06-reyes',
    { org: undefined, officialness: 'personal' },
  ],
  [
    'the day of any milestone',
    'incidents/2026-01-09-outage',
    {
      milestones: [
        { id: 'm-a', name: 'introduced', at: '2025', sources: ['report'] },
        { id: 'm-b', name: 'disclosed', at: '2026-01-09', sources: ['report'] },
      ],
    },
  ],
  ['an incident whose times are not known', 'incidents/2026-01-outage', {}],
  ['the last day of a meeting', 'summits/2026-02-12-review', { date: '2026-02-10', end: '2026-02-12' }],
  ['the organization of a commitment', 'commitments/acme-staged-updates', {}],
  ['no date on an organization', 'organizations/acme', {}],
]

for (const [what, name, written] of right)
  test(`${what} is enough: ${name}`, () => assert.deepEqual(judged(name, written), []))
