import type { Element, ElementContent } from 'hast'
import type { BodyContext } from '#content/prose/body-context.ts'
import { element } from '#content/prose/element.ts'
import { picture } from '#content/prose/picture.ts'
import { readAddress } from '#text/address.ts'
import type { Grammar } from '#text/grammar.ts'
import { highlighted } from './highlight.ts'
import { HEADING_PREFIX, type HeadingId, headingIds } from '#text/heading-ids.ts'

/** The words of a node, code included. */
export function wordsOf(node: ElementContent): string {
  if (node.type === 'text') return node.value
  if (node.type === 'element' && node.properties['dataFootnoteRef'] !== undefined) return ''
  return 'children' in node ? node.children.map(wordsOf).join('') : ''
}

/**
 * Turns one plain element, its children done, into what the site shows; called in the order of the text. `words` are
 * those that the author wrote in it.
 */
export type Transform = (plain: Element, words: string) => ElementContent[]

/**
 * The transform of one body, which counts its headings and tables: heading ids, resolved and checked links, tables and
 * code that can be scrolled with the keyboard, no style. Components make their own HTML and are not touched.
 */
export function bodyTransform(context: BodyContext, grammar: Grammar): Transform {
  const nextId = headingIds()
  let tables = 0
  return (plain, words) => {
    switch (plain.tagName) {
      case 'h1':
      case 'h2':
      case 'h3':
      case 'h4':
      case 'h5':
      case 'h6':
        return [heading(plain, nextId(words), grammar)]
      case 'a':
        return isOfFootnote(plain) ? [plain] : resolveLink(plain, context)
      case 'img': {
        const [src, alt] = [String(plain.properties['src'] ?? ''), String(plain.properties['alt'] ?? '')]
        const image = picture(src, alt, context)
        return image === undefined ? (grammar === 'md' ? inWords(src, alt) : []) : [image]
      }
      case 'th':
      case 'td':
        return [alignedCell(plain)]
      case 'table':
        tables += 1
        return [scrollableTable(plain, tables)]
      case 'input':
        return [element('span', { className: ['task'] }, [plain.properties['checked'] === true ? 'Done:' : 'Open:'])]
      case 'pre':
        return [{ ...plain, properties: { tabIndex: 0 } }]
      case 'code':
        return [
          { ...plain, properties: {}, children: highlighted(plain.properties['className'], words) ?? plain.children },
        ]
      default:
        return [plain]
    }
  }
}

/** A heading with its id; the one that it had in an earlier version leads to it, too. Markdown was not read then. */
function heading(plain: Element, { id, formerly }: HeadingId, grammar: Grammar): Element {
  const former = formerly === undefined || grammar === 'md' ? [] : [element('span', { id: formerly }, [])]
  return { ...plain, properties: { id }, children: [...former, ...plain.children] }
}

const isOfFootnote = ({ properties }: Element): boolean =>
  properties['dataFootnoteRef'] !== undefined || properties['dataFootnoteBackref'] !== undefined

/** What stands for a picture that no page can show: a link to one elsewhere, else its words. */
function inWords(src: string, alt: string): ElementContent[] {
  const address = readAddress(src)
  const words: ElementContent = { type: 'text', value: alt.trim() === '' ? src : alt }
  return address.kind === 'web'
    ? [element('a', { href: address.value, rel: ['noopener', 'noreferrer'] }, [words])]
    : alt.trim() === ''
      ? []
      : [words]
}

/** The parser encodes anchors, whose ids are written as they are. */
function decodedAnchor(href: string): string {
  if (!href.startsWith(`#${HEADING_PREFIX}`) || !href.includes('%')) return href
  try {
    return decodeURIComponent(href)
  } catch {
    return href
  }
}

/** Resolves a link; one that leads nowhere a build may show keeps its words alone. */
function resolveLink(link: Element, context: BodyContext): ElementContent[] {
  const address = readAddress(decodedAnchor(String(link.properties['href'] ?? '')))
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

/** A cell: alignment as a class, since a style attribute would break the site's Content-Security-Policy. */
function alignedCell(cell: Element): Element {
  const side = /text-align: (left|right|center)/.exec(String(cell.properties['style'] ?? ''))?.[1]
  return element(
    cell.tagName,
    {
      ...(cell.tagName === 'th' ? { scope: 'col' } : {}),
      ...(side === undefined ? {} : { className: [`align-${side}`] }),
    },
    cell.children,
  )
}

/** A table in a region that scrolls by itself and can be reached with the keyboard; named after its columns. */
function scrollableTable(table: Element, number: number): Element {
  const columns = headCells(table)
    .map((cell) => wordsOf(cell).trim())
    .filter((words) => words !== '')
  const ariaLabel = `Table ${number}${columns.length > 0 ? `: ${columns.join(', ')}` : ''}`
  return element('div', { className: ['table-scroll'], role: 'region', tabIndex: 0, ariaLabel }, [table])
}

const headCells = (node: Element): Element[] =>
  node.children.flatMap((child) =>
    child.type !== 'element' ? [] : child.tagName === 'th' ? [child] : headCells(child),
  )

/**
 * A finished body: links to headings that are not there (they were cut with what they head) are taken out, and former
 * ids that another heading has now.
 */
export function finished(nodes: readonly ElementContent[]): ElementContent[] {
  const ids = new Map<string, Element>()
  const formerIds: Element[] = []
  const links: Element[] = []
  const visit = (node: ElementContent): void => {
    if (node.type !== 'element') return
    const id = node.properties['id']
    if (typeof id === 'string' && node.tagName === 'span' && id.startsWith(HEADING_PREFIX)) formerIds.push(node)
    else if (typeof id === 'string') ids.set(`#${id}`, node)
    if (String(node.properties['href'] ?? '').startsWith(`#${HEADING_PREFIX}`)) links.push(node)
    node.children.forEach(visit)
  }
  nodes.forEach(visit)
  const lost = new Set<Element>()
  for (const node of formerIds) {
    const anchor = `#${String(node.properties['id'])}`
    if (ids.has(anchor)) lost.add(node)
    else ids.set(anchor, node)
  }
  for (const node of links) if (!ids.has(String(node.properties['href']))) lost.add(node)
  if (lost.size === 0) return [...nodes]
  const without = (node: ElementContent): ElementContent[] => {
    if (node.type !== 'element') return [node]
    const children = node.children.flatMap(without)
    return lost.has(node) ? children : [{ ...node, children }]
  }
  return nodes.flatMap(without)
}
