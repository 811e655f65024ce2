import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { cycles } from '#knowledge/cycles.ts'
import { mention, smallKnowledge } from '../rules/small-knowledge.ts'

const world = smallKnowledge({
  'organizations/acme': { aliases: ['acme-corp'] },
  'sources/report': {},
  'incidents/2026-01-05-outage': {
    timeline: [
      { id: 'e-stop', at: '2026-01-05T08:00Z', kind: 'onset', actor: 'acme', title: 'It stopped', sources: ['report'] },
    ],
  },
  'statements/2026-01-06-acme': {
    about: { incidents: ['2026-01-05-outage'] },
    mentions: [mention('2026-01-05-outage#e-stop')],
  },
})

test('records are found by kind, by id, and by an old id', () => {
  assert.equal(world.get('organizations', 'acme'), world.find('acme-corp'))
  assert.equal(world.get('organizations', 'acme-corp'), undefined)
  assert.deepEqual(
    world.all('incidents').map(({ id }) => id),
    ['2026-01-05-outage'],
  )
  assert.deepEqual(world.all('controls'), [])
})

test('a reference resolves to its record and part, or to nothing', () => {
  assert.equal(world.resolve('2026-01-05-outage#e-stop')?.part?.list, 'timeline')
  assert.equal(world.resolve('#e-stop', '2026-01-05-outage')?.entry.id, '2026-01-05-outage')
  assert.deepEqual(
    [world.resolve('2026-01-05-outage#e-none'), world.resolve('nobody'), world.resolve('not a reference')],
    [undefined, undefined, undefined],
  )
})

test('every reference can be walked backwards, with the field and part it stands in', () => {
  const shown = (id: string, part?: string) =>
    world
      .backlinks(id, part)
      .map(({ from, field, part: own }) => `${from.id} ${field}${own === undefined ? '' : ` ${own}`}`)
  assert.deepEqual(shown('acme'), ['2026-01-05-outage timeline.actor e-stop', '2026-01-06-acme org'])
  assert.deepEqual(shown('2026-01-05-outage'), ['2026-01-06-acme about.incidents', '2026-01-06-acme body'])
  assert.deepEqual(shown('2026-01-05-outage', 'e-stop'), ['2026-01-06-acme body'])
  assert.deepEqual(
    world.from('statements', 'about.incidents', '2026-01-05-outage').map(({ id }) => id),
    ['2026-01-06-acme'],
  )
})

test('what is linked is frozen through and through', () => {
  const [incident] = world.all('incidents')
  assert.ok(incident)
  assert.throws(() => Object.assign(world, { today: '' }), TypeError)
  assert.throws(() => Object.assign(incident.data, { title: '' }), TypeError)
  assert.throws(() => Object.assign(incident.data.timeline[0] ?? {}, { at: '' }), TypeError)
})

test('answers do not depend on the order of files', () => {
  const records = {
    'topics/a-topic': {},
    'topics/b-topic': { related: ['a-topic'] },
    'topics/c-topic': { related: ['a-topic'] },
  }
  const backwards = smallKnowledge(Object.fromEntries(Object.entries(records).reverse()))
  assert.deepEqual(
    backwards.backlinks('a-topic').map(({ from }) => from.id),
    ['b-topic', 'c-topic'],
  )
  assert.deepEqual(
    backwards.all('topics').map(({ id }) => id),
    ['a-topic', 'b-topic', 'c-topic'],
  )
})

const edge = fc.record({ from: fc.constantFrom(...'abcdef'), to: fc.constantFrom(...'abcdef'), by: fc.constant(null) })

test('every circle found is one, begins with its smallest id, and is gone with any one of its steps', () => {
  fc.assert(
    fc.property(fc.array(edge, { maxLength: 14 }), (edges) => {
      let left = edges
      for (let circles = cycles(left); circles.length > 0; circles = cycles(left)) {
        for (const circle of circles) {
          circle.forEach(({ to }, index) => assert.equal(to, circle[(index + 1) % circle.length]?.from))
          assert.equal(circle[0]?.from, circle.map(({ from }) => from).sort()[0])
        }
        const [first] = circles[0] ?? []
        const fewer = left.filter((step) => step !== first)
        assert.ok(fewer.length < left.length)
        left = fewer
      }
      // Without circles there is an order in which every step leads onward.
      const order: string[] = []
      const place = (id: string): void => {
        if (order.includes(id)) return
        for (const { from, to } of left) if (from === id) place(to)
        order.push(id)
      }
      for (const { from } of left) place(from)
      for (const { from, to } of left) assert.ok(order.indexOf(to) < order.indexOf(from))
    }),
    { numRuns: 500 },
  )
})
