import { EMPTIED_HTML, isSafeTag, SAFE_HTML } from '#text/safe-html.ts'
import { proseComponent } from '#text/prose.ts'
import { htmlTokens, type HtmlToken } from './html-tokens.ts'
import { problem, type BodyProblem } from './rules.ts'
import { placeAt, placeOf, spanOf, walk, type Node, type Place, type Span } from './tree.ts'

type Html = Extract<Node, { type: 'html' }>

const COMMENT =
  /<!--(?:-?>|[\s\S]*?(?:-->|$))|<!\[CDATA\[[\s\S]*?(?:\]\]>|$)|<\?[\s\S]*?(?:\?>|$)|<![a-z][^>]*(?:>|$)/gi
const COMPONENT = /^[A-Z]/
const NAMES_RESTRICTED = /^restricted$/i

/** The nodes of HTML in a body, in the order of the text. */
export function htmlIn(tree: Node): Html[] {
  const found: Html[] = []
  walk(tree, (node) => {
    if (node.type === 'html') found.push(node)
  })
  return found
}

/** Where comments, instructions and declarations stand in a node of HTML, as offsets in the body. */
export function commentsIn(node: Html, source: string): Span[] {
  const { from, to } = spanOf(node)
  return [...source.slice(from, to).matchAll(COMMENT)].map(({ 0: found, index }) => ({
    from: from + index,
    to: from + index + found.length,
  }))
}

/** A text of HTML without comments, as two bodies are compared. */
export const withoutComments = (html: string): string => html.replace(COMMENT, '')

/** Pictures that tags of a body show, as written. */
export const picturesIn = (html: string): string[] =>
  htmlTokens(html).flatMap(({ type, value, attributes }) =>
    type === 'open' && value.toLowerCase() === 'img' ? [attributes.get('src') ?? ''] : [],
  )

function placeIn({ value, ...node }: Html, at: number): Place {
  const before = value.slice(0, at).split('\n')
  const { line, column } = placeOf({ value, ...node })
  return {
    line: line + before.length - 1,
    column: before.length === 1 ? column + at : (before.at(-1) ?? '').length + 1,
  }
}

/** What is wrong with the HTML of a body, and what of it no page shows. */
export function checkHtml(tree: Node, source: string): BodyProblem[] {
  const nodes = htmlIn(tree)
  return [
    ...nodes.flatMap((node) => [
      ...htmlTokens(node.value).flatMap((token) => judge(token, placeIn(node, token.at)) ?? []),
      ...openComment(node, source),
    ]),
    ...brokenComments(tree, source),
  ]
}

function judge({ type, value, attributes }: HtmlToken, place: Place): BodyProblem | undefined {
  if (type !== 'open') return undefined
  if (NAMES_RESTRICTED.test(value))
    return problem(
      'body-restricted',
      place,
      'found <Restricted>, which hides nothing in a .md file',
      'name the file .mdx, where it does',
    )
  if (COMPONENT.test(value) && proseComponent(value) !== undefined)
    return problem(
      'body-component',
      place,
      `found <${value}>; the components of prose are read in .mdx files`,
      'name the file .mdx, or write it in Markdown',
    )
  const name = value.toLowerCase()
  if (EMPTIED_HTML.includes(name))
    return problem('body-dropped', place, `found <${name}>, which no page shows, nor what is in it`, 'take it out')
  if (!isSafeTag(name))
    return problem(
      'body-dropped',
      place,
      `found <${name}>, a tag that pages leave out; the words in it stay`,
      'take the tag out, or write it in Markdown',
    )
  const dropped = [...attributes.keys()].filter((attribute) => !SAFE_HTML[name]?.includes(attribute))
  const handler = dropped.find((attribute) => attribute.startsWith('on'))
  if (handler !== undefined)
    return problem('body-dropped', place, `found ${handler} on <${name}>, which no page runs`, 'take it out')
  // Names of classes show by themselves nothing, and exports are full of them.
  const shown = dropped.find((attribute) => attribute !== 'class')
  return shown === undefined
    ? undefined
    : problem(
        'body-dropped',
        place,
        `found ${shown} on <${name}>, which pages leave out; the words in it stay`,
        'take it out, or write what it means in words',
      )
}

/** A comment that nothing closes hides all that follows. */
function openComment(node: Html, source: string): BodyProblem[] {
  const last = commentsIn(node, source).at(-1)
  const text = last === undefined ? '' : source.slice(last.from, last.to)
  return !text.startsWith('<!--') || /^<!--(?:-?>|[\s\S]*-->)$/.test(text)
    ? []
    : [
        problem(
          'body-syntax',
          placeAt(source, last?.from ?? 0),
          'found a comment that nothing closes, so that it hides the rest of the text',
          'write --> where it ends',
        ),
      ]
}

/**
 * `<!--` in a sentence begins no comment where an empty line comes before `-->`: its author expects it to be hidden.
 */
function brokenComments(tree: Node, source: string): BodyProblem[] {
  const problems: BodyProblem[] = []
  walk(tree, (node) => {
    if (node.type !== 'text') return
    const { from, to } = spanOf(node)
    const found = /(?<!\\)<!--/.exec(source.slice(from, to))
    if (found)
      problems.push(
        problem(
          'body-syntax',
          placeAt(source, from + found.index),
          'found <!-- that begins no comment, because an empty line or the end comes before -->: it would be shown',
          'write it on a line of its own, or \\<!-- where it is to be read',
        ),
      )
  })
  return problems
}
