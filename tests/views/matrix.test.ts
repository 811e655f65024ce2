import assert from 'node:assert/strict'
import test from 'node:test'
import { matrixView } from '#views/matrix.ts'
import { matrixOverview } from '#views/matrix-overview.ts'
import { linked } from '../knowledge/linked.ts'
import { on, people } from './people.ts'

test('the topics on which most are on record come first, and those without any have no column', () => {
  const knowledge = linked({
    ...people,
    statements: {
      a: { org: 'acme', said: '2024-01-01', positions: [on('other', 'supports')] },
      b: { org: 'zeta', said: '2024-01-01', positions: [on('other', 'opposes'), on('kernel', 'opposes')] },
    },
  })
  const { columns, rows } = matrixView(knowledge, knowledge.all('topics'))
  assert.deepEqual(
    columns.map(({ id }) => id),
    ['other', 'kernel'],
  )
  assert.deepEqual(
    rows.map(({ id, cells }) => [id, cells.map(({ states }) => states.map(({ mark }) => mark))]),
    [
      ['acme', [['supports'], []]],
      ['zeta', [['opposes'], ['opposes']]],
    ],
  )
  assert.deepEqual(matrixView(knowledge, knowledge.all('topics'), ['agency']).columns, [])
})

test('a matrix larger than a page can show keeps what has most on record, and counts the rest', () => {
  const many = Array.from({ length: 100 }, (_, index) => String(index).padStart(3, '0'))
  const organizations = Object.fromEntries(many.map((n) => [`org-${n}`, { name: `Vendor ${n}` }]))
  const topics = Object.fromEntries(many.slice(0, 50).map((n) => [`topic-${n}`, { question: `Should ${n}?` }]))
  // Organization n is on record about the first n topics of fifty.
  const statements = Object.fromEntries(
    many.map((n) => [
      `s-${n}`,
      {
        org: `org-${n}`,
        said: '2024-01-01',
        positions: many.slice(0, Math.min(50, Number(n))).map((topic) => on(`topic-${topic}`, 'supports')),
      },
    ]),
  )
  const knowledge = linked({ organizations, topics, statements })
  const whole = matrixView(knowledge, knowledge.all('topics'))
  const { matrix, left } = matrixOverview(whole)
  assert.deepEqual(
    [matrix.columns.map(({ id }) => id), matrix.rows.map(({ id }) => id)],
    [many.slice(0, 40).map((n) => `topic-${n}`), many.slice(40).map((n) => `org-${n}`)],
  )
  assert.ok(matrix.rows.every(({ cells }) => cells.length === 40))
  assert.equal(left, '39 organizations and 10 topics', 'organization 000 has nothing on record and is in neither')
  const small = {
    ...whole,
    columns: whole.columns.slice(0, 3),
    rows: whole.rows.slice(0, 5).map((row) => ({ ...row, cells: row.cells.slice(0, 3) })),
  }
  const overview = matrixOverview(small)
  assert.equal(overview.left, undefined)
  assert.deepEqual(
    overview.matrix.rows.map(({ id }) => id),
    ['org-003', 'org-004', 'org-005', 'org-002', 'org-001'],
    'those with most on record come first',
  )
})
