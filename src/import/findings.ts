import { type Block, childrenOf, lineOf, type Node, oneLine, plain, type Section } from './document.ts'
import type { DraftFinding, FindingKind, Note } from './draft.ts'
import type { Ids } from './ids.ts'
import { addresses } from './rows.ts'
import type { SectionKind } from './section-kinds.ts'
import { plainText } from './words.ts'

const KINDS: Readonly<Partial<Record<SectionKind, FindingKind>>> = {
  rootCause: 'rootCause',
  trigger: 'trigger',
  contributing: 'contributing',
  mitigating: 'mitigating',
  wentWell: 'wentWell',
  wentWrong: 'wentWrong',
  lucky: 'lucky',
  lessons: 'lesson',
}

const ID_WORDS: Readonly<Record<FindingKind, string>> = {
  rootCause: 'root cause',
  trigger: 'trigger',
  contributing: 'contributing',
  mitigating: 'mitigating',
  risk: 'risk',
  wentWell: 'went well',
  wentWrong: 'went wrong',
  lucky: 'lucky',
  lesson: 'lesson',
}

const NOTHING = /^(?:n\/?a|none|-|tbd|tba|todo|\?+|\.\.\.|…|nothing|\[.*\]|<.*>)?[.:]?$/i
// Longer accounts of a cause are narrative: the record keeps their beginning, and the body all of it.
const LONGEST = 1500

/** Whether a node can be told in plain words: nothing in it but text, marks, links and nested lists. */
function isPlain(node: Node): boolean {
  if (
    ['code', 'table', 'image', 'html', 'imageReference', 'footnoteReference', 'linkReference', 'blockquote'].includes(
      node.type,
    )
  )
    return false
  return childrenOf(node).every(isPlain)
}

const wordsOf = (node: Node): string => {
  const words =
    node.type === 'listItem'
      ? childrenOf(node)
          .map((one) => plain(one).trim())
          .join('\n')
      : plain(node).trim()
  return plainText([words, ...addresses(node)].join('\n'))
}

/**
 * The findings that a section tells, each paragraph or item by itself; blocks that are taken whole get what they were
 * turned into.
 */
export function findingsOf(section: Section, ids: Ids): { findings: DraftFinding[]; notes: Note[] } {
  const kind = section.kind && KINDS[section.kind]
  const notes: Note[] = []
  if (kind === undefined) return { findings: [], notes }
  const findings: DraftFinding[] = []
  const add = (block: Block, text: string, line: number) => {
    if (NOTHING.test(oneLine(text))) return
    if (text.length > 5000) {
      notes.push({ line, message: `"${section.title}" is too long for a finding; it stays in the body` })
      return
    }
    block.accounts = [...(block.accounts ?? []), text]
    findings.push({
      id: ids.give('f', `${ID_WORDS[kind]} ${kind === 'rootCause' || kind === 'trigger' ? '' : text}`, 6),
      kind,
      text,
    })
  }
  const paragraphs = section.blocks.filter(({ node }) => node.type === 'paragraph')
  const lists = section.blocks.filter(({ node }) => node.type === 'list')
  for (const block of lists)
    for (const item of childrenOf(block.node)) if (isPlain(item)) add(block, wordsOf(item), lineOf(item))
  if (lists.length > 0 && lists.some(({ accounts }) => accounts !== undefined)) return { findings, notes }
  const told = paragraphs.filter(({ node }) => isPlain(node))
  const [first, ...others] = told
  if (!first) return { findings, notes }
  const together = told.map(({ node }) => wordsOf(node)).join('\n\n')
  if (kind === 'rootCause' || kind === 'trigger') {
    if (together.length > LONGEST) {
      add(first, wordsOf(first.node), first.line)
      return { findings, notes }
    }
    add(first, together, first.line)
    for (const block of others) block.accounts = [wordsOf(block.node)]
  } else for (const block of told) add(block, wordsOf(block.node), block.line)
  return { findings, notes }
}
