import { problem, type BodyProblem } from './rules.ts'
import { childrenOf, isElement, placeOf, spanOf, walk, type Element, type Node } from './tree.ts'

/**
 * Finds a component whose closing tag stands outside the emphasis or link in which it was opened. Satteri 0.10.5
 * accepts that and ends the component early, so that the rest of a restricted passage would not be known as one.
 */
export function findCrossedTag(tree: Node, source: string): BodyProblem | undefined {
  let crossed: Element | undefined
  walk(tree, (node) => {
    if (crossed === undefined && isElement(node) && !hasOwnEnd(node, source)) crossed = node
    return crossed === undefined
  })
  if (crossed === undefined) return undefined
  const name = crossed.name ?? ''
  return problem(
    'body-syntax',
    placeOf(crossed),
    `<${name}> is opened here and closed outside what it was opened in`,
    `move </${name}> next to <${name}>`,
  )
}

/**
 * Whether the text of an element ends with its own closing tag, after all its children, or is one tag that closes
 * itself.
 */
function hasOwnEnd(element: Element, source: string): boolean {
  const { from, to } = spanOf(element)
  const last = childrenOf(element).at(-1)
  // Cut out and trimmed, because a pattern tried at every "<" and at every space after it takes ages on a long element.
  const begin = source.lastIndexOf('<', to - 1)
  const tag = source.slice(Math.max(from, begin), to)
  const name = tag.startsWith('</') && tag.endsWith('>') ? tag.slice(2, -1).trim() : undefined
  if (name === undefined || /[\s<>]/.test(name)) return last === undefined && tag.endsWith('/>')
  return name === (element.name ?? '') && (last === undefined || spanOf(last).to <= begin)
}
