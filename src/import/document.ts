import { markdownToMdast, type MdastNode } from 'satteri'
import { isMap, parseDocument } from 'yaml'
import { MARKDOWN_FEATURES } from '#text/markdown-features.ts'
import { sectionOf, type SectionKind } from './section-kinds.ts'
import { readStamp } from './stamp.ts'

export type Node = MdastNode

/** A top-level block of a document: where it stands, and what became of it. */
export interface Block {
  readonly node: Node
  readonly from: number
  readonly to: number
  readonly line: number
  /** What of the block stays in the body, where lines of it were placed whole. */
  remaining?: string
  /** Texts of the record that hold what the block says; undefined while nothing of it was placed. */
  accounts?: string[]
}

/** A heading with what stands beneath it, up to the next heading; the first section of a document may have none. */
export interface Section {
  readonly title: string
  readonly depth: number
  readonly kind: SectionKind | undefined
  readonly heading: Block | undefined
  readonly blocks: Block[]
  readonly parent: Section | undefined
  readonly children: Section[]
  /** Line of the heading, or of what the section begins with. */
  readonly line: number
}

/** A document as the importers read it. */
export interface Document {
  readonly text: string
  readonly front: Readonly<Record<string, unknown>>
  /** How many characters the front matter takes. */
  readonly bodyFrom: number
  /** Sections in the order of the text. */
  readonly sections: readonly Section[]
  /** What stands in the way of reading the front matter. */
  readonly problem?: string
}

export const childrenOf = (node: Node): readonly Node[] => ('children' in node ? node.children : [])

/** The words of a node as plain text: marks gone, line breaks kept, pictures by their words. */
export function plain(node: Node): string {
  switch (node.type) {
    case 'text':
    case 'inlineCode':
    case 'code':
      return node.value
    case 'break':
      return '\n'
    case 'image':
    case 'imageReference':
      return node.alt ?? ''
    case 'html':
      return /^<br\s*\/?>$/i.test(node.value.trim()) ? '\n' : ''
    case 'footnoteReference':
      return ''
    default: {
      const inner = childrenOf(node).map(plain)
      return inner.join(BLOCKS.has(node.type) ? '\n' : '')
    }
  }
}

const BLOCKS = new Set(['root', 'list', 'listItem', 'blockquote', 'table'])

/** All nodes of a type within a node, itself included. */
export function within<T extends Node['type']>(node: Node, type: T): Extract<Node, { type: T }>[] {
  const found: Extract<Node, { type: T }>[] = []
  const waiting: Node[] = [node]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (next.type === type) found.push(next as Extract<Node, { type: T }>)
    waiting.push(...[...childrenOf(next)].reverse())
  }
  return found
}

/** A text on one line. */
export const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()

export const lineOf = (node: Node): number => node.position?.start.line ?? 1

const span = (node: Node) => ({
  from: node.position?.start.offset ?? 0,
  to: node.position?.end.offset ?? 0,
})

const FENCE = /^(?:\ufeff)?---[ \t]*\n/

/** The front matter of a text, as plain data with dates as they were written. */
function frontMatter(text: string): { front: Record<string, unknown>; length: number; problem?: string } {
  const open = FENCE.exec(text)
  const close = open ? /^(?:---|\.\.\.)[ \t]*$/m.exec(text.slice(open[0].length)) : null
  if (!open || !close) return { front: {}, length: 0 }
  const yaml = text.slice(open[0].length, open[0].length + close.index)
  const length = open[0].length + close.index + close[0].length
  // The schema "core" leaves dates the texts they are.
  const document = parseDocument(yaml, { schema: 'core', uniqueKeys: false, logLevel: 'silent' })
  if (document.errors.length > 0 || (document.contents !== null && !isMap(document.contents)))
    return { front: {}, length: 0, problem: document.errors[0]?.message.split('\n')[0] ?? 'it is no list of fields' }
  return { front: (document.toJS({ maxAliasCount: 20 }) as Record<string, unknown> | null) ?? {}, length }
}

/** The words of a paragraph that stands for a heading: **Timeline:** by itself, or Timeline: above a list. */
function headingWords(node: Node, next: Node | undefined): string | undefined {
  if (node.type !== 'paragraph') return undefined
  const words = oneLine(plain(node))
  if (words.length > 60 || sectionOf(words) === undefined) return undefined
  const [only, ...more] = node.children
  const bold = more.length === 0 && only?.type === 'strong'
  const above = /:$/.test(words) && (next?.type === 'list' || next?.type === 'table' || next?.type === 'paragraph')
  return bold || above ? words : undefined
}

/**
 * The timeline that a heading of a day or a time goes on with, though it is no deeper: `## Timeline`, then `## 12 May`.
 */
function timelineBefore(sections: readonly Section[], depth: number, title: string): Section | undefined {
  const isWhen = (words: string) => {
    const stamp = readStamp(words)
    return stamp !== undefined && (stamp.day !== undefined || stamp.time !== undefined)
  }
  const index = sections.findLastIndex(({ kind, depth: of }) => kind === 'timeline' && of === depth)
  const between = sections.slice(index + 1).filter(({ depth: of }) => of <= depth)
  return index !== -1 && isWhen(title) && between.every(({ title: words }) => isWhen(words))
    ? sections[index]
    : undefined
}

/**
 * Cuts Markdown into sections. Never fails; nothing in the text is run.
 * @param text CommonMark and GFM with an optional front matter, line ends as `\n`.
 */
export function readDocument(text: string): Document {
  const { front, length, problem } = frontMatter(text)
  // Blank lines in the place of the front matter keep lines and offsets those of the file.
  const body = text.slice(0, length).replace(/[^\n]/g, ' ') + text.slice(length)
  const root = markdownToMdast(`${body}\n`, { features: MARKDOWN_FEATURES })
  const sections: Section[] = []
  const add = (title: string, depth: number, heading: Block | undefined, line: number) => {
    const above = sections.findLast((one) => one.depth < depth && one.heading !== undefined)
    const parent = timelineBefore(sections, depth, title) ?? above
    const ownKind = sectionOf(title)
    const section: Section = {
      title,
      depth,
      kind: ownKind,
      heading,
      blocks: [],
      parent,
      children: [],
      line,
    }
    parent?.children.push(section)
    sections.push(section)
    return section
  }
  let current = add('', 0, undefined, 1)
  const nodes = childrenOf(root)
  nodes.forEach((node, index) => {
    const block: Block = { node, ...span(node), line: lineOf(node) }
    const words = node.type === 'heading' ? oneLine(plain(node)) : headingWords(node, nodes[index + 1])
    if (words === undefined) current.blocks.push(block)
    else current = add(words, node.type === 'heading' ? node.depth : 6.5, block, block.line)
  })
  return { text, front, bodyFrom: length, sections, ...(problem === undefined ? {} : { problem }) }
}
