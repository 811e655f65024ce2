import assert from 'node:assert/strict'
import test from 'node:test'
import { twin } from '#exports/twin.ts'
import { arrange } from '#views/arrange.ts'
import { comparable, relatedPairs } from '#views/comparable.ts'
import { type PhaseHolder, phases } from '#views/phases.ts'
import { html } from '#text/html.ts'
import { linked } from '../knowledge/linked.ts'

const milestone = (name: string, at: string) => ({ id: `m-${name.toLowerCase()}`, name, at, sources: ['note'] })
const knowledge = linked({
  incidents: {
    '2024-01-01-a': {
      milestones: [
        milestone('began', '2024-01-01T00:00Z'),
        milestone('detected', '2024-01-01T00:10Z'),
        milestone('recovered', '2024-01-01T01:00Z'),
      ],
      timeline: [{ id: 'e-a', at: '2024-01-01T00:30Z', kind: 'contact', title: 'Called', sources: ['note'] }],
      related: [{ incident: '2024-02-01-b', how: 'sameCause' }],
    },
    '2024-02-01-b': {
      milestones: [
        milestone('detected', '2024-02-01'),
        milestone('began', '2024-02-01T00:00Z'),
        milestone('communicated', '2024-02-01T02:00Z'),
      ],
      related: [{ incident: '2024-01-01-a', how: 'sameCause' }],
    },
  },
  sources: { note: {} },
})
const [a, b] = knowledge.all('incidents').map((incident) => comparable(twin(knowledge, incident)))
assert.ok(a && b)

test('both start at the same moment, and each milestone says how long after it came', () => {
  const found = arrange([a, b], 'began')
  assert.deepEqual(
    found?.rows.map(({ label, cells }) => [label, ...cells.map((cell) => cell?.since)]),
    [
      ['Began', 'start', 'start'],
      ['Detected', '+10 min', '+0 to 24 h'],
      ['First public word', undefined, '+2 h'],
      ['Recovered', '+60 min', undefined],
    ],
  )
})

test('aligned at detection, what came before is before, and a day gives a range', () => {
  const cells = arrange([a, b], 'detected')?.rows.find(({ label }) => label === 'Began')?.cells
  assert.deepEqual(
    cells?.map((cell) => cell?.since),
    ['10 min before', 'up to 24 h before'],
  )
})

test('where one of them does not record the milestone there is no alignment', () => {
  assert.equal(arrange([a, b], 'communicated'), undefined)
})

test('all places lie on the axis, in the order of time', () => {
  const found = arrange([a, b], 'began')
  for (const { milestones, events } of found?.sides ?? []) {
    for (const { x } of [...milestones, ...events]) assert.ok(x >= 0 && x <= 100)
  }
  const [first] = found?.sides ?? []
  assert.ok((first?.events[0]?.x ?? 0) > (first?.milestones[1]?.x ?? 0))
})

test('what came before the first milestone or after the last has places of its own', () => {
  const event = (id: string, at: string) => ({ at, words: id, route: a.route, kind: 'contact' as const })
  const [long] =
    arrange(
      [
        {
          ...a,
          events: [
            event('early', '2023-12-30'),
            event('late', '2024-03-01T00:00Z'),
            event('last', '2024-05-01T00:00Z'),
          ],
        },
        b,
      ],
      'began',
    )?.sides ?? []
  const [early, late, last] = long?.events.map(({ x }) => x) ?? []
  const stops = long?.milestones.map(({ x }) => x) ?? []
  assert.equal(early, 0)
  assert.equal(last, 100)
  assert.ok(Math.min(...stops) > 0 && Math.max(...stops) < 100)
  assert.ok((late ?? 0) > Math.max(...stops) && (late ?? 0) < 100)
})

test('a pair is one pair, whichever of them names the other', () => {
  assert.deepEqual(relatedPairs(knowledge), [['2024-01-01-a', '2024-02-01-b']])
})

test('markup escapes what is not markup', () => {
  assert.equal(
    html`<a title="${'"<&>'}">${[html`<b>${'<i>'}</b>`]}${undefined}</a>`.text,
    '<a title="&quot;&lt;&amp;&gt;"><b>&lt;i&gt;</b></a>',
  )
})

test('a comparison names severities by the scale of their owner', () => {
  const own = linked({ incidents: { outage: { severity: 'minor' } } })
  const published = twin(own, own.get('incidents', 'outage') ?? assert.fail())
  const ofScale = { ...published, data: { ...published.data, severity: 'sev-1' } }
  assert.equal(comparable(published).facts, 'Fault, minor')
  assert.equal(comparable(ofScale, [{ id: 'sev-1', label: 'SEV-1' }]).facts, 'Fault, sev-1')
})

test('in the first hours after the common moment both are to scale, and what lies outside is counted', () => {
  const at = (time: string) => ({ at: time, words: time, route: a.route, kind: 'contact' as const })
  const times = ['2023-12-31T12:00Z', '2024-01-01T00:30Z', '2024-01-01T02:00Z', '2024-01-02T00:00Z']
  const found = arrange([{ ...a, events: times.map(at) }, b], 'began', '2h')
  assert.deepEqual(
    found?.ticks.map(({ label }) => label),
    ['start', '+30 min', '+60 min', '+90 min', '+2 h'],
  )
  assert.deepEqual(found?.breaks, [])
  const [first] = found?.sides ?? []
  assert.deepEqual([first?.earlier, first?.later], [1, 1])
  assert.deepEqual(
    first?.events.map(({ x }) => x),
    [33.33, 100],
  )
  assert.deepEqual(
    first?.pieces.map(({ x, words }) => [x, words]),
    [
      [11.11, 'unnoticed: 10 min, from began to detected'],
      [18.52, 'diagnosing, mitigating, recovering: 50 min, from detected to recovered'],
    ],
  )
  assert.equal(first?.goesOn, false)
})

test('a phase that ends beyond the axis goes on, and marks of one moment stand above one another', () => {
  const at = (id: string) => ({ at: '2024-01-01T00:30Z', words: id, route: a.route, kind: 'contact' as const })
  const shape = phases({
    data: { milestones: [milestone('began', '2024-01-01T00:00Z'), milestone('recovered', '2024-01-03T00:00Z')] },
  } as PhaseHolder)
  const [first] = arrange([{ ...a, shape, events: ['one', 'two'].map(at) }, b], 'began', '1d')?.sides ?? []
  assert.equal(first?.goesOn, true)
  assert.deepEqual(
    first?.events.map(({ level }) => level),
    [0, 1],
  )
})
