import assert from 'node:assert/strict'
import test from 'node:test'
import { answerText } from '#search/answer-text.ts'
import { answersTo } from '#search/answers.ts'
import type { Catalog } from '#search/catalog.ts'
import { catalogOf } from './engine-of.ts'
import { filled } from '#text/strings/phrase.ts'

const said = (org: string, ...positions: readonly string[]) => ({
  kind: ['statements'],
  org: [org],
  topic: [...new Set(positions.map((own) => own.split('/')[0] ?? ''))],
  stance: [...new Set(positions.map((own) => own.split('/')[1] ?? ''))],
  position: positions,
})
const plain = catalogOf({
  one: said('acme', 'kernel-access/supports'),
  two: said('acme', 'kernel-access/supportsWithConditions', 'ransom-payment/opposes'),
  three: said('beta', 'kernel-access/supports'),
  four: said('gamma', 'kernel-access/neutral'),
  asked: { kind: ['inquiries'], org: ['delta'], topic: ['kernel-access'], outcome: ['notAsked'] },
  topic: { kind: ['topics'], topic: ['liability'] },
  outage: { kind: ['incidents'], org: ['acme'], topic: ['kernel-access'], product: ['acme-router'] },
})
const LABELS: Readonly<Record<string, string>> = {
  'kernel-access/supports': 'Keep access',
  'kernel-access/supportsWithConditions': 'Keep access, with conditions',
  'kernel-access/neutral': 'Neutral',
  'ransom-payment/opposes': 'Do not pay',
}
const catalog: Catalog = {
  ...plain,
  positions: { ...plain.positions, labels: plain.positions.values.map((value) => LABELS[value] ?? value) },
}
const answers = (words: string) =>
  answersTo(words.split(' '), catalog).map((one) => [answerText(one, filled, (own) => own), one.search])

test('who takes a stance on a topic is counted, with a link to those statements alone', () => {
  const expected = [
    [
      'kernel-access: 3 statements of 2 organizations: keep access; keep access, with conditions',
      '?kind=statements&topic=kernel-access&stance=supports&stance=supportsWithConditions',
    ],
  ]
  for (const words of ['who supports kernel access', 'vendors in favour of kernel access', 'kernel access supporters'])
    assert.deepEqual(answers(words), expected, words)
  assert.deepEqual(answers('statements that oppose ransom payment'), [
    [
      'ransom-payment: 1 statement of 1 organization: do not pay',
      '?kind=statements&topic=ransom-payment&stance=opposes',
    ],
  ])
  assert.deepEqual(answers('who supports kernel access with conditions'), [
    [
      'kernel-access: 1 statement of 1 organization: keep access, with conditions',
      '?kind=statements&topic=kernel-access&stance=supportsWithConditions',
    ],
  ])
})

test('a stance that nobody takes is said, and nothing of a topic without statements', () => {
  assert.deepEqual(answers('who opposes kernel access'), [
    ['kernel-access: no statement on record opposes it', '?kind=statements&topic=kernel-access'],
  ])
  assert.deepEqual(answers('who opposes liability'), [])
})

test('an organization and a stance are answered by what that organization said, or that nobody asked', () => {
  for (const words of ['does beta support kernel access', 'beta on kernel access', 'is beta against kernel access'])
    assert.match(String(answers(words)[0]?.[0]), /^beta on kernel-access: .*: keep access$/, words)
  assert.match(String(answers('does beta oppose ransom payment')[0]?.[0]), /not known\. Nobody is on record/)
  assert.match(String(answers('delta on kernel access')[0]?.[0]), /no statement; notasked/)
})

test('what is denied, or asks for anything else besides, has no answer', () => {
  for (const words of [
    'who does not support kernel access',
    'no support for kernel access',
    'customer support kernel access',
    'acme router support kernel access',
    'acme and beta support kernel access',
    'who supports the router',
    'kernel access',
  ])
    assert.deepEqual(answers(words), [], words)
})
