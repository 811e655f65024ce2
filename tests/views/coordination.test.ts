import assert from 'node:assert/strict'
import test from 'node:test'
import { positionHistories, positionHistoryView } from '#views/position-history.ts'
import { firstWord } from '#views/first-word.ts'
import { mentionsOf } from '#views/mentions.ts'
import { replyView } from '#views/reply.ts'
import { asserterFilter } from '#views/asserter-filter.ts'
import { summitView } from '#views/summit.ts'
import { threadView, warningsOf } from '#views/thread.ts'
import { sayersOf } from '#knowledge/asserters.ts'
import { linked } from '../knowledge/linked.ts'
import { on, people } from './people.ts'

test('the history of a position has every gap, what happened in it, and only the author’s judgement of change', () => {
  const knowledge = linked({
    ...people,
    statements: {
      a: { org: 'acme', said: '2024-01-01', positions: [on('kernel', 'supports')] },
      b: {
        org: 'acme',
        said: '2024-02-13',
        positions: [on('kernel', 'opposes', { change: { from: 'a', how: 'reversed', note: 'It said the opposite' } })],
      },
      c: { org: 'acme', said: '2024-03-01', positions: [on('kernel', 'supports')] },
    },
    summits: {
      meeting: { date: '2024-01-15', host: 'zeta', topics: ['kernel'] },
      elsewhere: { date: '2024-01-16', host: 'zeta' },
    },
  })
  assert.deepEqual(positionHistories(knowledge), [{ org: 'acme', topic: 'kernel' }])
  const { steps } = positionHistoryView(knowledge, 'acme', 'kernel', () => '<p>One &amp; two</p>')
  assert.deepEqual(
    steps.map(({ gap }) => gap?.happened.map(({ route }) => route)),
    [undefined, ['/summits/meeting/'], []],
  )
  assert.equal(steps[1]?.gap?.length, '43 days')
  assert.deepEqual(
    steps.map(({ changes }) => changes.map(({ how }) => how)),
    [[], ['Reversed'], []],
    'a change that nobody judged is not shown',
  )
  assert.deepEqual(steps[0]?.paragraphs, ['One & two'])
})

test('a retraction and a dispute are seen from both ends', () => {
  const knowledge = linked({
    ...people,
    statements: {
      claim: { org: 'acme', said: '2024-01-01' },
      denial: { org: 'zeta', said: '2024-01-02', respondsTo: [{ statement: 'claim', how: 'disputes' }] },
      retreat: { org: 'acme', said: '2024-01-03', respondsTo: [{ statement: 'claim', how: 'retracts' }] },
    },
  })
  const ties = (id: string) =>
    threadView(knowledge, knowledge.all('statements').find((one) => one.id === id) ?? assert.fail(id)).map(
      ({ ties: own }) => own.map(({ label }) => label),
    )
  assert.deepEqual(ties('denial'), [['Disputed by', 'Taken back by'], ['Disputes'], ['Retracts']])
  const claim = knowledge.get('statements', 'claim') ?? assert.fail()
  assert.deepEqual(
    warningsOf(knowledge, claim).map(({ label, other }) => [label, other.route]),
    [
      ['Disputed by', '/statements/denial/'],
      ['Taken back by', '/statements/retreat/'],
    ],
  )
  assert.deepEqual(warningsOf(knowledge, knowledge.get('statements', 'retreat') ?? assert.fail()), [])
})

test('words are told apart by whose they are', () => {
  const knowledge = linked({
    ...people,
    sources: {
      note: { publisher: 'Acme' },
      story: { publisher: 'Gazette', kind: 'news' },
      order: { publisher: 'Agency' },
    },
  })
  const says = (claim: Parameters<typeof sayersOf>[1], host?: string) => sayersOf(knowledge, claim, host)
  assert.deepEqual(says({ assertedBy: ['acme'], sources: [] }), ['vendor'])
  assert.deepEqual(says({ assertedBy: ['acme', 'editor'], sources: [] }, 'acme'), ['host', 'editor'])
  assert.deepEqual(
    says({ sources: ['note', 'story', 'order'] }),
    ['vendor', 'press', 'regulator'],
    'who asserts nothing by name is whoever published it',
  )
  assert.equal(
    asserterFilter([['host'], ['host', 'editor']]).words,
    'Where the 2 claims on this page come from: the host 2, the editors 1.',
  )
})

const meeting = {
  date: '2024-09-10',
  host: 'acme',
  participants: [
    { org: 'zeta', capacity: 'observer', attendance: 'attended', basis: 'press', sources: ['note'] },
    { org: 'acme', capacity: 'host', attendance: 'attended', basis: 'selfStated', sources: ['note'] },
  ],
  points: [
    {
      id: 'p-agreed',
      kind: 'consensus',
      force: 'hostReported',
      text: 'All agreed',
      assertedBy: 'acme',
      onRecord: [{ org: 'zeta', stance: 'opposes' }],
      commitments: ['promise'],
      sources: ['note'],
    },
    {
      id: 'p-open',
      kind: 'openQuestion',
      force: 'discussed',
      text: 'Whether',
      assertedBy: 'zeta',
      topics: ['kernel'],
      sources: ['note'],
    },
    {
      id: 'p-reply',
      kind: 'answer',
      answers: 'p-agreed',
      force: 'discussed',
      text: 'Because',
      assertedBy: 'acme',
      sources: ['note'],
    },
  ],
}

