import type { Element, ElementContent, Root } from 'hast'
import { sanitize, type Schema } from 'hast-util-sanitize'
import { markdownToHast } from 'satteri'
import { element } from '#content/prose/element.ts'
import { MARKDOWN_FEATURES } from '#text/markdown-features.ts'
import { EMPTIED_HTML, SAFE_HTML } from '#text/safe-html.ts'

const FOOTNOTE = 'footnote-'
const PROPERTIES: Readonly<Record<string, string>> = { colspan: 'colSpan', rowspan: 'rowSpan', datetime: 'dateTime' }
const ALIGNED: [string, RegExp] = ['style', /^text-align: (?:left|right|center)$/]
const NOTE_ID: [string, RegExp] = ['id', /^footnote-fn/]

const kept = Object.entries(SAFE_HTML).map(([name, attributes]) => [
  name,
  attributes.map((attribute) => PROPERTIES[attribute] ?? attribute),
])

/**
 * What stays of HTML in a body: the elements of the list, and what the parser itself makes of tables, tasks and
 * footnotes.
 */
const SCHEMA: Schema = {
  tagNames: [...Object.keys(SAFE_HTML), 'section', 'input'],
  attributes: {
    ...Object.fromEntries(kept),
    a: ['href', 'title', 'dataFootnoteRef', 'dataFootnoteBackref', 'ariaLabel', NOTE_ID],
    code: [['className', /^language-[\w+#-]+$/]],
    li: [NOTE_ID],
    section: ['dataFootnotes'],
    input: [['type', 'checkbox'], ['disabled', true], 'checked'],
    th: ['colSpan', 'rowSpan', ALIGNED],
    td: ['colSpan', 'rowSpan', ALIGNED],
  },
  required: { input: { type: 'checkbox', disabled: true } },
  protocols: { href: ['http', 'https', 'mailto'], src: ['http', 'https'] },
  ancestors: {
    tbody: ['table'],
    thead: ['table'],
    tfoot: ['table'],
    tr: ['table'],
    td: ['table'],
    th: ['table'],
    caption: ['table'],
    li: ['ul', 'ol'],
    summary: ['details'],
  },
  strip: [...EMPTIED_HTML],
  clobber: [],
}

/**
 * The tree of a body in Markdown as HTML that is safe to show: sanitized, headings one level deeper where the first
 * level is used, alerts and footnotes as this site shows them. Links and pictures are not looked at.
 */
export function markdownHast(text: string): ElementContent[] {
  const root = markdownToHast(`${text}\n`, {
    features: {
      ...MARKDOWN_FEATURES,
      gfm: { footnotes: { clobberPrefix: FOOTNOTE } },
      rawHtml: text.includes('<'),
    },
  })
  const clean = sanitize(root, SCHEMA) as Root
  const nodes = clean.children.filter((node): node is ElementContent => node.type !== 'doctype')
  const deeper = some(nodes, ({ tagName }) => tagName === 'h1')
  return nodes.map((node) => shown(node, deeper))
}

const some = (nodes: readonly ElementContent[], is: (found: Element) => boolean): boolean =>
  nodes.some((node) => node.type === 'element' && (is(node) || some(node.children, is)))

function shown(node: ElementContent, deeper: boolean): ElementContent {
  if (node.type !== 'element') return node
  const children = node.children.map((child) => shown(child, deeper))
  const { tagName, properties } = node
  if (tagName === 'section' && properties['dataFootnotes'] !== undefined)
    return element(
      'section',
      { className: ['footnotes'], ariaLabel: 'Footnotes' },
      children.filter((child) => child.type !== 'element' || !/^h\d$/.test(child.tagName)),
    )
  if (tagName === 'blockquote') return alert(children) ?? { ...node, children }
  const level = deeper ? /^h([1-5])$/.exec(tagName)?.[1] : undefined
  return { ...node, tagName: level === undefined ? tagName : `h${Number(level) + 1}`, children }
}

const ALERT = /^\s*\[!(note|tip|important|warning|caution)\][ \t]*(?:\n|$)/i

/** `> [!NOTE]` as a note with its name above. */
function alert(children: readonly ElementContent[]): Element | undefined {
  const index = children.findIndex(({ type }) => type === 'element')
  const first = children[index]
  const words = first?.type === 'element' && first.tagName === 'p' ? first.children[0] : undefined
  const found = words?.type === 'text' ? ALERT.exec(words.value) : null
  if (!found?.[1] || first?.type !== 'element' || words?.type !== 'text') return undefined
  const rest = [{ ...words, value: words.value.slice(found[0].length) }, ...first.children.slice(1)]
  const isEmpty = rest.every((one) => one.type === 'text' && one.value.trim() === '')
  const after = children.slice(index + 1)
  const name = found[1].charAt(0).toUpperCase() + found[1].slice(1).toLowerCase()
  return element('div', { className: ['note'], role: 'note' }, [
    element('p', { className: ['note-title'] }, [name]),
    ...(isEmpty ? [] : [{ ...first, children: rest }]),
    ...after,
  ])
}
