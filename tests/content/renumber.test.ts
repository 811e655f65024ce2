import assert from 'node:assert/strict'
import { join } from 'node:path'
import test from 'node:test'
import { readContent } from '#content/read.ts'
import { contentFolder } from '../content-folder.ts'

const topic = `question: What of it?
description: Said at [its second](#x-none@r3) and [third](open@r4) reading.
history:
  - { revision: 1, date: "2026-01-01", type: addition, summary: First. }
  - { revision: 2, date: "2026-01-02", type: addition, summary: Second., tlp: AMBER }
  - { revision: 3, date: "2026-01-03", type: addition, summary: Third. }
  - { revision: 4, date: "2026-01-04", type: addition, summary: Fourth., tlp: AMBER }
revision: 4
`
const cites = (ref: string) => `title: A review
at: "2026-02-01"
url: https://review.example/1
kind: designReview
cites: ["${ref}"]
history: [{ revision: 1, date: "2026-02-01", type: addition, summary: First. }]
`

test('revisions count without gaps after one was taken out, and pins follow', (t) => {
  const folder = join(
    contentFolder(t, {
      'topics/open.yaml': topic,
      'citations/two.yaml': cites('open@r2'),
      'citations/three.yaml': cites('open@r3'),
      'citations/four.yaml': cites('open@r4'),
    }),
    'content',
  )
  const { entries } = readContent(folder, { level: 'CLEAR', now: 0, drafts: false })
  const data = entries.find(({ id }) => id === 'open')?.data
  assert.deepEqual(
    [data?.revision, data?.history.map(({ revision, summary }) => [revision, summary])],
    [
      2,
      [
        [1, 'First.'],
        [2, 'Third.'],
      ],
    ],
  )
  const pins = ['two', 'three', 'four']
    .map((id) => entries.find((entry) => entry.id === id))
    .map((entry) => (entry?.kind === 'citations' ? JSON.stringify(entry.data.cites) : ''))
  assert.deepEqual(
    pins,
    ['open@r1', 'open@r2', 'open@r2'].map((ref) => JSON.stringify([ref])),
  )
  const { entries: all } = readContent(folder, { level: 'AMBER', now: 0, drafts: false })
  assert.equal(all.find(({ id }) => id === 'open')?.data.revision, 4)
})
