import { imagePath, readAddress } from '#text/address.ts'
import { anchorOf, HEADING_PREFIX, headingIds } from '#text/heading-ids.ts'
import type { Edit } from './edit.ts'
import { problem, type BodyProblem } from './rules.ts'
import { childrenOf, placeOf, spanOf, walk, wordsOf, type Node } from './tree.ts'

/** What the links of a body in Markdown come to. */
export interface MarkdownLinks {
  readonly edits: readonly Edit[]
  readonly problems: readonly BodyProblem[]
  /** Definitions of links and footnotes that nothing uses. */
  readonly unused: readonly Node[]
}

/** Whether there is a record of that id in the content folder. */
export type IsRecord = (id: string) => boolean

const FILE = /^(?:[^:?#]*\/)?([^/?#]+?)(?:\/index)?\.mdx?(?:#.*)?$/i
// `[//]: # (words)` and `[comment]: <> (words)` are how Markdown without HTML writes comments.
const COMMENT_LABEL = /^(?:\/\/|comment|_)/i

/**
 * Reads the links of a body: one to another file of the content folder becomes a reference to its record, one to a
 * heading as GitHub names it leads to the heading, and the address of a definition that leads to a record is written in
 * place, so that what follows has one kind of link to look for.
 */
export function readLinks(tree: Node, source: string, isRecord: IsRecord): MarkdownLinks {
  const anchors = anchorsOf(tree)
  const definitions = definitionsOf(tree)
  const edits: Edit[] = []
  const problems: BodyProblem[] = []
  const [used, kept] = [new Set<Node>(), new Set<Node>()]
  walk(tree, (node) => {
    if (node.type === 'link') {
      const { to, wrong } = meant(node.url, anchors, isRecord, node)
      if (to !== undefined) edits.push(...readdressed(node, node.url, to, source))
      problems.push(...wrong)
    }
    if (node.type === 'image') problems.push(...judgeImage(node.url, node.alt ?? '', node))
    const definition = REFERRING.has(node.type) && 'identifier' in node ? definitions.get(keyOf(node)) : undefined
    if (definition === undefined) return
    used.add(definition)
    if (node.type !== 'linkReference' || definition.type !== 'definition') kept.add(definition)
    if (definition.type !== 'definition') return
    if (node.type === 'imageReference') problems.push(...judgeImage(definition.url, node.alt ?? '', node))
    if (node.type !== 'linkReference') return
    const { to, wrong } = meant(definition.url, anchors, isRecord, node)
    problems.push(...wrong)
    if (to === undefined && readAddress(definition.url).kind !== 'reference') kept.add(definition)
    else edits.push(...inPlace(node, to ?? definition.url, source))
  })
  const all = definitionsIn(tree)
  problems.push(...all.filter((node) => !used.has(node)).flatMap(unusedProblem))
  // A definition whose links all stand in place is needed no longer.
  return { edits, problems, unused: all.filter((node) => !kept.has(node)) }
}

type Defining = Extract<Node, { type: 'definition' | 'footnoteDefinition' }>
const REFERRING = new Set(['linkReference', 'imageReference', 'footnoteReference'])
const keyOf = ({ type, identifier }: { readonly type: string; readonly identifier: string }): string =>
  `${type.startsWith('footnote') ? '^' : ''}${identifier}`

function definitionsIn(tree: Node): Defining[] {
  const found: Defining[] = []
  walk(tree, (node) => {
    if (node.type === 'definition' || node.type === 'footnoteDefinition') found.push(node)
  })
  return found
}

/** Definitions of addresses and footnotes by what refers to them; the first of a name counts. */
const definitionsOf = (tree: Node): ReadonlyMap<string, Defining> =>
  new Map(
    definitionsIn(tree)
      .toReversed()
      .map((node) => [keyOf(node), node]),
  )

function unusedProblem(node: Defining): BodyProblem[] {
  const name = node.label ?? node.identifier
  if (node.type === 'footnoteDefinition')
    return [
      problem(
        'body-dropped',
        placeOf(node),
        `found the footnote [^${name}], to which nothing refers: no page shows it`,
        `write [^${name}] where it belongs`,
      ),
    ]
  if (COMMENT_LABEL.test(name)) return []
  return [
    problem(
      'body-dropped',
      placeOf(node),
      `found the address of [${name}], which nothing uses: no page shows it`,
      `write [words][${name}] where it belongs, or take it out`,
    ),
  ]
}

/** Anchors as GitHub makes them, each with ours. */
function anchorsOf(tree: Node): ReadonlyMap<string, string> {
  const anchors = new Map<string, string>()
  const counts = new Map<string, number>()
  const nextId = headingIds()
  walk(tree, (node) => {
    if (node.type !== 'heading') return
    const words = wordsOf(node)
    const base = anchorOf(words)
    const count = counts.get(base) ?? 0
    counts.set(base, count + 1)
    const { id } = nextId(words)
    anchors.set(count === 0 ? base : `${base}-${count}`, id)
    anchors.set(id, id)
  })
  return anchors
}

interface Meant {
  readonly to?: string
  readonly wrong: readonly BodyProblem[]
}

/** Where a link is to lead: another address than it is written with, and what is to be said of it. */
function meant(url: string, anchors: ReadonlyMap<string, string>, isRecord: IsRecord, node: Node): Meant {
  if (url.startsWith('#')) {
    const anchor = anchors.get(decoded(url.slice(1)))
    if (anchor !== undefined) return { ...(`#${anchor}` === url ? {} : { to: `#${anchor}` }), wrong: [] }
    if (url.startsWith(`#${HEADING_PREFIX}`) || readAddress(url).kind !== 'reference')
      return {
        wrong: [dropped(node, `no heading has the anchor ${url}`, 'link to a heading of this text, as its words are')],
      }
  }
  const file = FILE.exec(url)?.[1]
  if (file !== undefined && isRecord(decoded(file))) return { to: decoded(file), wrong: [] }
  const address = readAddress(url)
  return { wrong: address.kind === 'refused' ? [dropped(node, address.why, address.fix)] : [] }
}

const dropped = (node: Node, why: string, fix: string) =>
  problem('body-dropped', placeOf(node), `a link keeps its words alone: ${why}`, fix)

function judgeImage(url: string, alt: string, node: Node): BodyProblem[] {
  if (/^https?:/i.test(url))
    return [
      problem(
        'body-dropped',
        placeOf(node),
        `the picture ${url} is shown as a link, because no page loads anything from elsewhere`,
        'put the picture beside the record and write its file name',
      ),
    ]
  if (imagePath(url) === undefined)
    return [
      problem(
        'body-dropped',
        placeOf(node),
        `"${url.slice(0, 40)}" is no picture file beside the record, so its words are shown alone`,
        'put a png, jpg, webp, avif or gif beside the record and write its file name',
      ),
    ]
  return alt.trim() === ''
    ? [
        problem(
          'body-dropped',
          placeOf(node),
          'the picture has no words for those who cannot see it',
          `write ![what it shows](${url})`,
        ),
      ]
    : []
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** A link of the same words to another address. */
function readdressed(node: Node, url: string, to: string, source: string): Edit[] {
  const span = spanOf(node)
  const last = childrenOf(node).at(-1)
  const at = source.indexOf(url, last === undefined ? span.from : spanOf(last).to)
  return at === -1 || at >= span.to ? [] : [{ from: at, to: at + url.length, put: to }]
}

/** A link by a definition as one that names its address itself. */
function inPlace(node: Node, to: string, source: string): Edit[] {
  const span = spanOf(node)
  const [first, last] = [childrenOf(node)[0], childrenOf(node).at(-1)]
  if (first === undefined || last === undefined) return []
  return [{ ...span, put: `[${source.slice(spanOf(first).from, spanOf(last).to)}](${to})` }]
}
