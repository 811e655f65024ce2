import type { Heading } from '#schema/entry.ts'
import { imagePath } from '#text/address.ts'
import { oneLine } from '#text/words.ts'
import { cutEdits } from './cut.ts'
import { edited, type Edit } from './edit.ts'
import { checkCharacters } from './check.ts'
import { checkHtml, commentsIn, htmlIn, picturesIn, withoutComments } from './markdown-html.ts'
import { readLinks, type IsRecord } from './markdown-links.ts'
import { harmlessHtml } from './harmless-html.ts'
import { headingsIn, leadOf, sameWords, titleHeading } from './outline.ts'
import { isUnread, parseBody } from './parse.ts'
import { referencesIn, type BodyReference } from './references.ts'
import { findSilentChanges } from './silent.ts'
import { MOST_PROBLEMS, type BodyProblem } from './rules.ts'
import { childrenOf, spanOf, walk, wordsOf, type Node } from './tree.ts'

/** A body in Markdown as builds use it. */
export interface MarkdownRead {
  /** The source without comments, without the heading that is the title, and with links as this site writes them. */
  readonly text: string
  readonly problems: readonly BodyProblem[]
  readonly references: readonly BodyReference[]
  /** Paths of the pictures that it shows, beside the record. */
  readonly images: readonly string[]
  readonly headings: readonly Heading[]
  /** Words of the heading that is the title. */
  readonly title?: string
  /** Words of the paragraph that says what happened; empty where there is none. */
  readonly lead: string
}

/**
 * Reads a body in Markdown, as people paste it. Comments go, and with them whatever else Markdown shows to nobody; what
 * pages leave out is named. Nothing is run.
 * @param source Markdown without front matter and byte order mark. All places are counted from 1 within it.
 * @param title the title that the record has already; the same words as a first heading are not repeated.
 */
export function readMarkdown(source: string, title: string | undefined, isRecord: IsRecord): MarkdownRead {
  const tree = parseBody(source, 'md')
  if (isUnread(tree)) return { text: '', problems: tree, references: [], images: [], headings: [], lead: '' }
  const links = readLinks(tree, source, isRecord)
  const problems = [
    ...findSilentChanges(tree, source, 'md'),
    ...checkHtml(tree, source),
    ...links.problems,
    ...charactersIn(tree),
  ].sort((a, b) => a.line - b.line || a.column - b.column)
  const heading = titleHeading(tree)
  const isTitle = heading !== undefined && (title === undefined || sameWords(wordsOf(heading), title))
  const doomed = new Set([...links.unused, ...(isTitle ? [heading] : [])])
  // A passage that its author believes hidden is shown to nobody, whatever else is mended.
  const hidden = problems.some(({ rule }) => rule === 'body-restricted')
  const text = hidden ? '' : harmless(rewritten(source, tree, doomed, links.edits))
  const left = text === source ? tree : parseBody(text, 'md')
  if (isUnread(left))
    return { text: '', problems: [...problems, ...left], references: [], images: [], headings: [], lead: '' }
  return {
    text,
    problems: problems.slice(0, MOST_PROBLEMS),
    references: referencesIn(left),
    images: imagesIn(left),
    headings: headingsIn(left),
    ...(isTitle ? { title: oneLine(wordsOf(heading)) } : {}),
    lead: leadOf(tree, doomed),
  }
}

function charactersIn(tree: Node): BodyProblem[] {
  const problems: BodyProblem[] = []
  walk(tree, (node) => void problems.push(...checkCharacters(node)))
  return problems
}

/** The text with HTML that pages leave out made plain: data hold it for programs, which may show it as it is. */
function harmless(text: string): string {
  if (!text.includes('<')) return text
  const tree = parseBody(text, 'md')
  if (isUnread(tree)) return text
  const edits = htmlIn(tree).flatMap((node): Edit[] => {
    const { from, to } = spanOf(node)
    const written = text.slice(from, to)
    // A block of nothing but what no page shows goes; within a line it would leave a hole.
    const put = isEmptied(harmlessHtml(written)) && isAlone(text, from, to) ? '' : harmlessHtml(written)
    return written === put ? [] : [{ from, to, put }]
  })
  return edits.length === 0 ? text : edited(text, edits)
}

const isEmptied = (html: string) => html.startsWith('<template>') && html.trimEnd().endsWith('</template>')

/** Whether nothing but the marks of a quotation stands before and after it on its lines. */
const isAlone = (text: string, from: number, to: number) =>
  /(?:^|\n)[ \t>]*$/.test(text.slice(Math.max(0, from - 80), from)) &&
  /^[ \t]*(?:\r?\n|$)/.test(text.slice(to, to + 80))

/** Takes out what goes, comments in such a way that the text around them stays what it was. */
function rewritten(source: string, tree: Node, doomed: ReadonlySet<Node>, edits: readonly Edit[]): string {
  const html = htmlIn(tree)
  const whole = new Set<Node>(html.filter((node) => withoutComments(node.value).trim() === ''))
  const within = html.filter((node) => !whole.has(node)).flatMap((node) => commentsIn(node, source))
  const inside = within.map((span) => ({ ...span, put: '' }))
  if (whole.size > 0 || inside.length > 0) {
    const left = parseBody(edited(source, [...cutEdits(source, tree, whole), ...inside]), 'md')
    if (isUnread(left) || shapeOf(left, new Set()) !== shapeOf(tree, whole))
      // An empty comment holds the place of each: without it, its neighbours would be read otherwise.
      return edited(source, [
        ...cutEdits(source, tree, doomed),
        ...html.flatMap((node) => commentsIn(node, source)).map((span) => ({ ...span, put: '<!---->' })),
        ...edits,
      ])
  }
  return edited(source, [...cutEdits(source, tree, new Set([...doomed, ...whole])), ...inside, ...edits])
}

/** What a tree says, without places and addresses: two texts of one shape are shown alike. */
function shapeOf(node: Node, gone: ReadonlySet<Node>): string {
  if (gone.has(node)) return ''
  if (node.type === 'html') return withoutComments(node.value).trim()
  if ('value' in node) return `${node.type === 'text' ? '' : node.type}${node.value.replace(/\s+/g, ' ')}`
  const inner = childrenOf(node)
    .map((child) => shapeOf(child, gone))
    .join('')
  const depth = node.type === 'heading' ? node.depth : ''
  return inner.trim() === '' && node.type === 'paragraph'
    ? ''
    : `(${node.type}${depth} ${inner.replace(/\s+/g, ' ').trim()})`
}

function imagesIn(tree: Node): string[] {
  const images = new Set<string>()
  const definitions = new Map<string, string>()
  walk(tree, (node) => {
    if (node.type === 'definition' && !definitions.has(node.identifier)) definitions.set(node.identifier, node.url)
  })
  walk(tree, (node) => {
    const shown =
      node.type === 'image'
        ? [node.url]
        : node.type === 'imageReference'
          ? [definitions.get(node.identifier) ?? '']
          : node.type === 'html'
            ? picturesIn(node.value)
            : []
    for (const path of shown.map(imagePath)) if (path !== undefined) images.add(path)
  })
  return [...images]
}
