import { markdownToMdast, mdxToMdast, type MdastNode, type MdxJsxFlowElement, type MdxJsxTextElement } from 'satteri'
import type { Grammar } from '#text/grammar.ts'
import { MARKDOWN_FEATURES } from '#text/markdown-features.ts'

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

/**
 * Parses a body into a tree. Only for text that `parseBody` has vetted.
 * @throws an error that `syntaxProblem` understands; never for Markdown, where everything means something.
 */
export function treeOf(text: string, grammar: Grammar): Node {
  if (grammar === 'md') return markdownToMdast(`${text}\n`, { features: MARKDOWN_FEATURES })
  // Satteri 0.10.5 ends the process when a module ends in a backslash at the very end of the text; a last line break
  // prevents it.
  return mdxToMdast(`${text}\n`, { features: MARKDOWN_FEATURES })
}

/** Types of nodes that hold words, not blocks. */
export const INLINE: ReadonlySet<string> = new Set([
  'paragraph',
  'heading',
  'emphasis',
  'strong',
  'delete',
  'link',
  'tableCell',
  'mdxJsxTextElement',
])

export const childrenOf = (node: Node): readonly Node[] => ('children' in node ? node.children : [])

export const isElement = (node: Node): node is Element =>
  node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement'

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
  let line = 1
  let lineStart = 0
  for (let end = text.indexOf('\n'); end !== -1 && end < offset; end = text.indexOf('\n', lineStart)) {
    line += 1
    lineStart = end + 1
  }
  return { line, column: offset - lineStart + 1 }
}

/** The offset of a place in a text; the reverse of `placeAt`. */
export function offsetOf(text: string, { line, column }: Place): number {
  let start = 0
  for (let passed = 1; passed < line; passed += 1) start = text.indexOf('\n', start) + 1
  return start + column - 1
}

/**
 * Calls `visit` for every node in the order of the text, with its ancestors from the root down; `false` skips its
 * children. Keeps its own stack: the depth of the input must not become the depth of calls.
 */
export function walk(root: Node, visit: (node: Node, ancestors: readonly Node[]) => boolean | void): void {
  const ancestors: Node[] = []
  const waiting: Node[] = [root]
  const levels: number[] = [0]
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    ancestors.length = levels.pop() ?? 0
    if (visit(node, ancestors) === false) continue
    const children = childrenOf(node)
    if (children.length === 0) continue
    ancestors.push(node)
    for (let index = children.length - 1; index >= 0; index -= 1) {
      const child = children[index]
      if (child === undefined) continue
      waiting.push(child)
      levels.push(ancestors.length)
    }
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
