import assert from 'node:assert/strict'
import test from 'node:test'
import { ledger } from '#views/site-timeline.ts'
import { siteTimelinePages, ledgerSlots, openingPage, PAGE_SIZE } from '#views/site-timeline-pages.ts'
import { linked } from '../knowledge/linked.ts'

const milestone = (name: string, at: string) => ({ id: `m-${name}`, name, at, sources: ['note'] })
const knowledge = linked(
  {
    incidents: {
      '2024-07-19-stop': {
        milestones: [milestone('began', '2024-07-19T04:09Z'), milestone('recovered', '2024-07-28T23:00Z')],
        topics: ['stages'],
        organizations: [{ org: 'acme', role: 'origin' }],
      },
      '2020-stop': { milestones: [milestone('began', '2020')] },
    },
    statements: { '2024-07-20-acme-word': { org: 'acme', said: '../2024-07-20', positions: [] } },
    summits: { '2024-09-10-meeting': { host: 'acme', date: '2024-09-10' } },
    commitments: {
      'acme-promise': {
        org: 'acme',
        made: '2024-08-01',
        due: '2025-01-31',
        log: [
          { id: 'l-done', at: '2025-02-03', assertedBy: 'acme', claimed: 'done', note: 'Done.', sources: ['note'] },
        ],
      },
    },
    organizations: { acme: {} },
    topics: { stages: {} },
    sources: { note: {} },
  },
  '2024-12-01',
)

test('incidents, statements, meetings and promises made, due and delivered stand on one clock', () => {
  assert.deepEqual(
    ledger(knowledge).map(({ kind, at }) => [kind, at]),
    [
      ['incident', '2020'],
      ['incident', '2024-07-19T04:09Z'],
      ['statement', '../2024-07-20'],
      ['made', '2024-08-01'],
      ['summit', '2024-09-10'],
      ['due', '2025-01-31'],
      ['delivered', '2025-02-03'],
    ],
  )
})

test('years are pages, oldest first, and the one of today opens', () => {
  const pages = siteTimelinePages(knowledge)
  assert.deepEqual(
    pages.map(({ route, older, newer }) => [route, older?.text, newer?.text]),
    [
      ['/timeline/2020/', undefined, '2024'],
      ['/timeline/2024/', '2020', '2025'],
      ['/timeline/2025/', '2024', undefined],
    ],
  )
  assert.equal(openingPage(knowledge, pages)?.title, '2024')
  assert.deepEqual(
    pages[1]?.months.map(({ heading, ongoing }) => [heading, ongoing.length]),
    [
      ['July 2024', 0],
      ['August 2024', 0],
      ['September 2024', 0],
    ],
  )
})

test('a year with more entries than a page holds is parted without losing one', () => {
  const entries = Array.from({ length: PAGE_SIZE * 2 + 1 }, (_, index) => ({
    kind: 'statement' as const,
    id: `s-${index}`,
    text: 'A',
    route: '/',
    at: '2024-01-01',
    orgs: [],
    topics: [],
  }))
  const slots = ledgerSlots(entries)
  assert.deepEqual(
    slots.map(({ part, parts, entries: own }) => [part, parts, own.length]),
    [
      [1, 3, PAGE_SIZE],
      [2, 3, PAGE_SIZE],
      [3, 3, 1],
    ],
  )
})

test('an incident shows its shape in its year, and a year with three known lengths says how long they took', () => {
  const pages = siteTimelinePages(knowledge)
  const line = pages
    .flatMap(({ months }) => months.flatMap(({ lines }) => lines))
    .find(({ id }) => id === '2024-07-19-stop')
  assert.equal(line?.phases?.phases.length, 1)
  assert.deepEqual(
    pages.map(({ lengths }) => lengths.length),
    [0, 0, 0],
  )
  const three = linked({
    incidents: Object.fromEntries(
      ['a', 'b', 'c'].map((id) => [
        `2024-01-01-${id}`,
        { milestones: [milestone('began', '2024-01-01T00:00Z'), milestone('recovered', '2024-01-01T01:00Z')] },
      ]),
    ),
    sources: { note: {} },
  })
  assert.deepEqual(
    siteTimelinePages(three)[0]?.lengths.map(({ count }) => count),
    [3],
  )
})

test('what ended at a time not known is going on no longer than is known', () => {
  const ended = (at: string) =>
    linked({
      incidents: {
        '2024-01-10-a': { milestones: [milestone('began', '2024-01-10'), milestone('closed', at)] },
        '2024-02-10-b': { milestones: [milestone('began', '2024-02-10')] },
        '2024-04-10-c': { milestones: [milestone('began', '2024-04-10')] },
      },
      sources: { note: {} },
    })
  const going = (at: string) => siteTimelinePages(ended(at))[0]?.months.map(({ ongoing }) => ongoing.length)
  assert.deepEqual(going('2024-03-01/..'), [0, 1, 0])
  assert.deepEqual(going('2024-03-01/2024-04-20'), [0, 1, 1])
})

test('a statement whose title begins with who made it does not name them twice', () => {
  const text = (title: string) =>
    ledger(
      linked({
        statements: { s: { org: 'acme', said: '2024-07-19', title, positions: [] } },
        organizations: { acme: { name: 'Acme' } },
        sources: { note: {} },
      }),
    )[0]?.text
  assert.equal(text('Acme\u2019s chief apologized'), 'Acme\u2019s chief apologized')
  assert.equal(text('Acmeans were told'), 'Acme: Acmeans were told')
  assert.equal(text('Its chief apologized'), 'Acme: Its chief apologized')
})
