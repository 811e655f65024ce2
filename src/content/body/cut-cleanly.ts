import type { Grammar } from '#text/grammar.ts'
import { checkTree } from './check.ts'
import { cutNodes } from './cut.ts'
import { isUnread, parseBody } from './parse.ts'
import { relink } from './relink.ts'
import { findRestricted } from './restricted.ts'
import type { Node } from './tree.ts'

/** Whether a build may show what is marked with a TLP 2.0 label. */
export type MayShow = (tlp: string) => boolean

/**
 * Takes nodes out of a body in such a way that what is left is a body like any other: links follow their headings, no
 * rule is broken that was not broken before, and nothing more hides in it.
 * @param text the text the tree was parsed from.
 * @param gone the nodes to take out, with what they leave empty (`withEmptied`).
 * @returns undefined when it cannot be done.
 */
export function cutCleanly(
  text: string,
  tree: Node,
  gone: ReadonlySet<Node>,
  mayShow: MayShow,
  grammar: Grammar,
): string | undefined {
  if (gone.size === 0) return text
  const cut = cutNodes(text, tree, gone)
  const left = parseBody(cut, grammar)
  if (isUnread(left)) return undefined
  const rest = relink(cut, left, tree, gone)
  const again = rest === cut ? left : parseBody(rest, grammar)
  if (isUnread(again)) return undefined
  // Markdown has no passages to hide and no rules to break.
  if (grammar === 'md') return rest
  if (findRestricted(again, rest, mayShow).doomed.size > 0) return undefined
  const broken = rulesBroken(again, rest, mayShow)
  const known = new Set(broken.length === 0 ? [] : rulesBroken(tree, text, mayShow))
  return broken.every((rule) => known.has(rule)) ? rest : undefined
}

const rulesBroken = (tree: Node, text: string, mayShow: MayShow) =>
  [...findRestricted(tree, text, mayShow).problems, ...checkTree(tree, text)].map(({ rule }) => rule)
