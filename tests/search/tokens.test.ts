import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { termsIn } from '#exports/indexed-words.ts'
import { contentTokens } from '#search/find.ts'
import { decodedTerms, exactTerm, stemTerm } from '#search/terms.ts'
import { nameOf, tokensIn, wordsIn } from '#search/tokens.ts'

const names = (text: string) => tokensIn(text).map(nameOf)

test('identifiers and versions are kept whole, and known by their parts', () => {
  for (const [written, name, ...pieces] of [
    ['us-central1', 'uscentral1', 'us', 'central1'],
    ['15c3-5', '15c3.5', '15c3', '5'],
    ['user32.dll', 'user32dll', 'user32', 'dll'],
    ['MS06-070', 'ms06.070', 'ms06', '070'],
    ['CVE-2024-3094', 'cve2024.3094', 'cve', '2024', '3094'],
    ['x86_64', 'x86.64', 'x86', '64'],
    ['MyClass.doSomething', 'myclassdosomething', 'myclass', 'dosomething'],
    ['v7.16.0-rc1', '7.16.0rc1', 'v7', '16', '0', 'rc1'],
    ['e-mail', 'email', 'e', 'mail'],
  ] as const) {
    assert.deepEqual(names(written), [name], written)
    assert.deepEqual(wordsIn(written), pieces, written)
  }
})

test('a path is known by each of its parts as a whole, and a name in capitals and small letters by its words', () => {
  const [path] = tokensIn('C:\\Windows\\drivers\\C-00000291.sys')
  assert.ok(path?.wholes.includes('c00000291sys'))
  assert.deepEqual(tokensIn('MyClass.doSomething')[0]?.inside, ['my', 'class', 'do', 'something'])
})

test('words are compared without case, accents, possessives and marks inside numbers', () => {
  assert.deepEqual(names("ESET's café lost US$5.4 billion, 1,500 in all; don’t"), [
    'eset',
    'cafe',
    'lost',
    'us',
    '5.4',
    'billion',
    '1500',
    'in',
    'all',
    'don',
  ])
  assert.deepEqual(names('Straße Łódź Ærø smørrebrød ＡＢＣ'), ['strasse', 'lodz', 'aero', 'smorrebrod', 'abc'])
})

test('scripts without spaces are cut into words, and each word into its characters', () => {
  const [, , text] = tokensIn('这是文本内容')
  assert.deepEqual(text?.wholes, ['文本'])
  assert.deepEqual(wordsIn('文本'), ['文', '本'])
})

test('stop words are dropped unless there is nothing else, and a query has no end of words', () => {
  const content = (text: string) => contentTokens(text).tokens.map(nameOf)
  assert.deepEqual(content('What did ESET say about the kernel?'), ['eset', 'say', 'kernel'])
  assert.deepEqual(content('to be or not'), ['to', 'be', 'or', 'not'])
  assert.equal(content(Array.from({ length: 200 }, (_, n) => `word${n}`).join(' ')).length, 40)
})

test('terms are letters alone, and none is the beginning of another', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (a, b) => {
      const terms = termsIn(`${a} ${b}`)
      for (const term of terms) assert.match(term, /^[a-z]+$/)
    }),
  )
  const words = ['stream', 'streams', 'streamq', 'qz', 'a.b', 'a1', 'aq', '文']
  const all = words.flatMap((word) => [exactTerm(word), stemTerm(word)])
  for (const one of all) for (const two of all) assert.ok(one === two || !two.startsWith(one), `${one} ${two}`)
})

test('what the index holds can be read back from it', () => {
  const words = ['us', 'uscentral1', '7.16.0rc1', 'quick', '文本', 'москва']
  const read = new Set(decodedTerms(words.map((word) => `i${exactTerm(word)}\u0001`).join('')))
  for (const word of words) assert.ok(read.has(word), word)
})

test('places of pieces are where they stand in the text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
      for (const { start, end, pieces } of tokensIn(text)) {
        assert.ok(start < end && end <= text.length)
        for (const piece of pieces) assert.ok(piece.start >= start && piece.end <= end && piece.start < piece.end)
      }
    }),
  )
})
