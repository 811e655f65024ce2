import assert from 'node:assert/strict'
import test from 'node:test'
import { drawable } from '#extras/pictures/words.ts'

const LATIN = new Set(
  Array.from('abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789é .,:;-–“”…·', (one) => one.codePointAt(0)),
)
const has = (code: number) => LATIN.has(code)

const CASES: readonly [what: string, text: string, drawn: string][] = [
  [
    'a text with every letter stays as it is',
    'An update stopped 8.5 million “devices”',
    'An update stopped 8.5 million “devices”',
  ],
  ['letters and their marks are one', 'cafe\u0301', 'café'],
  ['pictures are left out, with what joins and colours them', 'Down 🔥 again 👩🏽‍💻 ❤️', 'Down again'],
  ['no space is left where one stood', 'Again 🔥: down', 'Again: down'],
  ['a word in another script is an ellipsis, several are one', '東京 大阪: CrowdStrike', '…: CrowdStrike'],
  ['a name beside it is kept', 'CrowdStrikeの障害 2024年', 'CrowdStrike… 2024…'],
  ['no word is drawn without one of its letters', 'A ꟼword', 'A …'],
  ['from right to left is not drawn, so never reversed', 'תקלה של CrowdStrike בישראל', '… CrowdStrike …'],
  ['marks that turn the direction of others are left out', '\u202Eabc\u202C \u200Fdef', 'abc def'],
  ['nothing comes of nothing', '🔥', ''],
]

for (const [what, text, drawn] of CASES) test(what, () => assert.equal(drawable(text, has), drawn))
