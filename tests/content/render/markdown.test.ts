import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { markdownToMdast } from 'satteri'
import { readBody } from '#content/body/read-body.ts'
import { readMarkdown } from '#content/body/read-markdown.ts'
import { plainTree, toMarkdown } from '#content/render/markdown.ts'
import { CORPORA, corpus } from '../../hostile/corpus.ts'

const SHOWN = {
  reference: () => ({ label: '[a](javascript:b) <b>', href: 'https://kb.example/a' }),
  quotation: () => ({ words: '1. <b> [a](javascript:b)', label: '](javascript:b)', href: 'https://kb.example/b' }),
  source: () => ({ label: '](javascript:b)', title: 'T', href: 'https://kb.example/c' }),
  picture: () => ({ src: 'https://kb.example/d.png' }),
}

interface AnyNode {
  readonly type: string
  readonly value?: string
  readonly children?: readonly AnyNode[]
}

const COUNTED = (
  'heading list listItem blockquote code table image html inlineCode ' +
  'definition footnoteReference footnoteDefinition yaml'
)
  .split(' ')
  .map((type) => [type, 0] as const)

/** How many of each construct a tree holds, and its words without white space, of which Markdown keeps no account. */
function shapeOf(tree: AnyNode): { readonly counts: Readonly<Record<string, number>>; readonly words: string } {
  const counts: Record<string, number> = Object.fromEntries(COUNTED)
  let words = ''
  const visit = ({ type, value = '', children = [] }: AnyNode): void => {
    if (Object.hasOwn(counts, type)) counts[type] = (counts[type] ?? 0) + 1
    if (type !== 'html') words += value
    children.forEach(visit)
  }
  visit(tree)
  return { counts, words: words.replace(/\s+/g, '') }
}

const SIGNS = '[ ]( ) < > * ** _ ~~ ` | \\ & ! # = + : . a'.split(' ')
const STARTS = [
  '\n',
  '\n\n',
  '    ',
  '- ',
  '\n  - ',
  '1. ',
  '\n> ',
  '## ',
  '---',
  '```\n',
  '\n\n| a | b |\n|---|---|\n| ',
]
const TAGS = ['<sub>', '</sub>', '<br />', '<Note>', '</Note>', '<Ref to="a" />', '<Src id="a" />', '<abbr title="t">']
const CODE = [
  '{""}',
  '{"<"}',
  '{" "}',
  '{"*"}',
  '{"]"}',
  '[x](a)',
  '![a](b.png)',
  '&#x6a;',
  'https://x.example',
  '[x] ',
]
const piece = fc.oneof(
  fc.constantFrom(...CORPORA.flatMap(corpus).filter((one) => one.length < 60)),
  fc.constantFrom(...SIGNS, ...STARTS, ...TAGS, ...CODE, 'www.x.example', 'a b'),
)

/** Asserts that Markdown holds the constructs and words of a tree, whether a reader of it knows front matter or not. */
function assertSame(markdown: string, tree: AnyNode): void {
  for (const frontmatter of [false, true])
    assert.deepEqual(
      shapeOf(markdownToMdast(markdown, { features: { frontmatter, gfm: true } })),
      shapeOf(tree),
      markdown,
    )
}

test('whatever a body holds, its Markdown is read back as the same constructs and words', () => {
  let accepted = 0
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 10 }), (pieces) => {
      const { problems, text } = readBody(pieces.join(''), { mayShow: () => true, meeting: false })
      if (problems.length > 0) return
      accepted++
      assertSame(toMarkdown(text, SHOWN), plainTree(text, SHOWN))
    }),
    { seed: 8, numRuns: 4000 },
  )
  assert.ok(accepted > 500, String(accepted))
})

test('a body in Markdown is its own Markdown where it holds nothing that is shown otherwise', () => {
  const plain = fc.oneof(
    fc.constantFrom(...STARTS, '* ', '**b**', '_c_', '~~d~~', '`e`', '\\*', '!', '+ ', '1) '),
    piece,
  )
  let kept = 0
  fc.assert(
    fc.property(fc.array(plain, { maxLength: 8 }), (pieces) => {
      const { problems, text } = readMarkdown(pieces.join(''), undefined, () => false)
      if (problems.length > 0) return
      const markdown = toMarkdown(text, SHOWN, 'md')
      if (text.trim() === '' || markdown.trim() !== text.trim()) return
      kept++
      assertSame(markdown, plainTree(text, SHOWN, 'md'))
    }),
    { seed: 9, numRuns: 3000 },
  )
  assert.ok(kept > 500, String(kept))
})
