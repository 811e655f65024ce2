import assert from 'node:assert/strict'
import test from 'node:test'
import { precedents } from '#exports/precedents.ts'
import { refs } from '#exports/refs.ts'
import { link } from '#knowledge/knowledge.ts'
import { findReferences } from '#review/find-references.ts'
import { judge, judgeMalformed, RefsIndex } from '#review/judge.ts'
import { blamelessWording } from '#rules/blameless-wording.ts'
import { finderOf, passages } from '#search/passages.ts'
import { parseQuery } from '#search/query.ts'
import { tokensIn } from '#search/tokens.ts'
import { PrecedentFinder } from '#review/rank.ts'
import { isUnreadable, readChange } from '#review/read-change.ts'
import { readAddress } from '#text/address.ts'
import { paragraphsOf } from '#text/html-text.ts'
import { growth } from '../work.ts'
import { linked } from '../knowledge/linked.ts'
import { knowledgeOf } from '../small.ts'
import { corpus } from './corpus.ts'

const index = new RefsIndex(refs(knowledgeOf()))
const finder = new PrecedentFinder(precedents(knowledgeOf()))

const suggest = (text: string) => {
  const change = readChange(text)
  if (!isUnreadable(change)) finder.suggest(change)
}
const check = (text: string) => {
  const { found, malformed } = findReferences(text, 'https://kb.example', (id) => index.find(id) !== undefined)
  for (const one of found) judge(index, one)
  for (const one of malformed) judgeMalformed(one)
}
const topic = linked({ topics: { a: {} } })
const blame = (body: string) => {
  const entries = topic.all('topics').map((entry) => ({ ...entry, body }))
  assert.deepEqual([...blamelessWording.check(link(entries, topic), new Set())], [])
}

const FRAMES = '  at a (b.js:1)\n  at c (d.js:2)\n'
const times =
  (piece: string, before = '', after = '') =>
  (size: number) =>
    before + piece.repeat(Math.ceil(size / piece.length)) + after

/** What reads a text from outside, and texts made to trip it, by their length. */
const READERS: Readonly<
  Record<string, { readonly read: (text: string) => unknown; readonly texts: readonly ((size: number) => string)[] }>
> = {
  'the finder of precedents': {
    read: suggest,
    texts: [
      times('a', FRAMES),
      times('./-', FRAMES),
      times('a.b', FRAMES, ':1'),
      times(' b/', 'diff --git a/', '\u2028'),
      times(' b/', 'diff --git a/x b/', '\r'),
      times('diff --git a/x b/x\n'),
      times('a/', '--- a/', '\n+++ b/x'),
      times(' ', '    at'),
      times('a/', '', '!'),
      times('a-', '', '.a'),
      times('aA'),
      times('migrat'),
      times('rollout hospital '),
    ],
  },
  'the search for references': {
    read: check,
    texts: [
      times('\n'),
      times('#\n'),
      times(' > * ', '', 'Incident-Re'),
      times('Incident-Ref: x\n'),
      times('Incident-Ref: 2026-01-05-router-outag\n'),
      times('Incident-Ref: ', '', '\u2028'),
      times('`a#b-c`'),
      times('`a'),
      times('a', '`', '#'),
      times('a-', 'Incident-Ref: a'),
      times('https://kb.example/incidents/a?r=1#e-a '),
      times('a-', 'https://kb.example/incidents/', 'A'),
      times('1', 'https://kb.example/incidents/a?r=', 'a'),
    ],
  },
  'the reader of rendered bodies': {
    read: paragraphsOf,
    texts: [times('<p '), times('<'), times('<a'), times('<p <'), times('</li', '', '>'), times('&a'), times('&#1')],
  },
  'the reader of links': {
    read: readAddress,
    texts: [times('.', 'mailto:a@b', '@'), times('a@', 'mailto:'), times('a-', '', '!'), times('#a-', 'a')],
  },
  'the rule for blameless wording': {
    read: blame,
    texts: [times('“'), times('‘'), times('‘’a'), times('`'), times('“"”'), times(' ', '>', '\n'), times('“”‘')],
  },
  'the search box': { read: parseQuery, texts: [times('a'), times('a:"'), times('-'), times('"'), times('a:')] },
  'the passages of a hit': {
    read: (text) => passages([{ text: [text] }], finderOf(['a', 'b'])),
    texts: [times('a '), times('A. '), times('a-b. ')],
  },
  'the cutter of words': {
    read: tokensIn,
    texts: [times('a-'), times('1.'), times('文'), times('aB'), times("a'"), times('/a'), times('('), times('a,1')],
  },
}

// Twice the text is twice the work; a walk through the text for each of its places would make it four times.
const MOST = 2.4

for (const [who, { read, texts }] of Object.entries(READERS))
  test(`${who} needs twice the work for a text twice as long, whatever the text`, () => {
    for (const text of texts) {
      const times = growth((size) => void read(text(size)), 20_000)
      assert.ok(times < MOST, `${JSON.stringify(text(6).slice(0, 60))}: ${times.toFixed(2)} times the work`)
    }
  })

const again = (size: number, text: string) => text.repeat(Math.ceil(size / text.length))

for (const [name, read] of [
  ['queries', parseQuery],
  ['changes', readChange],
  ['addresses', readAddress],
] as const)
  test(`hostile ${name}, written again and again, need work that grows as they do`, () => {
    const texts = corpus(name).filter((text) => text !== '')
    // One text whose work grew with its square would outweigh all others.
    const times = growth((size) => texts.forEach((text) => void read(again(size, text))), 4000)
    assert.ok(times < MOST, `${times.toFixed(2)} times the work`)
  })
