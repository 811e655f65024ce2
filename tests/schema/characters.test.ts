import assert from 'node:assert/strict'
import test from 'node:test'
import { findStray } from '#schema/characters.ts'

for (const [what, character, found] of [
  ['a control', '\u001b', 'the control character U+001B'],
  ['a C1 control, which terminals obey', '\u009b', 'the control character U+009B'],
  ['a carriage return', '\r', 'the control character U+000D'],
  ['the first half of a character', '\ud800', 'U+D800, which is half of a character'],
  ['the second half of a character', '\udc00', 'U+DC00, which is half of a character'],
  ['what XML has no place for', '\ufffe', 'U+FFFE, which is no character'],
  ['a noncharacter of Arabic forms', '\ufdd0', 'U+FDD0, which is no character'],
  ['a noncharacter of another plane', '\u{1ffff}', 'U+1FFFF, which is no character'],
  ['what stands for a lost character', '\ufffd', 'U+FFFD, which stands where a character was lost'],
  ['a direction override', '\u202e', 'the invisible character U+202E'],
  ['a direction mark', '\u200f', 'the invisible character U+200F'],
  ['a zero-width space', '\u200b', 'the invisible character U+200B'],
  ['a word joiner', '\u2060', 'the invisible character U+2060'],
  ['a tag, which hides whole sentences', '\u{e0061}', 'the invisible character U+E0061'],
  ['a byte-order mark', '\ufeff', 'the invisible character U+FEFF'],
  ['a line separator', '\u2028', 'the line separator U+2028'],
  ['a joiner in a Latin word', '\u200d', 'the invisible character U+200D'],
  ['a variation selector in a Latin word', '\ufe0f', 'the invisible character U+FE0F'],
] as const)
  test(`${what} is found where it stands`, () => {
    const stray = findStray(`Wor${character}d`)
    assert.deepEqual([stray?.index, stray?.found], [3, found])
    assert.ok(stray?.fix)
  })

for (const [what, text] of [
  ['several lines with tabs', 'One\n\ttwo'],
  ['accents, dashes and quotation marks', 'Łódź – “naïve” …'],
  ['Persian with its non-joiner', 'می\u200cخواهم'],
  ['Bengali with its joiner', 'র\u200d\u09cdয'],
  ['a person at a computer', '👩\u200d💻'],
  ['a heart on fire', '❤\ufe0f\u200d🔥'],
  ['a key with a number', '1\ufe0f\u20e3'],
  ['a Han character in its variant', '葛\u{e0100}'],
] as const)
  test(`${what} is text`, () => assert.equal(findStray(text), undefined))

test('a second selector or joiner in a row does nothing, and is found', () => {
  assert.equal(findStray('葛\u{e0100}\u{e0101}')?.index, 3)
  assert.equal(findStray('👩\u200d\u200d')?.index, 3)
})

test('no character that is passed over at a glance is one that would be found by looking', () => {
  // An emoji without its second half makes the glance suspicious, so that each character is looked at.
  const hidden = Array.from({ length: 0xd800 }, (_, code) => String.fromCharCode(code)).filter(
    (one) => findStray(one) === undefined && findStray(`${one}🙂`) !== undefined,
  )
  assert.deepEqual(hidden, [])
})
