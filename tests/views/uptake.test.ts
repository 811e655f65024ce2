import assert from 'node:assert/strict'
import test from 'node:test'
import { citedBy, citedParts } from '#views/cited-by.ts'
import { promptsForControl } from '#views/review.ts'
import { uptakeView } from '#views/uptake.ts'
import { smallKnowledge } from '../rules/small-knowledge.ts'
import { entryOf } from '../small.ts'

const ID = '2026-01-05-outage'
const incident = {
  findings: [
    { id: 'f-one', kind: 'risk', text: 'One.', sources: ['report'] },
    { id: 'f-two', kind: 'risk', text: 'Two.', sources: ['report'] },
  ],
  prompts: [{ id: 'q-all', ask: 'All at once?', because: 'f-one', appliesWhen: {} }],
  controls: [{ control: 'stages', state: 'absent', sources: ['report'] }],
}
const records = {
  'sources/report': {},
  [`incidents/${ID}`]: incident,
  'controls/stages': { title: 'Stages' },
  'controls/spare': { title: 'Spare' },
}
const cites = (...refs: string[]) => ({ cites: refs })
const world = smallKnowledge({
  ...records,
  'citations/first': { ...cites(`${ID}#f-one`, `${ID}#f-one@r1`, 'stages'), title: 'First', at: '2026-03-01' },
  'citations/second': {
    ...cites(`${ID}#f-one`, `${ID}#q-all`, ID),
    title: 'Second',
    at: '2026-04-01',
    kind: 'designReview',
  },
  'citations/wrong': {
    ...cites(`${ID}#f-two`),
    title: 'Wrong',
    recordStatus: 'withdrawn',
    statusReason: 'There was no such review.',
  },
})

test('a record lists the reviews that cited it, newest first, each once and with the parts it cited', () => {
  assert.deepEqual(
    citedBy(world, entryOf(world, ID)).map(({ text, note }) => [text, note]),
    [
      ['Second', 'Design review: f-one, q-all'],
      ['First', 'Code review: f-one'],
    ],
  )
  assert.deepEqual(
    citedBy(world, entryOf(world, 'stages')).map(({ text, note }) => [text, note]),
    [['First', 'Code review']],
  )
})

test('a part is counted once per review; withdrawn reviews do not count', () => {
  assert.deepEqual(citedParts(world, entryOf(world, ID)), { 'f-one': 2, 'q-all': 1 })
  assert.deepEqual(citedParts(world, entryOf(world, 'spare')), {})
})

test('uptake tells lessons used, most cited first, from those nobody used', () => {
  const { reviews, counts, used, unused } = uptakeView(world)
  assert.equal(reviews, 2)
  assert.deepEqual(counts, [
    { label: 'Findings', used: 1, total: 2 },
    { label: 'Review prompts', used: 1, total: 1 },
    { label: 'Controls', used: 1, total: 2 },
  ])
  assert.deepEqual(
    used.map(({ text, reviews: by, incident: of }) => [text, by.length, of?.text]),
    [
      ['One.', 2, 'A title'],
      ['All at once?', 1, 'A title'],
      ['Stages', 1, undefined],
    ],
  )
  assert.deepEqual(
    unused.map(({ incident: of, lessons }) => [of?.text, lessons.map(({ text }) => text)]),
    [
      ['A title', ['Two.']],
      [undefined, ['Spare']],
    ],
  )
})

test('without reviews every lesson is unused, and nothing is invented', () => {
  const { reviews, used, counts } = uptakeView(smallKnowledge(records))
  assert.deepEqual([reviews, used, counts.map((one) => one.used)], [0, [], [0, 0, 0]])
})

test('a control gathers the prompts of incidents in which it did not hold, and of no others', () => {
  assert.deepEqual(
    promptsForControl(world, 'stages').groups.map(({ prompts }) => prompts.map(({ ask }) => ask)),
    [['All at once?']],
  )
  assert.deepEqual(promptsForControl(world, 'spare').groups, [])
  const worked = smallKnowledge({
    ...records,
    [`incidents/${ID}`]: { ...incident, controls: [{ control: 'stages', state: 'worked', sources: ['report'] }] },
  })
  assert.deepEqual(promptsForControl(worked, 'stages').groups, [])
})
