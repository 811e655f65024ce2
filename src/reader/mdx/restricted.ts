import { TLP } from '#core/schema/vocabularies.ts'
import { proseComponent } from '#core/text/prose.ts'
import { attributesOf } from './attributes.ts'
import { isComment } from '#core/text/literal.ts'
import { problem, type BodyProblem } from './rules.ts'
import { isElement, placeOf, walk, type Element, type Node } from './tree.ts'

/** What a build may not show, and what is wrong with how it is marked. */
export interface Restriction {
  readonly doomed: ReadonlySet<Node>
  readonly problems: readonly BodyProblem[]
}

// Any writing of the word as a tag: in code, in escaped text, misspelt in case. Its author expects it to hide something.
const AS_TEXT = /<\s*\/?\s*restricted/i

/**
 * Finds the passages a build must not show. What is not understood is treated as RED: an element that is not in the table may be a
 * misspelt Restricted. Comments go from every build: they are notes to the next author, not to readers.
 */
export function findRestricted(tree: Node, source: string, mayShow: (tlp: string) => boolean): Restriction {
  const doomed = new Set<Node>()
  const problems: BodyProblem[] = []
  walk(tree, (node, ancestors) => {
    if (isElement(node)) {
      if (!mayShow(levelOf(node, source))) doomed.add(node)
    } else if ('value' in node && isExpression(node) && isComment(node.value)) {
      doomed.add(node)
    } else if (hidesInText(node)) {
      problems.push(
        problem(
          'body-restricted',
          placeOf(node),
          '<Restricted> stands in code or in plain text, where it hides nothing',
          'use it as a component, outside code',
        ),
      )
      if (!mayShow('RED')) doomed.add(ancestors[1] ?? node)
    }
  })
  return { doomed, problems }
}

const isExpression = (node: Node) => node.type === 'mdxFlowExpression' || node.type === 'mdxTextExpression'

function hidesInText(node: Node): boolean {
  switch (node.type) {
    case 'text':
    case 'code':
    case 'inlineCode':
    case 'html':
      return AS_TEXT.test(node.value)
    case 'mdxFlowExpression':
    case 'mdxTextExpression':
    case 'mdxjsEsm':
      return /restricted/i.test(node.value)
    default:
      return false
  }
}

/** The level an element asks for; RED when it cannot be told. */
function levelOf(element: Element, source: string): string {
  if (element.name === null || proseComponent(element.name) === undefined) return 'RED'
  const attributes = attributesOf(element, source)
  if (attributes.some((one) => one.code !== undefined && /restricted/i.test(one.code))) return 'RED'
  if (element.name !== 'Restricted') return 'CLEAR'
  const [tlp, ...others] = attributes
  const plain = others.length === 0 && tlp?.name === 'tlp' && typeof tlp.value === 'string' && Object.hasOwn(TLP, tlp.value)
  return plain ? String(tlp.value) : 'RED'
}
