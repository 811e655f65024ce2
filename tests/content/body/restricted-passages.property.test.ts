import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { TLP, tlpRank, type Tlp } from '#schema/vocabularies.ts'
import { cutReferences } from '#content/body/cut-references.ts'
import { renderBody } from '#content/render/render-body.ts'
import { runs } from '../../everything.ts'
import { readFor } from './reading.ts'

const LEVELS = Object.keys(TLP) as Tlp[]

/** A piece of a body; `level` is the highest that encloses it, and every word it writes tells that level. */
type Piece = (level: Tlp, next: () => number) => string

const higher = (a: Tlp, b: Tlp): Tlp => (tlpRank(a) > tlpRank(b) ? a : b)
const canary = (level: Tlp, next: () => number) => `canary${LEVELS.indexOf(level)}n${next()}z`
const levels = fc.constantFrom(...LEVELS)
const indent = (text: string, by: string) => text.replace(/\n(?!\n|$)/g, `\n${by}`)

const { block } = fc.letrec<{ inline: Piece; words: Piece; block: Piece; blocks: Piece }>((tie) => ({
  inline: fc.oneof(
    { depthSize: 'small' },
    fc.constant<Piece>((level, next) => canary(level, next)),
    fc.constant<Piece>((level, next) => `*${canary(level, next)}*`),
    tie('words').map<Piece>((words) => (level, next) => `<kbd>${words(level, next)}</kbd>`),
    fc.constant<Piece>((level, next) => `[${canary(level, next)}](https://x.org/${canary(level, next)})`),
    fc.constant<Piece>((level, next) => `<Src id="${canary(level, next)}" /> ${canary(level, next)}`),
    fc.tuple(levels, tie('words')).map<Piece>(
      ([tlp, words]) =>
        (level, next) =>
          `<Restricted tlp="${tlp}">${words(higher(tlp, level), next)}</Restricted>`,
    ),
  ),
  words: fc
    .array(tie('inline'), { minLength: 1, maxLength: 3 })
    .map<Piece>((parts) => (level, next) => parts.map((part) => part(level, next)).join(' ')),
  block: fc.oneof(
    { depthSize: 'small' },
    tie('words'),
    fc
      .array(tie('blocks'), { minLength: 1, maxLength: 3 })
      .map<Piece>((items) => (level, next) => items.map((item) => `- ${indent(item(level, next), '  ')}`).join('\n')),
    fc
      .array(tie('blocks'), { minLength: 1, maxLength: 3 })
      .map<Piece>(
        (items) => (level, next) =>
          items.map((item, at) => `${at + 1}. ${indent(item(level, next), '   ')}`).join('\n'),
      ),
    tie('blocks').map<Piece>((blocks) => (level, next) => `> ${blocks(level, next).replaceAll('\n', '\n> ')}`),
    tie('blocks').map<Piece>((blocks) => (level, next) => `<Note>\n\n${blocks(level, next)}\n\n</Note>`),
    fc
      .array(tie('words'), { minLength: 1, maxLength: 3 })
      .map<Piece>(
        (rows) => (level, next) =>
          `| a | b |\n| - | - |\n${rows.map((row) => `| ${row(level, next)} | ${row(level, next)} |`).join('\n')}`,
      ),
    fc.tuple(levels, tie('blocks')).map<Piece>(
      ([tlp, blocks]) =>
        (level, next) =>
          `<Restricted tlp="${tlp}">\n\n${blocks(higher(tlp, level), next)}\n\n</Restricted>`,
    ),
  ),
  blocks: fc
    .array(tie('block'), { minLength: 1, maxLength: 3 })
    .map<Piece>((parts) => (level, next) => parts.map((part) => part(level, next)).join('\n\n')),
}))

const bodies = fc.array(block, { minLength: 1, maxLength: 5 }).map((parts) => {
  let count = 0
  return parts.map((part) => part('CLEAR', () => ++count)).join('\n\n')
})

