import type { Knowledge } from '#core/graph/knowledge.ts'
import type { AnyEntry } from '#core/schema/entry.ts'
import { doubt, sourcesOf } from '#core/views/evidence.ts'
import { type Row, row } from './document.ts'

interface Claim {
  readonly sources: readonly string[]
  readonly confidence?: 'high' | 'medium' | 'low'
}

/** What marks a claim: `[1] [3], low confidence`, with the numbers of the list at the record’s foot. */
export function citesOf(knowledge: Knowledge, entry: AnyEntry): ({ sources, confidence }: Claim) => string {
  const numbers = new Map(sourcesOf(knowledge, entry).map(({ id }, index) => [id, index + 1]))
  return ({ sources, confidence = 'high' }) => {
    const marks = sources.flatMap((id) => (numbers.has(id) ? [`[${numbers.get(id)}]`] : [])).join(' ')
    const words = doubt(confidence)
    return words === undefined ? marks : `${marks} ${words}`.trim()
  }
}

/** The numbered list of sources. */
export const sourceRows = (knowledge: Knowledge, entry: AnyEntry): Row[] =>
  sourcesOf(knowledge, entry).map(({ title, publisher, gradeLabel, published, url }, index) =>
    row(
      [`[${index + 1}]`, [title, publisher, published].filter((part) => part !== undefined).join('. ')],
      [gradeLabel.toLowerCase(), url].filter((part) => part !== undefined).join(' · '),
    ),
  )