test('a meeting shows capacities in order, objections with answers, and what was said later on open questions', () => {
  const knowledge = linked({
    ...people,
    summits: { meeting },
    statements: {
      before: { org: 'acme', said: '2024-09-01', positions: [on('kernel', 'supports')] },
      after: { org: 'acme', said: '2024-10-01', positions: [on('kernel', 'supports')] },
    },
    inquiries: {
      again: { org: 'acme', askedBy: 'zeta', about: { summit: 'meeting' }, outcome: 'noReply', at: '2024-11-01' },
    },
    commitments: {
      promise: {
        org: 'acme',
        made: '2024-09-10',
        log: [{ id: 'l-done', at: '2024-12-01', assertedBy: 'acme', claimed: 'done', note: 'Done', sources: ['note'] }],
      },
    },
  })
  const view = summitView(knowledge, knowledge.get('summits', 'meeting') ?? assert.fail())
  assert.deepEqual(
    view.capacities.map(({ capacity }) => capacity),
    ['host', 'observer'],
  )
  assert.deepEqual(
    view.objections.map(({ id, answeredBy }) => [id, answeredBy.map(({ route }) => route)]),
    [['p-agreed', ['#p-reply']]],
  )
  assert.deepEqual(
    view.points.map(({ says, hostOnly }) => [says, hostOnly]),
    [
      [['host'], true],
      [['press'], false],
      [['host'], true],
    ],
  )
  assert.deepEqual(
    view.points[1]?.saidLater.map(({ id }) => id),
    ['after'],
  )
  assert.deepEqual(
    view.points[0]?.commitments.map(({ outcome }) => outcome.headlineLabel),
    ['Kept, by own account'],
  )
})

test('both ends of every link can be followed', () => {
  const knowledge = linked({
    ...people,
    summits: { meeting },
    statements: { word: { org: 'acme', said: '2024-09-12', about: { summits: ['meeting'] } } },
  })
  assert.deepEqual(
    mentionsOf(knowledge, knowledge.get('summits', 'meeting') ?? assert.fail()).map(({ route, note }) => [route, note]),
    [['/statements/word/', 'statement']],
  )
})

test('the first public word is the earliest on record after the incident began', () => {
  const knowledge = linked({
    ...people,
    incidents: {
      outage: {
        organizations: [{ org: 'acme', role: 'origin' }],
        milestones: [{ id: 'm-began', name: 'began', at: '2024-07-19T04:09Z', sources: ['note'] }],
        timeline: [
          {
            id: 'e-word',
            at: '2024-07-19T05:30Z',
            kind: 'communication',
            actor: 'acme',
            title: 'Acme spoke',
            sources: ['note'],
          },
        ],
      },
    },
    statements: {
      later: { org: 'acme', said: '2024-07-19T09:45Z', about: { incidents: ['outage'] } },
      earlier: { org: 'zeta', said: '2024-07-01', about: { incidents: ['outage'] } },
    },
  })
  const outage = knowledge.get('incidents', 'outage') ?? assert.fail()
  assert.deepEqual(firstWord(knowledge, outage, 'acme'), {
    at: '2024-07-19T05:30Z',
    where: { text: 'Acme spoke', route: '/incidents/outage/#e-word' },
    length: '81 min',
  })
  assert.equal(firstWord(knowledge, outage, 'zeta'), undefined, 'what was said before it began was not about it')
})

test('an organization that sent nothing has its place and a text to start from, with the site’s contact', () => {
  const view = (contact?: string) => {
    const knowledge = linked(people, '2026-01-01', contact === undefined ? {} : { contact })
    return replyView(knowledge, knowledge.get('organizations', 'acme') ?? assert.fail())
  }
  assert.equal(view().send, undefined)
  assert.match(view().template, /https:\/\/kb\.example\/organizations\/acme\/#reply/)
  assert.match(view('desk@kb.example').send ?? '', /^mailto:desk@kb\.example\?subject=Reply%20of%20Acme&body=/)
  assert.equal(view('https://kb.example/form').send, 'https://kb.example/form')
})

test('replies stand in full, newest first', () => {
  const replies = [
    { at: '2024-01-01', text: 'First.\n\nSecond.' },
    { at: '2024-02-01', text: 'Later', about: 'acme' },
  ]
  const knowledge = linked({ ...people, organizations: { acme: { name: 'Acme', replies } } })
  const view = replyView(knowledge, knowledge.get('organizations', 'acme') ?? assert.fail())
  assert.deepEqual(
    view.replies.map(({ paragraphs, about }) => [paragraphs, about?.text]),
    [
      [['Later'], 'Acme'],
      [['First.', 'Second.'], undefined],
    ],
  )
})
