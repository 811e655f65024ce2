import assert from 'node:assert/strict'
import test from 'node:test'
import { makingView } from '#views/making.ts'
import { recordView } from '#views/record.ts'
import { sourceView } from '#views/source.ts'
import { topicView } from '#views/topic.ts'
import { linked } from '../knowledge/linked.ts'
import { people } from './people.ts'

const history = [
  { revision: 1, date: '2024-01-01', type: 'addition', summary: 'First recorded.' },
  { revision: 2, date: '2024-02-01', type: 'correction', summary: 'The name was wrong.' },
]
const knowledge = linked(
  {
    ...people,
    sources: {
      note: { read: 'whole', archive: 'https://archive.example/note' },
      story: { read: 'copy', via: 'A mirror.', note: 'It cites Acme.' },
      bare: {},
    },
    incidents: { outage: { checked: { how: 'inPart', date: '2024-03-01' } } },
    statements: { word: { org: 'acme', said: '2024-01-01', revision: 2, history } },
  },
  '2026-01-01',
  { method: 'We read and write.' },
)

test('says how the records were made, how many were checked how, and what of the sources was read', () => {
  const view = makingView(knowledge)
  assert.equal(view.method, 'We read and write.')
  assert.deepEqual(
    view.checked.map(({ label }) => label),
    ['In part: 1', 'Not compared again: 1'],
  )
  assert.deepEqual(
    view.read.map(({ label }) => label),
    ['Read whole: 1', 'Read in a copy: 1', 'Not said: 1'],
  )
  assert.deepEqual([view.archived, view.records, view.corrections], [1, '2 records', '1 correction'])
})

test('a record says how and when it was checked, and one that nobody checked says nothing', () => {
  const [outage, word] = [knowledge.get('incidents', 'outage'), knowledge.get('statements', 'word')]
  assert(outage && word)
  assert.equal(
    recordView(knowledge, outage).checked,
    'Checked in part on 1 March 2024. Some of its claims were compared with the sources named.',
  )
  assert.equal(recordView(knowledge, word).checked, undefined)
})

test('a source says what of it was read, where, and what else a reader should know', () => {
  const entry = knowledge.get('sources', 'story')
  assert(entry)
  const { read, via, note } = sourceView(knowledge, entry)
  assert.deepEqual([read, via, note], ['Read in a copy', 'A mirror.', 'It cites Acme.'])
})

test('a topic says what the editors looked for, apart from inquiries', () => {
  const searched = linked({
    organizations: people.organizations,
    topics: {
      kernel: {
        ...people.topics.kernel,
        searches: [{ org: 'acme', outcome: 'noneFound', at: '2024-03-01', note: 'In its blog.' }],
      },
    },
  })
  const entry = searched.get('topics', 'kernel')
  assert(entry)
  const { searches, inquiries } = topicView(searched, entry)
  assert.deepEqual(
    searches.map(({ org, label, note }) => [org.text, label, note]),
    [['Acme', 'None found', 'In its blog.']],
  )
  assert.deepEqual(inquiries, [])
})
