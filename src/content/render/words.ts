import type { ElementContent } from 'hast'

/** The words of a node, code included. */
export function wordsOf(node: ElementContent): string {
  if (node.type === 'text') return node.value
  return 'children' in node ? node.children.map(wordsOf).join('') : ''
}
