import assert from 'node:assert/strict'
import test from 'node:test'
import { drawable, faceStyle, readFonts } from '#extras/pictures/fonts.ts'

const LATIN = new Set(
  Array.from('abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789é .,:;-–“”…·', (one) => one.codePointAt(0)),
)
const has = (letter: string) => [...letter].every((one) => LATIN.has(one.codePointAt(0)))

const CASES: readonly [what: string, text: string, drawn: string | undefined][] = [
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
  ['nothing comes of nothing', '🔥', undefined],
  ['nor of an ellipsis alone', '東京', undefined],
]

for (const [what, text, drawn] of CASES) test(what, () => assert.equal(drawable(text, has), drawn))

const fonts = await readFonts()

test('a face has the letters of its families, whole, in one file', () => {
  for (const letter of ['a', 'Ł', 'ö', 'ß', 'ệ', 'Ж', 'Ω', 'x\u0304', '…', '“'])
    assert.ok(fonts.has('heading', letter), letter)
  // Source Serif stands in for Archivo, and nothing for Sometype Mono.
  assert.ok(!fonts.has('mono', 'Ж'))
  // Both parts are there, but in different files: a renderer would draw a box for one of them.
  for (const part of ['Ж', '\u0304']) assert.ok(fonts.has('heading', part), part)
  assert.ok(!fonts.has('heading', 'Ж\u0304'))
  for (const letter of ['障', 'ت', 'ת', '🔥']) assert.ok(!fonts.has('heading', letter), letter)
})

test('each letter that a face has is drawn as itself, not as an empty box', async () => {
  const draw = (text: string) =>
    fonts.draw({ type: 'text', text, style: { ...faceStyle('heading'), fontSize: 40, color: '#000' } })
  const letters = ['Ł', 'ệ', 'x\u0304', 'Ж', 'Ω', '…']
  const missing = await draw('\u{10FFFD}')
  const pictures = await Promise.all(letters.map(draw))
  letters.forEach((letter, index) => assert.ok(!pictures[index]?.equals(missing), letter))
  assert.equal(new Set(pictures.map((bytes) => bytes.toString('latin1'))).size, letters.length)
})
