import type { Knowledge } from '#knowledge/knowledge.ts'
import type { AnyEntry } from '#schema/entry.ts'
import { doubt, marksOf, sourcesOf, sourceWords } from '#views/evidence.ts'
import { type Row, row } from './document.ts'

interface Claim {
  readonly sources: readonly string[]
  readonly confidence?: 'high' | 'medium' | 'low'
}

/** What marks a claim, from its data as authored. */
export function citesOf(knowledge: Knowledge, entry: AnyEntry): ({ sources, confidence }: Claim) => string {
  const marks = marksOf(knowledge, entry)
  return ({ sources, confidence = 'high' }) =>
    marks(
      sources.map((id) => ({ id })),
      doubt(confidence),
    )
}

/** The numbered list of sources. */
export const sourceRows = (knowledge: Knowledge, entry: AnyEntry): Row[] =>
  sourcesOf(knowledge, entry).map((source, index) =>
    row(
      [`[${index + 1}]`, sourceWords(source)],
      [source.gradeLabel.toLowerCase(), source.url].filter((part) => part !== undefined).join(' · '),
    ),
  )
