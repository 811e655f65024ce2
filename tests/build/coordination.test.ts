import assert from 'node:assert/strict'
import { join } from 'node:path'
import test, { before } from 'node:test'
import { gzipSync } from 'node:zlib'
import { load } from 'cheerio'
import { freshFolder } from '../fresh-folder.ts'
import { buildSite, builtTexts, writeFiles } from './site.ts'

const ORGANIZATIONS = 60
const TOPICS = 40
const BUDGET = 60_000
const STANCES = ['supports', 'supportsWithConditions', 'neutral', 'opposes', 'mixed', 'noPosition'] as const
const WORDS = (
  'the platform keeps an open documented interface that vendors ' +
  'test in stages before every release to all customers'
).split(' ')

const HISTORY = 'history: [{ revision: 1, date: "2026-01-01", type: addition, summary: First recorded. }]'
const two = (n: number) => String(n).padStart(2, '0')

/** Different words for each position, so that nothing is saved by repetition that would not be in life. */
const conditions = (seed: number) =>
  Array.from({ length: 9 }, (_, index) => WORDS[(seed * 7 + index * (1 + (seed % 5))) % WORDS.length]).join(' ')

function position(org: number, topic: number, turn: number): string {
  const stance = STANCES[(org * 3 + topic * 5 + turn) % STANCES.length] ?? 'neutral'
  const reason = stance === 'supportsWithConditions' ? `, conditions: "${conditions(org * TOPICS + topic)}"` : ''
  return `  - { topic: topic-${two(topic)}, stance: ${stance}, basis: paraphrased${reason} }`
}

/** One statement per ten topics for each organization, and a later one on four of them. */
function statement(org: number, turn: number): [string, string] {
  const day = `20${two(10 + (turn % 5) * 3)}-${two(1 + (org % 12))}-${two(1 + ((org * 7 + turn) % 28))}`
  const topics = turn < 4 ? Array.from({ length: 10 }, (_, index) => turn * 10 + index) : [0, 11, 22, 33]
  const positions = topics.map((topic) => position(org, topic, turn)).join('\n')
  return [
    `statements/${day}-org-${two(org)}-word-${turn}.mdx`,
    `---\ntitle: Vendor ${org} spoke\nsummary: It spoke.\norg: org-${two(org)}\nsaid: ` +
      `"${day}"\nvenue: Its blog\nchannel: blog\nofficialness: ` +
      `official\npositions:\n${positions}\nsources: ` +
      `[note]\n${HISTORY}\n---\nIt opposes, where it does, because of cost.\n`,
  ]
}

const numbers = (n: number) => Array.from({ length: n }, (_, index) => index)
const files = {
  'site.yaml': 'title: Test\ndescription: A test.\ncontact: desk@kb.example\n',
  'sources/note.yaml': `title: Note\ntype: webpage\npublisher: Somebody\nkind: primary\n${HISTORY}\n`,
  ...Object.fromEntries(
    numbers(ORGANIZATIONS).map((org) => [
      `organizations/org-${two(org)}.yaml`,
      `name: Vendor ${conditions(org).split(' ')[0]} ${org}\nkind: vendor\n${HISTORY}\n`,
    ]),
  ),
  ...Object.fromEntries(
    numbers(TOPICS).map((topic) => [
      `topics/topic-${two(topic)}.yaml`,
      `question: Should it ${conditions(topic)}?\nlabel: Topic ` +
        `${WORDS[topic % WORDS.length]} ${topic}\ndescription: A question.\n${HISTORY}\n`,
    ]),
  ),
  ...Object.fromEntries(numbers(ORGANIZATIONS).flatMap((org) => numbers(5).map((turn) => statement(org, turn)))),
  'summits/2026-01-05-meeting.mdx': `---
title: A meeting
summary: They met.
kind: meeting
date: "2026-01-05"
host: org-00
attribution: onRecord
participants:
  - { org: org-00, capacity: host, attendance: attended, basis: transcript, sources: [note] }
points:
  - { id: p-rings, kind: decision, force: decided, text: Updates go out in rings., assertedBy: org-00, sources: [note] }
  - { id: p-report, kind: nextStep, force: discussed, text: The second vendor reports back., assertedBy: org-01, sources: [note] }
  - { id: p-kernel, kind: openQuestion, force: discussed, text: Whether kernel access stays open., assertedBy: org-00, sources: [note] }
${HISTORY}
---

They met.
`,
}

let texts = new Map<string, string>()
before(() => {
  const folder = freshFolder()
  writeFiles(join(folder, 'content'), files)
  const { status, said } = buildSite(join(folder, 'content'), join(folder, 'out'), ['--now', '2026-06-01'])
  assert.equal(status, 0, said)
  texts = builtTexts(join(folder, 'out'))
})

const page = (path: string) => texts.get(`${path}index.html`) ?? assert.fail(`no page ${path}`)

test(`a full matrix of ${ORGANIZATIONS} organizations by ${TOPICS} topics is under ${BUDGET} bytes compressed`, () => {
  const html = page('topics/')
  const table = load(html)('#positions')
  assert.equal(table.find('tbody tr').length, ORGANIZATIONS)
  assert.equal(table.find('thead th').length, TOPICS + 1)
  assert.equal(table.find('tbody td:has(a)').length, ORGANIZATIONS * TOPICS)
  const bytes = gzipSync(html, { level: 9 }).length
  assert.ok(bytes < BUDGET, `${bytes} bytes`)
})

test('the points of a meeting stand under their kind, with whose word they are', () => {
  const $ = load(page('summits/2026-01-05-meeting/'))
  const point = (id: string) => $(`li#${id}`)
  assert.match($('section:has(> #points-decision)').text(), /Updates go out in rings\./)
  assert.equal(point('p-rings').attr('data-says'), 'host')
  assert.match(point('p-report').text(), /The second vendor reports back\./)
  assert.equal(point('p-report').attr('data-says'), 'vendor')
  assert.match($('section:has(> #points-openQuestion)').text(), /Whether kernel access stays open\./)
})

test('the contact of the site is where an organization sends its answer', () => {
  const $ = load(page('organizations/org-00/'))
  assert.match(
    $('section:has(> #reply) a[href^="mailto:"]').attr('href') ?? '',
    /^mailto:desk@kb\.example\?subject=Reply%20of%20Vendor/,
  )
})
