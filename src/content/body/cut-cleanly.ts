import { checkTree, type CheckOptions } from './check.ts'
import { cutNodes } from './cut.ts'
import { minutesIn } from './minutes.ts'
import { isUnread, parseBody } from './parse.ts'
import { relink } from './relink.ts'
import { findRestricted } from './restricted.ts'
import type { Node } from './tree.ts'

/** What is held to be so after a cut. */
export interface CleanOptions extends CheckOptions {
  /** Whether the build may show what is marked with a TLP 2.0 label. */
  mayShow(tlp: string): boolean
}

/**
 * Takes nodes out of a body in such a way that what is left is a body like any other: links follow their headings, no rule is broken
 * that was not broken before, nothing more hides in it, and its minute lines are those that were left.
 * @param text the text the tree was parsed from.
 * @param gone the nodes to take out, with what they leave empty (`withSpent`).
 * @returns undefined when it cannot be done.
 */
export function cutCleanly(
  text: string,
  tree: Node,
  gone: ReadonlySet<Node>,
  options: CleanOptions,
): string | undefined {
  if (gone.size === 0) return text
  const cut = cutNodes(text, tree, gone)
  const left = parseBody(cut)
  if (isUnread(left)) return undefined
  const rest = relink(cut, left, tree, gone)
  const again = rest === cut ? left : parseBody(rest)
  if (isUnread(again) || findRestricted(again, rest, options.mayShow).doomed.size > 0) return undefined
  const broken = rulesBroken(again, rest, options)
  const known = new Set(broken.length === 0 ? [] : rulesBroken(tree, text, options))
  return broken.every((rule) => known.has(rule)) && lines(again) === lines(tree, gone) ? rest : undefined
}

const rulesBroken = (tree: Node, text: string, options: CleanOptions) =>
  [...findRestricted(tree, text, options.mayShow).problems, ...checkTree(tree, text, options)].map(({ rule }) => rule)

const lines = (tree: Node, gone: ReadonlySet<Node> = new Set()) =>
  minutesIn(tree, (node) => gone.has(node))
    .map(({ kind, id }) => `${kind} ${id}`)
    .join('\n')
