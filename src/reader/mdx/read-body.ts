import { valuesOf } from './attributes.ts'
import { checkTree, type CheckOptions } from './check.ts'
import { cutNodes } from './cut.ts'
import { minutesIn, type Minute } from './minutes.ts'
import { isUnread, parseBody } from './parse.ts'
import { referencesIn, type BodyReference } from './references.ts'
import { findRestricted } from './restricted.ts'
import { problem, type BodyProblem } from './rules.ts'
import { isElement, placeOf, walk, type Node } from './tree.ts'

/** How a body is read. */
export interface ReadBodyOptions extends CheckOptions {
  /** Whether the build may show what is marked with a TLP 2.0 label. */
  mayShow(tlp: string): boolean
}

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
}

/**
 * Reads a body: checks it, takes out what the build may not show, lists what it refers to. Nothing in it is run.
 * @param source MDX without front matter and byte order mark. All places are counted from 1 within it.
 * @returns never throws for what an author wrote; a body that cannot be parsed gives one problem and no text.
 */
export function readBody(source: string, options: ReadBodyOptions): BodyRead {
  const tree = parseBody(source, options.trusted)
  if (isUnread(tree)) return unreadable(tree)
  const { doomed, problems: misuses } = findRestricted(tree, source, options.mayShow)
  const problems = [...checkTree(tree, source, options), ...misuses].sort(byPlace)
  const text = cutNodes(source, tree, doomed)
  const unsound = doomed.size > 0 && !isSound(text, options, new Set(problems.map(({ rule }) => rule)))
  const [first] = doomed
  if (unsound && first !== undefined) return unreadable([...problems, problem('body-restricted', placeOf(first), UNCLEAN, 'set it apart with spaces or empty lines')])
  const skip = (node: Node) => doomed.has(node)
  return {
    text,
    problems,
    references: referencesIn(tree, skip),
    images: imagesIn(tree, skip),
    minutes: options.minutes ? minutesIn(tree, skip) : [],
  }
}

const UNCLEAN = 'taking this out would change what the text around it is'

const unreadable = (problems: readonly BodyProblem[]): BodyRead => ({ text: '', problems, references: [], images: [], minutes: [] })

const byPlace = (a: BodyProblem, b: BodyProblem) => a.line - b.line || a.column - b.column

/** Whether a text from which something was cut still reads, hides nothing more, and breaks no rule it did not break before. */
function isSound(text: string, options: ReadBodyOptions, known: ReadonlySet<string>): boolean {
  const tree = parseBody(text, options.trusted)
  if (isUnread(tree)) return false
  const { doomed, problems } = findRestricted(tree, text, options.mayShow)
  return doomed.size === 0 && [...problems, ...checkTree(tree, text, options)].every(({ rule }) => known.has(rule))
}

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
