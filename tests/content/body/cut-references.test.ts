import assert from 'node:assert/strict'
import test from 'node:test'
import { cutReferences } from '#content/body/cut-references.ts'

const CUTS: readonly (readonly [string, string, string])[] = [
  ['a paragraph with a link', 'a\n\nb [c](gone) d\n\ne', 'a\n\ne'],
  ['a paragraph with <Ref>', 'a\n\nb <Ref to="gone#e-x" /> d', 'a'],
  ['a reference to an own part', 'a [b](#gone)\n\nc', 'a [b](#gone)\n\nc'],
  ['a quotation', 'a\n\n<Quote of="gone#k-x" />\n\nb', 'a\n\nb'],
  ['a list item', '- a [b](gone)\n  - c\n- d', '- d'],
  ['a numbered item, without a gap', '1. a\n2. [b](gone)\n3. c', '1. a\n2. c'],
  ['an inner item alone', '- a\n  - [b](gone)\n- d', '- a\n- d'],
  ['a table row', '| a | b |\n| - | - |\n| c | [d](gone) |\n| e | f |', '| a | b |\n| - | - |\n| e | f |'],
  ['a table whose head refers to it', 'a\n\n| [b](gone) |\n| - |\n| c |\n\nd', 'a\n\nd'],
  ['a paragraph in a quotation', '> a\n>\n> [b](gone)', '> a'],
  ['a note in one line', 'a\n\n<Note>b <Ref to="gone" /></Note>', 'a'],
  ['a heading and nothing else', '## a [b](gone)\n\nc', 'c'],
  ['a heading whose section goes', '## a\n\n[b](gone)\n\n## c\n\nd', '## c\n\nd'],
  ['the mark of a source beside another', 'a <Src id="gone" /> <Src id="kept" />.', 'a <Src id="kept" />.'],
  ['the last source of a paragraph', 'a <Src id="gone" />.\n\nb', 'b'],
  ['both sources of a paragraph', 'a <Src id="gone" /><Src id="gone-too" />.\n\nb', 'b'],
  ['a heading, and unlinks what led to it', 'a [*b* c](#h-d-e "f")\n\n## d [e](gone)\n\ng', 'a *b* c\n\ng'],
  ['an unlinked number without beginning a list', '[1. b](#h-d-e)\n\n## d [e](gone)\n\ng', '1\\. b\n\ng'],
  ['a heading, and the link that only it led to', 'a [](#h-d)b\n\n## d <Ref to="gone" />\n\ng', 'a b\n\ng'],
  ['a literal in braces', 'a <Ref to={"gone"} />\n\nb', 'b'],
  ['everything', '[a](gone)\n', ''],
  ['nothing', 'a [b](kept) `gone`\n', 'a [b](kept) `gone`\n'],
]

for (const [what, text, rest] of CUTS)
  test(`cuts ${what}`, () => {
    assert.equal(
      cutReferences(text, (ref) => ref.startsWith('gone')),
      rest,
    )
  })

test('a text that cannot be parsed is not passed on', () => {
  assert.equal(
    cutReferences('a [b](gone) {', () => true),
    undefined,
  )
})
