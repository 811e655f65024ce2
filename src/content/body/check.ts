import { findStray } from '#schema/characters.ts'
import { readAddress, isImageFile } from '#text/address.ts'
import { checkElement } from './check-element.ts'
import { isLiteralOrComment } from '#text/literal.ts'
import { headingAnchors } from './relink.ts'
import { MOST_PROBLEMS, problem, type BodyProblem } from './rules.ts'
import { isElement, placeOf, walk, type Node } from './tree.ts'

/** Applies every rule but that of restricted passages to a parsed body; problems come in the order of the text. */
export function checkTree(tree: Node, source: string): BodyProblem[] {
  const problems: BodyProblem[] = []
  const headings = headingAnchors(tree)
  walk(tree, (node, ancestors) => {
    if (problems.length >= MOST_PROBLEMS) return false
    problems.push(...checkNode(node, headings), ...checkCharacters(node))
    if (isElement(node)) problems.push(...checkElement(node, ancestors.at(-1), source))
    return true
  })
  return problems
}

// As scribes write them: `ACTION:`, `RESOLUTION [p-date by acme]:`.
const MINUTE_LINE = /^(Topic|RESOLUTION|ACTION|ISSUE)(?: ?\[[^\]\n]*\])?:/

/**
 * Finds the lines in the body of a meeting that an earlier version made points of. Whoever wrote them expects points,
 * so they are not passed on as words that say `ACTION:`; one problem for each line.
 */
export function findMinuteLines(tree: Node): BodyProblem[] {
  const problems: BodyProblem[] = []
  walk(tree, (node) => {
    if (node.type !== 'paragraph') return true
    for (const [index, child] of node.children.entries()) {
      if (child.type !== 'text') continue
      const begins = index === 0 || node.children[index - 1]?.type === 'break'
      for (const [at, line] of child.value.split('\n').entries()) {
        const word = at === 0 && !begins ? undefined : MINUTE_LINE.exec(line)?.[1]
        const { line: first, column } = placeOf(child)
        const place = { line: first + at, column: at === 0 ? column : 1 }
        if (word !== undefined)
          problems.push(
            problem(
              'body-minute',
              place,
              `found a line that begins with "${word}:"; such lines no longer become points`,
              MINUTE_FIX,
            ),
          )
      }
    }
    return true
  })
  return problems.slice(0, MOST_PROBLEMS)
}

const MINUTE_FIX = 'write a point under points: in the front matter, or begin the paragraph with other words'

function checkNode(node: Node, headings: ReadonlySet<string>): BodyProblem[] {
  switch (node.type) {
    case 'mdxjsEsm':
      return [problem('body-code', placeOf(node), `found code in the body: ${excerpt(node.value)}`, 'take it out')]
    case 'mdxFlowExpression':
    case 'mdxTextExpression':
      return isLiteralOrComment(node.value)
        ? []
        : [problem('body-code', placeOf(node), `found code in the body: {${excerpt(node.value)}}`, CODE_FIX)]
    case 'heading':
      return node.depth === 1
        ? [problem('body-heading', placeOf(node), 'found a first-level heading', 'begin the line with ## instead')]
        : []
    case 'link':
      return checkLink(node.url, node, headings)
    case 'image':
      return checkImage(node.url, node.alt ?? '', node)
    case 'footnoteReference':
    case 'footnoteDefinition':
      return [
        problem(
          'body-footnote',
          placeOf(node),
          'found a footnote',
          'cite a source with <Src id="…" />, and put an aside in the text',
        ),
      ]
    case 'definition':
      return [
        problem(
          'body-footnote',
          placeOf(node),
          'found a link definition',
          'write the address in place: [text](https://…)',
        ),
      ]
    case 'html':
      return [problem('body-component', placeOf(node), 'found raw HTML', 'use Markdown')]
    default:
      return []
  }
}

/**
 * What entities say once they are decoded: the file itself was looked at when it was read, and addresses have a check
 * of their own.
 */
export function checkCharacters(node: Node): BodyProblem[] {
  const attributes = isElement(node) ? node.attributes.map(({ value }) => value) : []
  const said = Object.entries(node).map(([name, value]: [string, unknown]) => (name === 'url' ? '' : value))
  const stray = [...said, ...attributes]
    .map((one) => (typeof one === 'string' ? findStray(one) : undefined))
    .find((one) => one !== undefined)
  return stray === undefined
    ? []
    : [problem('file-encoding', placeOf(node), `expected text, found ${stray.found}`, stray.fix)]
}

const CODE_FIX = 'take it out; a brace that is meant to be read is written \\{'
const excerpt = (code: string) => (code.length > 40 ? `${code.slice(0, 40)}…` : code).replace(/\s+/g, ' ')

function checkLink(url: string, node: Node, headings: ReadonlySet<string>): BodyProblem[] {
  const address = readAddress(url)
  if (address.kind === 'refused') return [problem('body-url', placeOf(node), address.why, address.fix)]
  if (address.kind !== 'heading' || headings.has(address.value)) return []
  const known = headings.size === 0 ? 'this body has no headings' : `link to one of ${[...headings].join(', ')}`
  return [problem('body-url', placeOf(node), `no heading has the anchor ${url}`, known)]
}

function checkImage(url: string, alt: string, node: Node): BodyProblem[] {
  const problems: BodyProblem[] = []
  if (!isImageFile(url))
    problems.push(
      problem('body-image', placeOf(node), `"${excerpt(url)}" is no picture file beside the record`, IMAGE_FIX),
    )
  if (alt.trim() === '')
    problems.push(
      problem(
        'body-image',
        placeOf(node),
        'the picture has no words for those who cannot see it',
        'write ![what it shows](file.png)',
      ),
    )
  return problems
}

export const IMAGE_FIX = 'put a png, jpg, webp, avif or gif into the folder of the record and write its file name'
