import assert from 'node:assert/strict'
import test from 'node:test'
import { cutAgain } from '#extras/audit/second-cut.ts'
import { secretsOf } from '#extras/audit/secrets.ts'
import type { AnyEntry } from '#schema/entry.ts'
import { kinds } from '#schema/kinds.ts'

const NOW = Date.parse('2026-06-01T00:00Z')
const history = [{ revision: 1, date: '2026-01-01', type: 'addition', summary: 'First recorded.' }]

const topic = (id: string, question: string, tlp = 'CLEAR'): AnyEntry => ({
  kind: 'topics',
  id,
  file: `topics/${id}.yaml`,
  data: kinds.topics.schema.parse({ question, description: 'What the question is about.', tlp, history }),
})

test('secrets are what is not shown, without what is shown too', () => {
  const shown = [topic('open', 'May drivers run in the kernel of a system?')]
  const { phrases } = secretsOf({
    all: [...shown, topic('closed', 'May drivers run in the kernel at all times?')],
    shown,
    audience: 'CLEAR',
    now: NOW,
    open: [],
  })
  assert.ok(phrases.find('the kernel at all').size > 0)
  assert.ok(phrases.find('closed').size > 0)
  assert.equal(phrases.find('drivers run in the kernel').size, 0)
})

test('what a faulty cut lets through is a secret all the same', () => {
  const leaked = topic('closed', 'Does the velvet kestrel fly at night?', 'RED')
  const { phrases } = secretsOf({ all: [leaked], shown: [leaked], audience: 'CLEAR', now: NOW, open: [] })
  assert.ok(phrases.find('the velvet kestrel fly').size > 0)
})

test('drafts and embargoes are marks, too', () => {
  const written = (more: object): AnyEntry =>
    ({ ...topic('open', 'What?'), data: { ...topic('open', 'What?').data, ...more } }) as AnyEntry
  const shown = (more: object) => cutAgain(written(more), 'RED', NOW) !== undefined
  assert.ok(shown({ embargoUntil: '2026-06-01T00:00Z' }))
  assert.ok(shown({ embargoUntil: '2026-06-01T02:00+02:00' }))
  for (const embargoUntil of ['2026-06-01T00:01Z', '2026-06-01T01:00-01:00', '../2020-01-01T00:00Z', 'never'])
    assert.ok(!shown({ embargoUntil }), embargoUntil)
  assert.ok(!shown({ recordStatus: 'draft' }))
})

test('labels are read from bodies by themselves', () => {
  const body =
    'a <Restricted tlp="GREEN">b <Restricted tlp="RED">c</Restricted> d</Restricted> e ' +
    '<Restricted tlp="AMBER">f</Restricted> <Restricted tlp="CLEAR">g</Restricted>'
  const entry = { ...topic('open', 'What?'), body }
  const words = (level: 'CLEAR' | 'GREEN' | 'AMBER' | 'RED') =>
    cutAgain(entry, level, NOW)?.body?.replace(/<[^>]*>|\s+/g, '')
  assert.equal(words('CLEAR'), 'aeg')
  assert.equal(words('GREEN'), 'abdeg')
  assert.equal(words('AMBER'), 'abdefg')
  assert.equal(words('RED'), 'abcdefg')
})

test('a passage whose label cannot be read is kept from everybody below the highest level', () => {
  for (const tag of [
    '<Restricted>',
    '<Restricted tlp={level}>',
    '<Restricted tlp="PINK">',
    `<Restricted tlp="GREEN" tlp='RED'>`,
  ]) {
    const entry = { ...topic('open', 'What?'), body: `a ${tag}b</Restricted> c` }
    assert.equal(cutAgain(entry, 'AMBER', NOW)?.body, 'a  c', tag)
  }
})

const dated = (id: string, date: string, tlp = 'CLEAR', title = 'A note'): AnyEntry => ({
  kind: 'sources',
  id,
  file: `sources/${id}.yaml`,
  data: kinds.sources.schema.parse({
    title,
    type: 'webpage',
    publisher: 'Acme',
    kind: 'primary',
    url: 'https://acme.example/',
    published: date,
    tlp,
    history,
  }),
})

