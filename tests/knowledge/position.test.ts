import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { combined, type Position, positionAt, positionSteps } from '#knowledge/position.ts'
import type { Stance } from '#schema/vocabularies.ts'
import { linked } from './linked.ts'

const says = (said: string, stance: string | undefined, extra: Readonly<Record<string, unknown>> = {}) => ({
  org: 'acme',
  said,
  positions:
    stance === undefined
      ? []
      : [
          {
            topic: 'kernel',
            stance,
            basis: 'paraphrased',
            ...(stance === 'supportsWithConditions' ? { conditions: 'If tested' } : {}),
          },
        ],
  ...extra,
})
const asked = (at: string, outcome: string, extra: Readonly<Record<string, unknown>> = {}) => ({
  org: 'acme',
  about: { topic: 'kernel' },
  at,
  outcome,
  ...extra,
})

const word = (position: Position): string => {
  if (position.kind === 'held') return position.stance
  return position.kind === 'silent' ? position.inquiry.data.outcome : position.kind
}
const at = (day: string) => Date.parse(`${day}T23:59:59.999Z`)
type Table = Readonly<Record<string, ReturnType<typeof says>>>
const standing = (statements: Table, inquiries = {}, day = '2025-12-31') =>
  word(positionAt(linked({ statements, inquiries }), 'acme', 'kernel', at(day)))

const CASES: readonly (readonly [
  what: string,
  statements: Table,
  inquiries: Record<string, ReturnType<typeof asked>>,
  expected: string,
])[] = [
  ['nothing recorded is no record, not a silence', {}, {}, 'none'],
  [
    'a statement on another topic is no record',
    {
      a: {
        ...says('2024-01-01', 'supports'),
        positions: [{ topic: 'other', stance: 'supports', basis: 'paraphrased' }],
      },
    },
    {},
    'none',
  ],
  ['one statement is the position', { a: says('2024-01-01', 'opposes') }, {}, 'opposes'],
  [
    'the latest said counts, whatever the order of ids',
    { a: says('2024-06-01', 'opposes'), b: says('2024-01-01', 'supports') },
    {},
    'opposes',
  ],
  [
    'a retraction without a new position leaves it taken back',
    {
      a: says('2024-01-01', 'supports'),
      b: says('2024-02-01', undefined, { respondsTo: [{ statement: 'a', how: 'retracts' }] }),
    },
    {},
    'retracted',
  ],
  [
    'a retraction brings the earlier position back',
    {
      a: says('2024-01-01', 'supports'),
      b: says('2024-02-01', 'opposes'),
      c: says('2024-03-01', undefined, { respondsTo: [{ statement: 'b', how: 'retracts' }] }),
    },
    {},
    'supports',
  ],
  [
    'a retraction that was itself taken back has no effect',
    {
      a: says('2024-01-01', 'supports'),
      b: says('2024-02-01', undefined, { respondsTo: [{ statement: 'a', how: 'retracts' }] }),
      c: says('2024-03-01', undefined, { respondsTo: [{ statement: 'b', how: 'retracts' }] }),
    },
    {},
    'supports',
  ],
  [
    'nobody can take back the words of another',
    {
      a: says('2024-01-01', 'supports'),
      b: { ...says('2024-02-01', undefined, { respondsTo: [{ statement: 'a', how: 'retracts' }] }), org: 'other' },
    },
    {},
    'supports',
  ],
  [
    'stances that clash on the same day are mixed',
    { a: says('2024-01-01', 'supports'), b: says('2024-01-01', 'opposes') },
    {},
    'mixed',
  ],
  [
    'stances whose order cannot be told are mixed',
    { a: says('2024-09', 'supports'), b: says('2024-09-12', 'opposes') },
    {},
    'mixed',
  ],
  [
    'a statement that answers the other is later than it',
    {
      a: says('2024-09', 'supports'),
      b: says('2024-09-12', 'opposes', { respondsTo: [{ statement: 'a', how: 'clarifies' }] }),
    },
    {},
    'opposes',
  ],
  [
    'a change measured from the other makes it the later one',
    {
      a: says('2024-09', 'supports', {
        positions: [
          {
            topic: 'kernel',
            stance: 'supports',
            basis: 'paraphrased',
            change: { from: 'b', how: 'reversed', note: 'It had opposed' },
          },
        ],
      }),
      b: says('2024-09-12', 'opposes'),
    },
    {},
    'supports',
  ],
  [
    'times of one day are in order',
    { a: says('2024-01-01T09:00Z', 'supports'), b: says('2024-01-01T10:00Z', 'opposes') },
    {},
    'opposes',
  ],
  [
    'a personal statement is not the position of the organization',
    { a: says('2024-01-01', 'supports'), b: says('2024-02-01', 'opposes', { officialness: 'personal' }) },
    {},
    'supports',
  ],
  [
    'a withdrawn record is not relied on',
    {
      a: says('2024-01-01', 'supports'),
      b: says('2024-02-01', 'opposes', { recordStatus: 'withdrawn', statusReason: 'Misread' }),
    },
    {},
    'supports',
  ],
  ['an inquiry tells which silence it is', {}, { q: asked('2024-01-01', 'noReply') }, 'noReply'],
  [
    'the latest inquiry counts',
    {},
    { p: asked('2024-02-01', 'declined'), q: asked('2024-01-01', 'noReply') },
    'declined',
  ],
  [
    'an inquiry without the topic fills no cell',
    {},
    { q: { ...asked('2024-01-01', 'noReply'), about: { summit: 'meeting' } } as never },
    'none',
  ],
  [
    'a later silence does not undo a position',
    { a: says('2024-01-01', 'supports') },
    { q: asked('2024-06-01', 'noReply') },
    'supports',
  ],
  [
    'silence after a retraction is the silence',
    {
      a: says('2024-01-01', 'supports'),
      b: says('2024-02-01', undefined, { respondsTo: [{ statement: 'a', how: 'retracts' }] }),
    },
    { q: asked('2024-03-01', 'declined') },
    'declined',
  ],
  [
    'a statement known by its publication counts from then',
    { a: says('../2024-05-01', 'supports', { published: '2024-05-01' }), b: says('2024-04-01', 'opposes') },
    {},
    'supports',
  ],
]

