import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import test from 'node:test'
import { findReferences } from '#review/find-references.ts'
import { printReference } from '#schema/references.ts'

const KNOWN = new Set(['2026-01-05-router-outage', 'kill-switch', 'harbor'])
const find = (text: string, site = 'https://kb.example/base') => {
  const { found, malformed } = findReferences(text, site, (id) => KNOWN.has(id))
  return [
    ...found.map(({ by, reference }) => `${by} ${printReference(reference)}`),
    ...malformed.map(({ written }) => `malformed ${written}`),
  ]
}

const ID = '2026-01-05-router-outage'
for (const [what, text, expected] of [
  ['an address with any query', `https://kb.example/base/incidents/${ID}/?utm_source=mail#e-zzz`, [`url ${ID}#e-zzz`]],
  [
    'a pinned revision among other words of the query',
    `https://kb.example/base/incidents/${ID}/?a=b&r=3&c#e-x`,
    [`url ${ID}#e-x@r3`],
  ],
  ['scheme and host in any case', `HTTPS://KB.Example/base/incidents/${ID}/`, [`url ${ID}`]],
  ['the same host without TLS', `http://kb.example/base/incidents/${ID}`, [`url ${ID}`]],
  [
    'a heading of a page',
    'https://kb.example/base/controls/kill-switch/#h-how-it-works',
    ['url kill-switch#h-how-it-works'],
  ],
  [
    'a heading in letters of another script',
    'https://kb.example/base/controls/kill-switch/?r=2#h-%C3%BCber-uns',
    ['url kill-switch#h-über-uns@r2'],
  ],
  [
    'a fragment that is neither part nor heading',
    'https://kb.example/base/controls/kill-switch/#history',
    ['url kill-switch'],
  ],
  ['a fragment that is broken', 'https://kb.example/base/controls/kill-switch/#h-%E0%A4%A', ['url kill-switch']],
  [
    'the other forms of a record',
    `https://kb.example/base/incidents/${ID}.json and ${'https://kb.example/base'}/incidents/${ID}.md.`,
    [`url ${ID}`, `url ${ID}`],
  ],
  [
    'an address in brackets, at the end of a sentence',
    `(see https://kb.example/base/incidents/${ID}/#e-x).`,
    [`url ${ID}#e-x`],
  ],
  ['an address in a Markdown link', `[it](https://kb.example/base/incidents/${ID}/#e-x)`, [`url ${ID}#e-x`]],
  ['an address outside of the path prefix', `https://kb.example/incidents/${ID}/x`, []],
  ['an address that has the site in its query', `https://other.example/?to=https://kb.example/base/incidents/x/`, []],
  ['another site whose name begins the same', `https://kb.example.org/base/incidents/${ID}/`, []],
  ['a page that is no record', 'https://kb.example/base/guides/citing/ https://kb.example/base/', []],
  [
    'an address that also finds words on the page',
    `https://kb.example/base/incidents/${ID}/#e-x:~:text=at%20once`,
    [`url ${ID}#e-x`],
  ],
  ['ids in emphasis', `_${ID}#e-x_, __${ID}__ and **${ID}**`, [`word ${ID}#e-x`, `word ${ID}`, `word ${ID}`]],
  ['an id within another word', `a_${ID}#e-x ${ID}#e-x_b`, []],
  ['an id among words', `As in ${ID}, and ${ID}#e-x.`, [`word ${ID}`, `word ${ID}#e-x`]],
  ['a file or branch that has the form of an id', `posts/${ID} ${ID}.md 2026-02-02-my-branch harbor`, []],
  ['an unknown id with a part', 'See 2026-02-02-no-such#e-x.', ['word 2026-02-02-no-such#e-x']],
  ['a trailer with spaces before the colon', `Incident-Ref : ${ID}`, [`trailer ${ID}`]],
  ['a trailer in any case', `incident-ref: ${ID}`, [`trailer ${ID}`]],
  ['a trailer in bold', `**Incident-Ref:** ${ID}`, [`trailer ${ID}`]],
  ['a trailer in italics, in a quotation', `> *Incident-Ref: ${ID}*`, [`trailer ${ID}`]],
  ['a trailer in a comment', `/*\n * Incident-Ref: ${ID}\n * and more words\n */`, [`trailer ${ID}`]],
  ['several in a trailer', `Incident-Ref: ${ID}#e-x, harbor`, [`trailer ${ID}#e-x`, 'trailer harbor']],
  ['several apart by spaces', `Incident-Ref: ${ID}#e-x ${ID}#e-y@r2`, [`trailer ${ID}#e-x`, `trailer ${ID}#e-y@r2`]],
  ['a folded trailer', `Incident-Ref:\n ${ID}#e-x,\n  ${ID}\nOther: y`, [`trailer ${ID}#e-x`, `trailer ${ID}`]],
  ['a trailer with a remark', `Incident-Ref: ${ID} (the same cause)`, [`trailer ${ID}`]],
  ['a trailer with a link', `Incident-Ref: [it](https://kb.example/base/incidents/${ID}/?r=1)`, [`trailer ${ID}@r1`]],
  [
    'a trailer with an address in brackets',
    `Incident-Ref: <https://kb.example/base/incidents/${ID}/>`,
    [`trailer ${ID}`],
  ],
  ['a trailer with a code span', `Incident-Ref: \`${ID}\``, [`trailer ${ID}`]],
  ['a trailer with the address of another site', 'Incident-Ref: https://other.example/incidents/x/', []],
  ['a trailer of words', 'Incident-Ref: not a reference', ['malformed not a reference']],
  ['an empty trailer', 'Incident-Ref:\nOther: x', ['malformed ']],
  ['a trailer within a sentence', `The line "Incident-Ref: x" is one.`, []],
] as const)
  test(`${what} is read as what it is`, () => assert.deepEqual(find(text), expected))

test('references on one line each have their own column, in the order of the text', () => {
  const text = `a\nIncident-Ref: ${ID}#e-x, ${ID}#e-y\n\`${ID}\``
  assert.deepEqual(
    findReferences(text, undefined, (id) => KNOWN.has(id)).found.map(({ line, column, offset, written }) => [
      line,
      column,
      text.slice(offset, offset + written.length),
    ]),
    [
      [2, 15, `${ID}#e-x`],
      [2, 15 + `${ID}#e-x, `.length, `${ID}#e-y`],
      [3, 2, ID],
    ],
  )
})

test('whatever git reads as a trailer is read as one', () => {
  const message =
    `Fix it\n\nWords.\n\nincident-ref : ` +
    `${ID}#e-a\nIncident-Ref:${ID}#e-b\nIncident-Ref: ${ID}#e-c,\n ${ID}#e-d\nSigned-off-by: A <a@example.org>\n`
  const { stdout, status } = spawnSync('git', ['interpret-trailers', '--parse'], { input: message, encoding: 'utf8' })
  assert.equal(status, 0)
  const theirs = [...stdout.matchAll(/#e-[a-d]/g)].map(([part]) => part)
  assert.deepEqual(theirs, ['#e-a', '#e-b', '#e-c', '#e-d'])
  assert.deepEqual(
    find(message),
    theirs.map((part) => `trailer ${ID}${part}`),
  )
})
