import type { MdastNode, MdxJsxFlowElement, MdxJsxTextElement } from 'satteri'

/** A node of a parsed body. */
export type Node = MdastNode
/** A JSX element, standing alone or within a sentence. */
export type Element = MdxJsxFlowElement | MdxJsxTextElement

/** A stretch of the body text, as offsets in UTF-16 units: from, and up to but not including. */
export interface Span {
  readonly from: number
  readonly to: number
}

/** A place in the body text, both counted from 1. */
export interface Place {
  readonly line: number
  readonly column: number
}

export const childrenOf = (node: Node): readonly Node[] => ('children' in node ? node.children : [])

export const isElement = (node: Node): node is Element => node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement'

/** Where a node begins. The parser gives every node a position; one without is a fault of the program. */
export function placeOf(node: Node): Place {
  if (node.position === undefined) throw new Error(`a ${node.type} without a position`)
  return { line: node.position.start.line, column: node.position.start.column }
}

/** The text a node takes. */
export function spanOf(node: Node): Span {
  const { start, end } = node.position ?? {}
  if (start?.offset === undefined || end?.offset === undefined) throw new Error(`a ${node.type} without a position`)
  return { from: start.offset, to: end.offset }
}

/** Where an offset lies in a text. */
export function placeAt(text: string, offset: number): Place {
  const before = text.slice(0, offset)
  const lineStart = before.lastIndexOf('\n') + 1
  return { line: before.split('\n').length, column: offset - lineStart + 1 }
}

/**
 * Calls `visit` for every node in the order of the text, with its ancestors from the root down; `false` skips its children.
 * Keeps its own stack: the depth of the input must not become the depth of calls.
 */
export function walk(root: Node, visit: (node: Node, ancestors: readonly Node[]) => boolean | void): void {
  const ancestors: Node[] = []
  const waiting: { node: Node; level: number }[] = [{ node: root, level: 0 }]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    ancestors.length = next.level
    if (visit(next.node, ancestors) === false) continue
    ancestors.push(next.node)
    const level = ancestors.length
    for (const child of childrenOf(next.node).toReversed()) waiting.push({ node: child, level })
  }
}

/** The words of a node, without code, components and expressions. */
export function wordsOf(node: Node): string {
  let words = ''
  walk(node, (inner) => {
    if (inner.type === 'text' || inner.type === 'inlineCode') words += inner.value
  })
  return words
}
