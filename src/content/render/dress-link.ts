import type { Element, ElementContent } from 'hast'
import type { BodyContext } from '#content/prose/body-context.ts'
import { element } from '#content/prose/element.ts'
import { readAddress } from '#text/address.ts'

/** Resolves a link; one that leads nowhere a build may show keeps its words alone. */
export function dressLink(link: Element, context: BodyContext): ElementContent[] {
  const address = readAddress(String(link.properties['href'] ?? ''))
  const title = link.properties['title']
  const titled = typeof title === 'string' ? { title } : {}
  switch (address.kind) {
    case 'web':
      return [element('a', { href: address.value, ...titled, rel: ['noopener', 'noreferrer'] }, link.children)]
    case 'mail':
    case 'heading':
      return [element('a', { href: address.value, ...titled }, link.children)]
    case 'reference': {
      const target = context.reference(address.value)
      return target === undefined ? link.children : [element('a', { href: target.href, ...titled }, link.children)]
    }
    case 'refused':
      return link.children
  }
}

/** Takes links to headings that are not there (they were cut with what they head) out of a finished body. */
export function unlinkLost(nodes: readonly ElementContent[]): ElementContent[] {
  const ids = new Set<string>()
  const links: Element[] = []
  const visit = (node: ElementContent): void => {
    if (node.type !== 'element') return
    if (typeof node.properties['id'] === 'string') ids.add(`#${node.properties['id']}`)
    if (String(node.properties['href'] ?? '').startsWith('#h-')) links.push(node)
    node.children.forEach(visit)
  }
  nodes.forEach(visit)
  const lost = new Set(links.filter((link) => !ids.has(String(link.properties['href']))))
  if (lost.size === 0) return [...nodes]
  const without = (node: ElementContent): ElementContent[] => {
    if (node.type !== 'element') return [node]
    const children = node.children.flatMap(without)
    return lost.has(node) ? children : [{ ...node, children }]
  }
  return nodes.flatMap(without)
}