const context = {
  reference: () => undefined,
  quotation: () => undefined,
  source: (id: string) => ({ label: id, title: id, href: id }),
  picture: () => undefined,
}
const canariesIn = (text: string) => new Set(text.match(/canary\dn\d+z/g))
const levelIn = (word: string) => Number(word.charAt('canary'.length))

test('every passage above the audience is gone from text and page, and every other is there', () => {
  fc.assert(
    fc.property(bodies, levels, (source, audience) => {
      const { text, problems } = readFor(audience, source)
      assert.deepEqual(problems, [])
      const expected = new Set([...canariesIn(source)].filter((word) => levelIn(word) <= tlpRank(audience)))
      assert.deepEqual(canariesIn(text), expected)
      const html = renderBody(text, context)
      assert.deepEqual(canariesIn(html), expected)
      assert.equal(readFor(audience, text).text, text)
    }),
    { numRuns: runs(1000) },
  )
})

test('numbered lists show no gap after a cut', () => {
  fc.assert(
    fc.property(
      fc.array(fc.boolean(), { minLength: 1, maxLength: 15 }),
      fc.integer({ min: 0, max: 12 }),
      (hidden, start) => {
        const source = hidden
          .map((hide, at) => `${start + at}. ${hide ? '<Restricted tlp="RED">x</Restricted>' : 'a'}`)
          .join('\n')
        const shown = hidden.filter((hide) => !hide)
        assert.equal(readFor('CLEAR', source).text, shown.map((_, at) => `${start + at}. a`).join('\n'))
      },
    ),
  )
})

test('no reference to something removed is left', () => {
  fc.assert(
    fc.property(bodies, fc.integer({ min: 2, max: 5 }), (source, every) => {
      const { text } = readFor('RED', source)
      const gone = (ref: string) => Number(/n(\d+)z/.exec(ref)?.[1]) % every === 0
      const left = cutReferences(text, gone)
      assert.ok(left !== undefined)
      for (const { ref } of readFor('RED', left).references) assert.equal(gone(ref), false)
    }),
  )
})

const OPEN = '<Restricted tlp="RED">'
const CLOSE = '</Restricted>'
const TOKENS = [
  ...[
    OPEN,
    OPEN,
    CLOSE,
    CLOSE,
    '<Restricted',
    '<Note>',
    '</Note>',
    '<kbd>',
    '</kbd>',
    '<Ref to="',
    '" />',
    '<br />',
    '{',
    '}',
    '{/*',
    '*/}',
    '{"',
    '"}',
  ],
  ...[
    '`',
    '```',
    '\n',
    '\n\n',
    '> ',
    '- ',
    '  ',
    '1. ',
    '| ',
    '| - |',
    '*',
    '**',
    '~~',
    '_',
    '[',
    '](',
    '](b)',
    '[a](',
    ')',
    '![',
    '"',
    '\\',
    '#',
    '---',
  ],
  ...[
    'import ',
    'export ',
    '&#58;',
    'javascript:',
    'https://x.org/',
    '<',
    '>',
    '=',
    'é😀',
    '\r\n',
    '\t',
    ':',
    ' ',
    'ACTION [p-a]: ',
    '[a]: ',
    '[^a]',
    '{`',
  ],
]

test('no text makes the reader or the renderer throw, shows a restricted word, or comes out as code that runs', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.constantFrom(...TOKENS), fc.constant('word')), { maxLength: 30 }), (tokens) => {
      let depth = 0
      const source = tokens
        .map((token) => {
          if (token === OPEN) depth += 1
          if (token === CLOSE) depth -= 1
          return token === 'word' && depth > 0 ? 'secret' : token
        })
        .join('')
      const { text, problems } = readFor('CLEAR', source)
      if (problems.length > 0) return
      // A tag that is commented out restricts nothing.
      if (!source.includes('{/*')) assert.doesNotMatch(text, /secret/)
      const html = renderBody(text, context)
      assert.doesNotMatch(html, /<[^>]*(?:="\s*javascript:|\son\w+=|\sstyle=)|<(?:script|style|restricted)/i)
    }),
    { numRuns: Number(process.env['FUZZ_RUNS'] ?? runs(10_000)) },
  )
})
