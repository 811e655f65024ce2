import { OUTCOME } from '#schema/coordination.ts'
import { EVENT_KIND } from '#schema/incident-words.ts'
import { SOURCE_KIND } from '#schema/reference-kinds.ts'
import { CONFIDENCE, type Vocabulary } from '#schema/vocabularies.ts'

/** A word of a closed list with its meaning. */
export interface Meaning {
  readonly value: string
  readonly label: string
  readonly means: string
}

const meanings = (vocabulary: Vocabulary): Meaning[] =>
  Object.entries(vocabulary).map(([value, { label, means }]) => ({ value, label, means }))

/** What the marks and words of the pages mean, from the same tables that the records are checked against. */
export const legend = {
  events: meanings(EVENT_KIND),
  grades: meanings(SOURCE_KIND),
  confidence: meanings(CONFIDENCE),
  silence: meanings(OUTCOME),
} as const
