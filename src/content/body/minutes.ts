import { minuteOpening, type MinuteKind } from '#text/minute-words.ts'
import { valuesOf } from './attributes.ts'
import { problem, type BodyProblem } from './rules.ts'
import { isElement, placeOf, walk, wordsOf, type Node, type Place } from './tree.ts'

/** A minute line of a meeting, for the reader to make a point of. */
export interface Minute extends Place {
  readonly kind: MinuteKind
  /** The words after the colon, without markup. */
  readonly text: string
  /** The hand-set point id; none on a topic. */
  readonly id?: string
  /** Ids of the organizations that say so. */
  readonly by: readonly string[]
  /** Ids of the sources cited in the line, `<Src id="…" />`. */
  readonly sources: readonly string[]
}

type Paragraph = Extract<Node, { type: 'paragraph' }>

const opening = (paragraph: Paragraph) => {
  const first = paragraph.children[0]
  return first?.type === 'text' ? minuteOpening(first.value) : undefined
}

/** Finds minute lines without a usable id and minute words inside a paragraph, which would be overlooked. */
export function checkMinutes(paragraph: Paragraph): BodyProblem[] {
  const problems: BodyProblem[] = []
  const found = opening(paragraph)
  const word = wordsOf(paragraph).split(/[ :[]/, 1)[0]
  if (found?.misread !== undefined)
    problems.push(
      problem(
        'body-minute',
        placeOf(paragraph),
        `"[${found.misread}]" is not understood`,
        found.kind === 'topic' ? 'write Topic: words' : `write ${word} [p-name]: or ${word} [p-name by organization]:`,
      ),
    )
  else if (found !== undefined && found.kind !== 'topic' && found.id === undefined)
    problems.push(
      problem(
        'body-minute',
        placeOf(paragraph),
        'the minute line has no point id',
        `write ${word} [p-name]: and choose the name`,
      ),
    )
  for (const child of paragraph.children) {
    if (child.type !== 'text') continue
    const lines = child.value.split('\n')
    const at = lines.findIndex((line, index) => index > 0 && minuteOpening(line) !== undefined)
    if (at > 0)
      problems.push(
        problem(
          'body-minute',
          { line: placeOf(child).line + at, column: 1 },
          'a minute line stands inside a paragraph',
          'leave an empty line before it',
        ),
      )
  }
  return problems
}

/** The minute line that a node is, if it is one, without what `skip` says. */
export function minuteOf(node: Node, skip: (node: Node) => boolean = () => false): Minute | undefined {
  const found = node.type === 'paragraph' ? opening(node) : undefined
  if (found === undefined) return undefined
  const { kind, id, by, length } = found
  const text = visibleWords(node, skip).slice(length).replace(/\s+/g, ' ').trim()
  return { kind, text, ...(id === undefined ? {} : { id }), by, sources: sourcesIn(node, skip), ...placeOf(node) }
}

/** The minute lines under a node, in the order of the text, skipping what `skip` says. */
export function minutesIn(tree: Node, skip: (node: Node) => boolean = () => false): Minute[] {
  const minutes: Minute[] = []
  walk(tree, (node) => {
    if (skip(node)) return false
    const minute = minuteOf(node, skip)
    if (minute !== undefined) minutes.push(minute)
    return minute === undefined
  })
  return minutes
}

function visibleWords(node: Node, skip: (node: Node) => boolean): string {
  let words = ''
  walk(node, (inner) => {
    if (skip(inner)) return false
    if (inner.type === 'text' || inner.type === 'inlineCode') words += inner.value
    return true
  })
  return words
}

function sourcesIn(node: Node, skip: (node: Node) => boolean): string[] {
  const ids: string[] = []
  walk(node, (inner) => {
    if (skip(inner)) return false
    const id = isElement(inner) && inner.name === 'Src' ? valuesOf(inner).get('id') : undefined
    if (id !== undefined) ids.push(id)
    return
  })
  return ids
}