const citation = (id: string, cites: readonly string[], tlp = 'CLEAR'): AnyEntry => ({
  kind: 'citations',
  id,
  file: `citations/${id}.yaml`,
  data: kinds.citations.schema.parse({ title: 'A review', at: '2026-01-01', kind: 'codeReview', cites, tlp, history }),
})

test('a pointer at what is gone does not make its name public', () => {
  const hidden = topic('quiet-kestrel', 'May drivers run in the kernel?', 'RED')
  const pointing = citation('some-review', ['quiet-kestrel'])
  const { phrases } = secretsOf({ all: [pointing, hidden], shown: [pointing], audience: 'CLEAR', now: NOW, open: [] })
  assert.ok(phrases.find('quiet kestrel').size > 0)
  const talking = topic('open', 'What does a quiet kestrel do?')
  const { phrases: fewer } = secretsOf({
    all: [pointing, talking, hidden],
    shown: [pointing, talking],
    audience: 'CLEAR',
    now: NOW,
    open: [],
  })
  assert.equal(fewer.find('quiet kestrel').size, 0)
})

test('a body that points at what is gone does not make its name public, whichever way it points', () => {
  const hidden = topic('quiet-kestrel', 'May drivers run in the kernel?', 'RED')
  const ways = ['See <Ref to="quiet-kestrel" /> there.', 'See [it](quiet-kestrel#p-x).']
  for (const body of ways) {
    const shown = [{ ...topic('open', 'What?'), body } as AnyEntry]
    assert.ok(
      secretsOf({ all: [...shown, hidden], shown, audience: 'CLEAR', now: NOW, open: [] }).phrases.find('quiet kestrel')
        .size > 0,
      body,
    )
  }
})

test('a pinned revision is no part of what is secret', () => {
  const shown = [topic('open-question', 'What?')]
  const { phrases } = secretsOf({
    all: [...shown, citation('hidden-review', ['open-question@r1'], 'RED')],
    shown,
    audience: 'CLEAR',
    now: NOW,
    open: [],
  })
  assert.equal(phrases.find('open question r1').size, 0)
  assert.ok(phrases.find('hidden review').size > 0)
})

test('figures below a thousand are no secret, however they are written', () => {
  const { phrases } = secretsOf({
    all: [dated('c', '2020-01-01', 'RED', '502')],
    shown: [],
    audience: 'CLEAR',
    now: NOW,
    open: [],
  })
  assert.equal(phrases.find('502').size, 0)
})

test('days that are shown are no secret as calendars write them', () => {
  const shown = [dated('a', '2020-02-28'), dated('b', '2024-07-19T23:30-02:00')]
  const { phrases } = secretsOf({
    all: [...shown, dated('c', '2020-02-28', 'RED', 'Between 20200228 and 20200229, 20240720 and 20240721')],
    shown,
    audience: 'CLEAR',
    now: NOW,
    open: [],
  })
  for (const day of ['20200228', '20200229', '20240720', '20240721']) assert.equal(phrases.find(day).size, 0, day)
  const { phrases: other } = secretsOf({
    all: [...shown, dated('c', '2020-02-28', 'RED', 'On 20200301')],
    shown,
    audience: 'CLEAR',
    now: NOW,
    open: [],
  })
  assert.ok(other.find('20200301').size > 0)
})

test('years between the first and the last that is shown are no secret', () => {
  const shown = [dated('a', '2020-01-01'), dated('b', '2024-01-01')]
  const { phrases } = secretsOf({
    all: [...shown, dated('c', '2022-05-01', 'RED'), dated('d', '1987-05-01', 'RED')],
    shown,
    audience: 'CLEAR',
    now: NOW,
    open: [],
  })
  assert.equal(phrases.find('2022').size, 0)
  assert.ok(phrases.find('1987').size > 0)
})