for (const [what, statements, inquiries, expected] of CASES)
  test(what, () => assert.equal(standing(statements, inquiries), expected))

for (const outcome of [
  'notAsked',
  'askedAnswerUnknown',
  'acknowledged',
  'noReply',
  'declined',
  'nothingToAdd',
  'repliedNoPosition',
])
  test(`${outcome} stays what it is`, () => assert.equal(standing({}, { q: asked('2024-01-01', outcome) }), outcome))

test('a reply shows as the position of its statement', () => {
  assert.equal(
    standing({ a: says('2024-01-02', 'opposes') }, { q: asked('2024-01-02', 'replied', { statement: 'a' }) }),
    'opposes',
  )
})

test('as of a date, what came later is not known', () => {
  const statements = {
    a: says('2024-01-10', 'supports'),
    b: says('2024-02-10', 'opposes'),
    c: says('2024-03-10', undefined, { respondsTo: [{ statement: 'b', how: 'retracts' }] }),
  }
  const days = {
    '2024-01-09': 'none',
    '2024-01-10': 'supports',
    '2024-02-09': 'supports',
    '2024-02-10': 'opposes',
    '2024-03-09': 'opposes',
    '2024-03-10': 'supports',
  }
  for (const [day, expected] of Object.entries(days)) assert.equal(standing(statements, {}, day), expected, day)
})

test('nothing of the future is known as of today', () => {
  const knowledge = linked({ statements: { a: says('2024-06-01', 'supports') } }, '2024-05-01')
  assert.deepEqual(positionSteps(knowledge, 'acme', 'kernel'), [])
})

test('conditions come with the stance', () => {
  const position = positionAt(
    linked({ statements: { a: says('2024-01-01', 'supportsWithConditions') } }),
    'acme',
    'kernel',
  )
  assert.deepEqual(position.kind === 'held' && position.conditions, ['If tested'])
})

const STANCES: readonly Stance[] = ['supports', 'supportsWithConditions', 'neutral', 'opposes', 'mixed', 'noPosition']
/** Expected for each pair of stances taken at the same time, rows and columns in the order of `STANCES`. */
const PAIRS = [
  ['supports', 'supportsWithConditions', 'supports', 'mixed', 'mixed', 'supports'],
  [
    'supportsWithConditions',
    'supportsWithConditions',
    'supportsWithConditions',
    'mixed',
    'mixed',
    'supportsWithConditions',
  ],
  ['supports', 'supportsWithConditions', 'neutral', 'opposes', 'mixed', 'neutral'],
  ['mixed', 'mixed', 'opposes', 'opposes', 'mixed', 'opposes'],
  ['mixed', 'mixed', 'mixed', 'mixed', 'mixed', 'mixed'],
  ['supports', 'supportsWithConditions', 'neutral', 'opposes', 'mixed', 'noPosition'],
] as const

test('every pair of stances taken at the same time has its result', () => {
  const found = STANCES.map((a) => STANCES.map((b) => combined([a, b])))
  assert.deepEqual(found, PAIRS)
})

test('on any day, the steps say what the function says', () => {
  const day = fc.integer({ min: 1, max: 28 }).map((n) => `2024-03-${String(n).padStart(2, '0')}`)
  const one = fc.record({ said: day, stance: fc.constantFrom(...STANCES), back: fc.option(fc.nat(5)) })
  fc.assert(
    fc.property(fc.array(one, { maxLength: 6 }), day, (all, when) => {
      const statements = Object.fromEntries(
        all.map(({ said, stance, back }, index) => [
          `s${index}`,
          says(said, stance, back === null ? {} : { respondsTo: [{ statement: `s${back}`, how: 'retracts' }] }),
        ]),
      )
      const knowledge = linked({ statements })
      const step = positionSteps(knowledge, 'acme', 'kernel').findLast(({ from }) => from <= when)
      assert.equal(
        step === undefined ? 'none' : word(step.value),
        word(positionAt(knowledge, 'acme', 'kernel', at(when))),
      )
    }),
    { numRuns: 300 },
  )
})
