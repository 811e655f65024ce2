import { missing } from './coverage.ts'
import type { Block, Document, Section } from './document.ts'
import type { Note } from './draft.ts'
import { isUsual } from './section-kinds.ts'
import { daysIn } from './days.ts'
import { zoneWordsIn } from './zones.ts'

const isComment = ({ node }: Block) => node.type === 'html' && /^<!--[\s\S]*-->$/.test(node.value.trim())
const isDefinition = ({ node }: Block) => node.type === 'definition' || node.type === 'footnoteDefinition'

/** The source of a block, with the indent of its first line. */
const sourceOf = (text: string, block: Block): string =>
  text.slice(text.lastIndexOf('\n', block.from - 1) + 1, block.to)

/** Whether a record holds all that a block says, so that the body need not repeat it. */
const isHeld = (text: string, { accounts, from, to }: Block): boolean =>
  accounts !== undefined &&
  missing(text.slice(from, to).replace(/^([ \t>]*)\d{1,9}[.)][ \t]/gm, '$1'), accounts).length === 0

/** Whether a heading says nothing but what fields of the record are called, the day and the zone of its times aside. */
function saysNoMore({ title, kind, heading, parent }: Section): boolean {
  if (parent && parent.blocks.length === 0 && !saysNoMore(parent)) return false
  if (heading === undefined || heading.accounts !== undefined) return true
  return isUsual(
    title,
    kind === 'timeline' || kind === undefined
      ? [...daysIn(title).map(({ written }) => written), ...zoneWordsIn(title)]
      : [],
  )
}

/**
 * What of a document stays in the body of its record: all that the fields do not hold word for word. A section of which
 * only part could be placed stays as it is written.
 */
export function bodyOf(document: Document): { body: string; notes: Note[] } {
  const { text, sections } = document
  const notes: Note[] = []
  const held = new Map<Section, boolean>()
  for (const section of sections) {
    const telling = section.blocks.filter((block) => !isComment(block) && !isDefinition(block))
    held.set(section, saysNoMore(section) && telling.length > 0 && telling.every((block) => isHeld(text, block)))
  }
  const isGone = (section: Section): boolean => {
    if (section.blocks.some((block) => !isComment(block) && !isDefinition(block)) && !held.get(section)) return false
    if (section.blocks.length === 0 && section.children.length === 0 && !section.heading?.accounts) return false
    return section.children.every(isGone)
  }
  const pieces: string[] = []
  for (const section of sections) {
    const { heading } = section
    const isHeadHeld =
      heading?.accounts !== undefined && missing(text.slice(heading.from, heading.to), heading.accounts).length === 0
    if (heading && !isGone(section) && !isHeadHeld) pieces.push(sourceOf(text, heading))
    for (const block of section.blocks) {
      if (held.get(section) && !isComment(block) && !isDefinition(block)) continue
      // What is before the first section is no section: each of its blocks stands for itself.
      if ((section.heading === undefined || isHeadHeld) && isHeld(text, block)) continue
      pieces.push(block.remaining ?? sourceOf(text, block))
    }
  }
  const comments = sections.flatMap(({ blocks, heading }) =>
    [...(heading ? [heading] : []), ...blocks].flatMap((block) => {
      const first = /<!--/.exec(text.slice(block.from, block.to))
      return first && block.node.type !== 'code'
        ? [block.line + (text.slice(block.from, block.from + first.index).match(/\n/g)?.length ?? 0)]
        : []
    }),
  )
  const [line] = comments
  if (line !== undefined)
    notes.push({
      line,
      message:
        comments.length === 1
          ? 'an HTML comment stays in the body; pages do not show it'
          : `HTML comments stay in the body (lines ${comments.join(', ')}); pages do not show them`,
      fix: 'delete what nobody should find in the file, or write it as text',
    })
  const script = sections
    .flatMap(({ blocks }) => blocks)
    .find(
      (block) =>
        /<(?:script|iframe|style|object|embed)\b/i.test(text.slice(block.from, block.to)) && block.node.type === 'html',
    )
  if (script)
    notes.push({
      line: script.line,
      message: 'HTML that pages do not show stays in the body (script, style or the like)',
      fix: 'delete it',
    })
  return {
    body: pieces
      .map((piece) => piece.trimEnd())
      .filter((piece) => piece !== '')
      .join('\n\n'),
    notes,
  }
}
