import { alertOf } from '#content/body/silent.ts'
import { htmlTokens } from '#content/body/html-tokens.ts'
import { childrenOf, walk, type Node } from '#content/body/tree.ts'
import type { BodyContext } from '#content/prose/body-context.ts'
import { imagePath, readAddress } from '#text/address.ts'
import { EMPTIED_HTML, isSafeTag, SAFE_HTML } from '#text/safe-html.ts'

type Definition = Extract<Node, { type: 'definition' }>

/** What the nodes of one body have in common. */
interface Body {
  readonly definitions: ReadonlyMap<string, Definition>
  readonly deeper: boolean
  readonly context: BodyContext
}

/**
 * The tree of a body in Markdown with what pages show of it, and nothing else: addresses in place, headings one level
 * deeper where the first level is used, alerts as quotations with a name, of HTML the safe part, and words for pictures
 * that no page shows.
 */
export function shownTree(tree: Node, context: BodyContext): readonly Node[] {
  const definitions = new Map<string, Definition>()
  let deeper = false
  walk(tree, (node) => {
    if (node.type === 'definition' && !definitions.has(node.identifier)) definitions.set(node.identifier, node)
    deeper ||= node.type === 'heading' && node.depth === 1
  })
  return shownChildren(childrenOf(tree), { definitions, deeper, context })
}

/** Children, without what an element that is emptied encloses. */
function shownChildren(children: readonly Node[], body: Body): Node[] {
  let until: string | undefined
  return children.flatMap((child) => {
    if (child.type !== 'html') return until === undefined ? shown(child, body) : []
    const { value, open } = safeHtml(child.value, body, until)
    until = open
    return value === '' ? [] : [{ ...child, value }]
  })
}

function shown(node: Node, body: Body): Node[] {
  switch (node.type) {
    case 'definition':
      return []
    case 'linkReference': {
      const definition = body.definitions.get(node.identifier)
      const children = shownChildren(node.children, body)
      return definition === undefined
        ? children
        : ([{ type: 'link', url: definition.url, title: definition.title, children }] as Node[])
    }
    case 'imageReference':
      return picture(body.definitions.get(node.identifier)?.url ?? '', node.alt ?? '', body)
    case 'image':
      return picture(node.url, node.alt ?? '', body)
    default:
      return 'children' in node ? [withChildren(node, shownChildren(childrenOf(node), body), body)] : [node]
  }
}

function withChildren(node: Node, children: Node[], { deeper }: Body): Node {
  const alert = alertOf(node)
  if (alert !== undefined) return withName(node, alert, children)
  const depth = node.type === 'heading' ? { depth: deeper ? Math.min(6, node.depth + 1) : node.depth } : {}
  return { ...node, ...depth, children } as Node
}

/** `> [!NOTE]` as a quotation that begins with its name. */
function withName(node: Node, alert: string, [first, ...rest]: Node[]): Node {
  const [words, ...inner] = first === undefined ? [] : childrenOf(first)
  const value = words?.type === 'text' ? words.value.replace(/^\[![a-z]+\][ \t]*\n?/i, '') : ''
  const left = [...(value === '' ? [] : [{ type: 'text', value }]), ...inner]
  const name = { type: 'strong', children: [{ type: 'text', value: alert.charAt(0).toUpperCase() + alert.slice(1) }] }
  const paragraphs = [{ type: 'paragraph', children: [name] }]
  if (left.length > 0) paragraphs.push({ ...first, children: left } as (typeof paragraphs)[number])
  return { ...node, children: [...paragraphs, ...rest] } as Node
}

function picture(url: string, alt: string, { context }: Body): Node[] {
  const path = imagePath(url)
  if (path !== undefined && context.picture(path)) return [{ type: 'image', url, alt, title: null }]
  const words = { type: 'text', value: alt.trim() === '' ? url : alt } as const
  if (readAddress(url).kind === 'web') return [{ type: 'link', url, title: null, children: [words] }]
  return alt.trim() === '' ? [] : [words]
}

const escaped = (text: string) =>
  text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? sign)

/**
 * The safe part of a stretch of HTML: tags of the list with the attributes that stay, and words. `until` is the
 * element, opened before, whose content goes; `open` the one that is still open at the end.
 */
function safeHtml(html: string, body: Body, until: string | undefined): { value: string; open: string | undefined } {
  let [value, open] = ['', until]
  for (const { type, value: words, attributes } of htmlTokens(html)) {
    const name = words.toLowerCase()
    if (open !== undefined) {
      if (type === 'close' && name === open) open = undefined
    } else if (type === 'text') value += escaped(words)
    else if (type === 'open' && EMPTIED_HTML.includes(name)) open = name === 'embed' ? undefined : name
    else if (type !== 'hidden' && isSafeTag(name))
      value += type === 'close' ? `</${name}>` : tag(name, attributes, body)
  }
  return { value: value.trim() === '' ? '' : value, open }
}

function tag(name: string, attributes: ReadonlyMap<string, string>, body: Body): string {
  if (name === 'img') {
    const [shownPicture] = picture(attributes.get('src') ?? '', attributes.get('alt') ?? '', body)
    if (shownPicture?.type === 'link')
      return `<a href="${escaped(shownPicture.url)}">${escaped(attributes.get('alt') || shownPicture.url)}</a>`
    if (shownPicture?.type !== 'image') return escaped(attributes.get('alt') ?? '')
  }
  const kept = SAFE_HTML[name] ?? []
  const written = [...attributes].flatMap(([key, value]) => {
    const target = kept.includes(key) ? address(key, value, body) : undefined
    return target === undefined ? [] : ` ${key}="${escaped(target)}"`
  })
  return `<${name}${written.join('')}>`
}

function address(key: string, value: string, { context }: Body): string | undefined {
  if (key === 'src') return context.picture(imagePath(value) ?? '')?.src
  if (key !== 'href') return value
  const { kind } = readAddress(value)
  return kind === 'reference' ? context.reference(value)?.href : kind === 'refused' ? undefined : value
}
