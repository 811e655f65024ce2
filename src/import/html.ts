import type { Element, Nodes, Root } from 'hast'
import { toMdast } from 'hast-util-to-mdast'
import { gfmToMarkdown } from 'mdast-util-gfm'
import { toMarkdown } from 'mdast-util-to-markdown'
import { htmlToHast } from 'satteri'
import type { Note } from './draft.ts'
import { plainTable } from './html-table.ts'

const SILENT = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'link',
  'meta',
  'iframe',
  'object',
  'embed',
  'svg',
  'canvas',
  'audio',
  'video',
])
const DEEPEST = 200
// A record holds far fewer; and the converter runs out of stack where one element holds some 100,000 others.
const MOST_ELEMENTS = 50_000

/** What makes HTML unfit for conversion; undefined for what can be converted. */
export interface HtmlProblem {
  readonly problem: string
  readonly fix: string
}

const isElement = (node: Nodes): node is Element => node.type === 'element'
const classes = (node: Element): string => {
  const value = node.properties['className'] ?? node.properties['class'] ?? ''
  return Array.isArray(value) ? value.join(' ') : String(value)
}

/** Where Google’s documents send links through their own address, the address that is meant. */
function straight(href: string): string {
  const match = /^https:\/\/www\.google\.com\/url\?(?:[^#]*&)?q=([^&#]+)/.exec(href)
  try {
    return match?.[1] === undefined ? href : decodeURIComponent(match[1])
  } catch {
    return href
  }
}

const CHECKED = /\b(?:checked|checkbox-on|is-checked|task-list-item-checked)\b/
const TASK = /\b(?:to-do-list|inline-task-list|task-list|checklist)\b/

/** What was taken out of a page, by the name of its tag. */
type Removed = Map<string, number>

/**
 * Readies a tree for conversion, level by level: what pages cannot show goes, and what editors mark by classes becomes
 * plain HTML.
 */
function tidy(root: Root, removed: Removed): HtmlProblem | undefined {
  let level: (Root | Element)[] = [root]
  let elements = 0
  for (let depth = 0; level.length > 0; depth += 1) {
    elements += level.length
    if (elements > MOST_ELEMENTS)
      return {
        problem: `a page is converted up to ${MOST_ELEMENTS.toLocaleString('en-GB')} elements, and this one has more`,
        fix: 'split the document, or keep logs and exports outside it',
      }
    if (depth > DEEPEST)
      return {
        problem: `more than ${DEEPEST} elements nest inside one another`,
        fix: 'export it again, as Markdown if you can',
      }
    const next: Element[] = []
    for (const node of level) {
      node.children = node.children.filter((child) => {
        if (child.type === 'comment') {
          removed.set('comment', (removed.get('comment') ?? 0) + 1)
          return false
        }
        if (!isElement(child) || !SILENT.has(child.tagName)) return child.type !== 'doctype'
        removed.set(child.tagName, (removed.get(child.tagName) ?? 0) + 1)
        return false
      }) as typeof node.children
      for (const child of node.children)
        if (isElement(child)) next.push(tidyElement(child, isElement(node) ? node : undefined, removed))
    }
    level = next
  }
  return undefined
}

function tidyElement(node: Element, parent: Element | undefined, removed: Removed): Element {
  const { properties } = node
  if (node.tagName === 'a' && typeof properties['href'] === 'string') properties['href'] = straight(properties['href'])
  // A mention of somebody, or an anchor: words without an address.
  else if (node.tagName === 'a') node.tagName = 'span'
  if (node.tagName === 'table') plainTable(node)
  // Confluence writes the name of the space before the title of a page.
  if (/^title-(?:text|heading)$/.test(String(properties['id'] ?? ''))) dropSpace(node, removed)
  if (node.tagName === 'img' && typeof properties['src'] === 'string' && /^data:/i.test(properties['src'])) {
    removed.set('picture', (removed.get('picture') ?? 0) + 1)
    node.tagName = 'span'
    node.children = typeof properties['alt'] === 'string' ? [{ type: 'text', value: properties['alt'] }] : []
  }
  if (node.tagName === 'li' && parent && (TASK.test(classes(parent)) || TASK.test(classes(node)))) {
    const inner = node.children.find((child) => isElement(child) && /\bcheckbox\b/.test(classes(child)))
    const on = CHECKED.test(classes(node)) || (inner !== undefined && isElement(inner) && CHECKED.test(classes(inner)))
    node.children = [
      { type: 'element', tagName: 'input', properties: { type: 'checkbox', checked: on }, children: [] },
      ...node.children.filter((child) => child !== inner),
    ]
  }
  // Google’s documents have titles that are no headings.
  if (node.tagName === 'p' && /(?:^| )title(?: |$)/.test(classes(node))) node.tagName = 'h1'
  // A time that stands only in its attribute.
  if (node.tagName === 'time' && node.children.length === 0 && typeof properties['dateTime'] === 'string')
    node.children = [{ type: 'text', value: properties['dateTime'] }]
  return node
}

/** Takes the name of a space from the text of a title: `Engineering : Search down`. */
function dropSpace(node: Element, removed: Removed): void {
  const [only, ...more] = node.children
  if (more.length > 0) return
  if (only && isElement(only)) dropSpace(only, removed)
  if (only?.type !== 'text') return
  const space = /^\s*([^:]{1,60}?) : (?=\S)/.exec(only.value)
  if (!space) return
  removed.set(`"${space[1] ?? ''}"`, 0)
  only.value = only.value.slice(space[0].length)
}

function titleOf(root: Root): string | undefined {
  const waiting: Nodes[] = [root]
  for (let next = waiting.shift(); next !== undefined && waiting.length < 1000; next = waiting.shift()) {
    if (isElement(next) && next.tagName === 'title') {
      const [text] = next.children
      return text?.type === 'text' ? text.value.trim() : undefined
    }
    if ('children' in next) waiting.push(...next.children.slice(0, 50))
  }
  return undefined
}

const WORDS: Readonly<Record<string, string>> = {
  script: 'scripts',
  style: 'styles',
  comment: 'HTML comments',
  picture: 'embedded pictures',
  iframe: 'frames',
  svg: 'drawings',
  video: 'videos',
  audio: 'sounds',
}

/**
 * Converts a page, such as an export of Confluence, Google Docs or Notion, to Markdown. Nothing in it is run or
 * fetched.
 * @returns Markdown with its line ends as `\n`, and what was left out; or what keeps it from being converted.
 */
export function htmlToMarkdown(html: string): { markdown: string; notes: Note[] } | HtmlProblem {
  const root = htmlToHast(html) as unknown as Root
  const title = titleOf(root)
  const removed: Removed = new Map()
  const problem = tidy(root, removed)
  if (problem) return problem
  const markdown = toMarkdown(toMdast(root, { document: true }), {
    bullet: '-',
    rule: '-',
    extensions: [gfmToMarkdown({ tablePipeAlign: false })],
  })
  const told = [...removed].filter(([name]) => !['link', 'meta', 'style', 'noscript', 'template'].includes(name))
  const notes = told.map(([name, count]) => ({
    message:
      count === 0
        ? `the name of the space before the title, ${name}, is left out`
        : `${count} ${count === 1 ? (WORDS[name] ?? name).replace(/s$/, '') : (WORDS[name] ?? name)} ` +
          `of the page ${count === 1 ? 'is' : 'are'} left out`,
    ...(name === 'picture'
      ? { fix: 'save the pictures as files beside the record, and show them with ![words](file.png)' }
      : {}),
  }))
  const hasHeading = /^#{1,2} /m.test(markdown)
  return { markdown: hasHeading || !title ? markdown : `# ${title.replace(/\s+/g, ' ')}\n\n${markdown}`, notes }
}
