import { isReference } from '#text/address.ts'
import { HEADING_PREFIX } from '#text/heading-ids.ts'
import { TLP, type Tlp, tlpRank } from '#schema/vocabularies.ts'
import { valuesOf } from './attributes.ts'
import { isElement, placeOf, walk, type Node, type Place } from './tree.ts'

/** A reference in a body to a record or a part. */
export interface BodyReference extends Place {
  /** As written: `id`, `id#part` or `#part`, perhaps with a revision. */
  readonly ref: string
  /** What makes it: a Markdown link, or the component of that name; `Src` must name a source, `Quote` a quotation. */
  readonly by: 'link' | 'Ref' | 'Quote' | 'Src'
  /** Level of the restricted passage around it; absent outside of one. */
  readonly tlp?: Tlp
}

const MAKERS = { Ref: 'to', Quote: 'of', Src: 'id' } as const

/** The reference a node itself makes, if any. */
export function referenceOf(node: Node): BodyReference | undefined {
  if (node.type === 'link') {
    const local = node.url.startsWith(`#${HEADING_PREFIX}`)
    return isReference(node.url) && !local ? { ref: node.url, by: 'link', ...placeOf(node) } : undefined
  }
  if (!isElement(node) || node.name === null || !Object.hasOwn(MAKERS, node.name)) return undefined
  const by = node.name as keyof typeof MAKERS
  const value = valuesOf(node).get(MAKERS[by])
  return value !== undefined && isReference(value) ? { ref: value, by, ...placeOf(node) } : undefined
}

/** Every reference under a node, in the order of the text, outside what `skip` says. */
export function referencesIn(tree: Node, skip: (node: Node) => boolean = () => false): BodyReference[] {
  const references: BodyReference[] = []
  walk(tree, (node, ancestors) => {
    if (skip(node)) return false
    const reference = referenceOf(node)
    if (reference === undefined) return true
    const tlp = ancestors.flatMap((one) => labelOf(one) ?? []).sort((a, b) => tlpRank(b) - tlpRank(a))[0]
    references.push(tlp === undefined ? reference : { ...reference, tlp })
    return true
  })
  return references
}

const isTlp = (value: string): value is Tlp => Object.hasOwn(TLP, value)

/** The label of a restricted passage. */
function labelOf(node: Node): Tlp | undefined {
  const label = isElement(node) && node.name === 'Restricted' ? valuesOf(node).get('tlp') : undefined
  return label !== undefined && isTlp(label) ? label : undefined
}
