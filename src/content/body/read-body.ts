import { valuesOf } from './attributes.ts'
import { checkTree } from './check.ts'
import { cutCleanly, type CleanOptions } from './cut-cleanly.ts'
import { minutesIn, type Minute } from './minutes.ts'
import { isUnread, parseBody } from './parse.ts'
import { referencesIn, type BodyReference } from './references.ts'
import { findRestricted } from './restricted.ts'
import { problem, type BodyProblem } from './rules.ts'
import { withSpent } from './spent.ts'
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
  /** Minute lines that remain; none unless `minutes` is set. */
  readonly minutes: readonly Minute[]
  /** Ids of the points whose minute lines do not remain. */
  readonly lost: readonly string[]
}

/**
 * Reads a body: checks it, takes out what the build may not show, lists what it refers to. Nothing in it is run.
 * @param source MDX without front matter and byte order mark. All places are counted from 1 within it.
 * @returns never throws for what an author wrote; a body that cannot be parsed gives one problem and no text.
 */
export function readBody(source: string, options: CleanOptions): BodyRead {
  const tree = parseBody(source)
  if (isUnread(tree)) return unreadable(tree)
  const { doomed, problems: misuses } = findRestricted(tree, source, options.mayShow)
  const problems = [...checkTree(tree, source, options), ...misuses].sort(byPlace)
  const gone = withSpent(tree, doomed)
  const text = cutCleanly(source, tree, gone, options)
  const skip = (node: Node) => gone.has(node)
  const minutes = options.minutes && text !== undefined ? minutesIn(tree, skip) : []
  const lost = options.minutes ? lostOf(minutesIn(tree), minutes) : []
  const [first] = doomed
  if (text === undefined && first !== undefined)
    return {
      ...unreadable([
        ...problems,
        problem('body-restricted', placeOf(first), UNCLEAN, 'set it apart with spaces or empty lines'),
      ]),
      lost,
    }
  return {
    text: text ?? '',
    problems,
    references: referencesIn(tree, skip),
    images: imagesIn(tree, skip),
    minutes,
    lost,
  }
}

const UNCLEAN = 'taking this out would change what the text around it is'

const unreadable = (problems: readonly BodyProblem[]): BodyRead => ({
  text: '',
  problems,
  references: [],
  images: [],
  minutes: [],
  lost: [],
})

function lostOf(before: readonly Minute[], after: readonly Minute[]): string[] {
  const left = new Set(after.map(({ id }) => id))
  return before.flatMap(({ id }) => (id === undefined || left.has(id) ? [] : [id]))
}

const byPlace = (a: BodyProblem, b: BodyProblem) => a.line - b.line || a.column - b.column

function imagesIn(tree: Node, skip: (node: Node) => boolean): string[] {
  const images = new Set<string>()
  walk(tree, (node) => {
    if (skip(node)) return false
    if (node.type === 'image') images.add(node.url)
    const src = isElement(node) && node.name === 'Figure' ? valuesOf(node).get('src') : undefined
    if (src !== undefined) images.add(src)
    return true
  })
  return [...images]
}
