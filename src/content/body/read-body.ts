import type { Heading } from '#schema/entry.ts'
import { imagePath } from '#text/address.ts'
import { valuesOf } from './attributes.ts'
import { checkTree, findMinuteLines } from './check.ts'
import { cutCleanly, type MayShow } from './cut-cleanly.ts'
import { headingsIn } from './outline.ts'
import { isUnread, parseBody } from './parse.ts'
import { referencesIn, type BodyReference } from './references.ts'
import { findRestricted } from './restricted.ts'
import { problem, type BodyProblem } from './rules.ts'
import { findSilentChanges } from './silent.ts'
import { withEmptied } from './emptied-nodes.ts'
import { isElement, placeOf, walk, type Node } from './tree.ts'

/** A body as a build may use it. */
export interface BodyRead {
  /** The source without restricted passages and comments; empty when the body cannot be read. */
  readonly text: string
  readonly problems: readonly BodyProblem[]
  /** What remains refers to these. */
  readonly references: readonly BodyReference[]
  /** Pictures beside the record that what remains shows, as written. */
  readonly images: readonly string[]
  readonly headings: readonly Heading[]
}

/** How a body is read. */
export interface ReadOptions {
  readonly mayShow: MayShow
  /** Whether the record is a meeting, where lines such as `ACTION:` once became points. */
  readonly meeting: boolean
}

/**
 * Reads a body: checks it, takes out what the build may not show, lists what it refers to. Nothing in it is run.
 * @param source MDX without front matter and byte order mark. All places are counted from 1 within it.
 * @returns never throws for what an author wrote; a body that cannot be parsed gives one problem and no text.
 */
export function readBody(source: string, options: ReadOptions): BodyRead {
  const tree = parseBody(source, 'mdx')
  if (isUnread(tree)) return unreadable(tree)
  const { doomed, problems: misuses } = findRestricted(tree, source, options.mayShow)
  const lines = options.meeting ? findMinuteLines(tree) : []
  const silent = findSilentChanges(tree, source, 'mdx')
  const problems = [...checkTree(tree, source), ...silent, ...lines, ...misuses].sort(byPlace)
  const gone = withEmptied(tree, doomed)
  const text = cutCleanly(source, tree, gone, options.mayShow, 'mdx')
  const skip = (node: Node) => gone.has(node)
  const [first] = doomed
  if (text === undefined && first !== undefined)
    return unreadable([
      ...problems,
      problem('body-restricted', placeOf(first), UNCLEAN, 'set it apart with spaces or empty lines'),
    ])
  return {
    text: text ?? '',
    problems,
    references: referencesIn(tree, skip),
    images: imagesIn(tree, skip),
    headings: headingsOf(text ?? '', source, tree),
  }
}

const UNCLEAN = 'taking this out would change what the text around it is'

const unreadable = (problems: readonly BodyProblem[]): BodyRead => ({
  text: '',
  problems,
  references: [],
  images: [],
  headings: [],
})

/** Headings of what is left. */
function headingsOf(text: string, source: string, tree: Node): Heading[] {
  const left = text === source ? tree : parseBody(text, 'mdx')
  return isUnread(left) ? [] : headingsIn(left)
}

const byPlace = (a: BodyProblem, b: BodyProblem) => a.line - b.line || a.column - b.column

function imagesIn(tree: Node, skip: (node: Node) => boolean): string[] {
  const images = new Set<string>()
  walk(tree, (node) => {
    if (skip(node)) return false
    if (node.type === 'image') images.add(imagePath(node.url) ?? node.url)
    const src = isElement(node) && node.name === 'Figure' ? valuesOf(node).get('src') : undefined
    if (src !== undefined) images.add(imagePath(src) ?? src)
    return true
  })
  return [...images]
}
