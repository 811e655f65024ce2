import assert from 'node:assert/strict'
import test from 'node:test'
import { headlineWords } from '#views/commitment-state.ts'
import { commitmentLine, commitmentView } from '#views/commitment.ts'
import { inquiryView } from '#views/inquiry.ts'
import { organizationView } from '#views/organization.ts'
import { searchFacets } from '#views/search-facets.ts'
import { trackerView } from '#views/tracker.ts'
import { commitmentsCsv } from '#exports/commitments-csv.ts'
import { linked } from '../knowledge/linked.ts'
import { people } from './people.ts'

test('“too early” is said only while a due date lies ahead', () => {
  const log = [
    {
      id: 'l-looked',
      at: '2024-01-01',
      assertedBy: 'editor',
      evidence: 'noneFound',
      note: 'Looked',
      sources: ['note'],
    },
  ]
  const signs = log.map((item) => ({ ...item, evidence: 'indirect' }))
  const knowledge = linked({
    ...people,
    commitments: {
      old: { org: 'acme', made: '2017-01-01', log },
      ahead: { org: 'acme', made: '2017-01-01', due: '2030', log },
      past: { org: 'acme', made: '2017-01-01', due: '2020', log: signs },
    },
  })
  const label = (id: string) =>
    commitmentLine(knowledge, knowledge.get('commitments', id) ?? assert.fail()).headlineLabel
  assert.deepEqual(['old', 'ahead', 'past'].map(label), ['Open', 'Open', 'Open'])
  assert.equal(headlineWords({ headline: 'open', schedule: 'noDate' }).label, 'Open')
})

test('every axis of a commitment can be read as of any day', () => {
  const knowledge = linked({
    ...people,
    commitments: {
      staged: {
        org: 'acme',
        made: '2024-07-24',
        due: '2024-10-31',
        log: [{ id: 'l-done', at: '2024-09-24', assertedBy: 'acme', claimed: 'done', note: 'Done', sources: ['note'] }],
      },
      late: { org: 'acme', made: '2024-07-24', due: '2024-10-31' },
    },
  })
  const { lines, first } = trackerView(knowledge, knowledge.all('commitments'))
  assert.equal(first, '2024-07-24')
  const history = lines.find(({ id }) => id === 'staged')?.history ?? assert.fail()
  const value = (axis: 'headline' | 'claimed' | 'schedule', day: string) =>
    history[axis].findLast(({ from }) => from <= day)?.value
  assert.equal(value('headline', '2024-07-23'), undefined)
  assert.deepEqual([value('headline', '2024-07-24'), value('claimed', '2024-07-24')], ['notChecked', 'claimed-nothing'])
  assert.deepEqual(
    [value('headline', '2024-09-24'), value('claimed', '2024-09-24')],
    ['keptByOwnAccount', 'claimed-done'],
  )
  const late = lines.find(({ id }) => id === 'late')?.history.schedule.map(({ from, value: own }) => [from, own])
  assert.deepEqual(late, [
    ['2024-07-24', 'onTime'],
    ['2024-10-01', 'dueSoon'],
    ['2024-11-01', 'datePassed'],
  ])
})

test('a promise says who had asked for it, and whoever asked and the inquiry lead to it', () => {
  const knowledge = linked({
    ...people,
    inquiries: {
      request: { org: 'acme', askedBy: 'zeta', about: { topic: 'kernel' }, outcome: 'noReply', at: '2024-01-01' },
    },
    commitments: {
      staged: {
        org: 'acme',
        made: '2024-07-24',
        inquiry: 'request',
        askedBy: ['zeta', { name: 'A review of the state', kind: 'group' }],
      },
    },
  })
  const of = <K extends 'commitments' | 'inquiries' | 'organizations'>(kind: K, id: string) =>
    knowledge.get(kind, id) ?? assert.fail()
  const staged = of('commitments', 'staged')
  const { askedBy, inquiry } = commitmentView(knowledge, staged)
  assert.deepEqual(askedBy, [{ text: 'Zeta', route: '/organizations/zeta/' }, { text: 'A review of the state' }])
  assert.equal(inquiry?.route, '/inquiries/request/')
  assert.deepEqual(
    inquiryView(knowledge, of('inquiries', 'request')).promises.map(({ route }) => route),
    ['/commitments/staged/'],
  )
  const zeta = organizationView(knowledge, of('organizations', 'zeta'))
  assert.deepEqual([zeta.requested.map(({ id }) => id), zeta.commitments.length], [['staged'], 0])
  assert.deepEqual(searchFacets(staged).org, ['acme', 'zeta'])
  assert.match(commitmentsCsv(knowledge), /,askedBy,url\r?\n.*,Zeta; A review of the state,/)
})
