import { isLiteralOrComment } from '#text/literal.ts'
import { isElement, walk, type Node } from './tree.ts'

// Everything in code that could be a reference, with or without a part.
const WORDS = /[a-z0-9#-]+/g

/**
 * Whether code in a trusted body names something removed. What code makes of a name cannot be told without running it, so nothing can
 * be cut there.
 */
export function namesRemoved(tree: Node, gone: (ref: string) => boolean): boolean {
  let found = false
  walk(tree, (node) => {
    for (const code of codeOf(node)) for (const [word] of code.matchAll(WORDS)) found ||= gone(word) || gone(`#${word}`)
    return !found
  })
  return found
}

/** The code that a node itself holds. */
function codeOf(node: Node): string[] {
  if (node.type === 'mdxjsEsm') return [node.value]
  if (node.type === 'mdxFlowExpression' || node.type === 'mdxTextExpression') return isLiteralOrComment(node.value) ? [] : [node.value]
  if (!isElement(node)) return []
  return node.attributes.flatMap((attribute) => {
    const code = attribute.type === 'mdxJsxExpressionAttribute' ? attribute.value : typeof attribute.value === 'object' ? attribute.value?.value : undefined
    return code === undefined || isLiteralOrComment(code) ? [] : [code]
  })
}
