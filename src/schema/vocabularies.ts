import { z } from 'zod'

/** A closed list: each value with the words a reader sees and what it means. One table serves schema, pages and errors. */
export type Vocabulary = Readonly<Record<string, { readonly label: string; readonly means: string }>>

/** An enum over a vocabulary, described with all its definitions. */
export function oneOf<const V extends Vocabulary>(vocabulary: V, description: string) {
  const values = Object.keys(vocabulary) as (keyof V & string)[]
  const definitions = values.map((value) => `\`${value}\`: ${vocabulary[value]?.means}`).join(' ')
  return z.enum(values as [keyof V & string, ...(keyof V & string)[]]).describe(`${description} ${definitions}`)
}

export const TLP = {
  CLEAR: { label: 'TLP:CLEAR', means: 'May be published without limit.' },
  GREEN: { label: 'TLP:GREEN', means: 'May be shared within the community, not published.' },
  AMBER: { label: 'TLP:AMBER', means: 'May be shared within the organization and with its clients, as needed.' },
  'AMBER+STRICT': { label: 'TLP:AMBER+STRICT', means: 'May be shared within the organization only, as needed.' },
  RED: { label: 'TLP:RED', means: 'For the eyes of named recipients only.' },
} as const satisfies Vocabulary
export type Tlp = keyof typeof TLP

/** Rank of a TLP 2.0 label, 0 (CLEAR) to 4 (RED), as FIRST orders them. */
export const tlpRank = (label: Tlp): number => Object.keys(TLP).indexOf(label)

export const RECORD_STATUS = {
  draft: { label: 'Draft', means: 'Being written; shown in development, never built for readers.' },
  reviewed: { label: 'Reviewed', means: 'Checked by an editor against its sources.' },
  disputed: { label: 'Disputed', means: 'Its substance is contested; the reason says by whom.' },
  superseded: { label: 'Superseded', means: 'Replaced by another record.' },
  withdrawn: { label: 'Withdrawn', means: 'Taken back; the reason says why.' },
} as const satisfies Vocabulary

export const REVISION_TYPE = {
  addition: { label: 'Addition', means: 'Something was added.' },
  correction: { label: 'Correction', means: 'Something was wrong and was put right.' },
  editorial: { label: 'Editorial', means: 'Wording only; no claim changed.' },
} as const satisfies Vocabulary

export const CONFIDENCE = {
  high: { label: 'High confidence', means: 'Primary text read, or two independent good sources.' },
  medium: { label: 'Medium confidence', means: 'One good source, or several that repeat one another.' },
  low: { label: 'Low confidence', means: 'A rewrite, a digest, or a figure whose origin could not be reached.' },
} as const satisfies Vocabulary

export const VERDICT = {
  followed: { label: 'Followed', means: 'The record follows this reading.' },
  rival: { label: 'Rival', means: 'A reading that stands beside the one followed.' },
  wrong: { label: 'Wrong', means: 'Known to be wrong; kept so that it is not added again.' },
} as const satisfies Vocabulary

export const STANCE = {
  supports: { label: 'Supports', means: 'In favour, without stated conditions.' },
  supportsWithConditions: { label: 'Supports with conditions', means: 'In favour if stated conditions are met.' },
  neutral: { label: 'Neutral', means: 'Spoke on the topic and took no side.' },
  opposes: { label: 'Opposes', means: 'Against.' },
  mixed: { label: 'Mixed', means: 'Words, or words and acts, that point both ways.' },
  noPosition: { label: 'No position', means: 'Said that it takes no position.' },
} as const satisfies Vocabulary
export type Stance = keyof typeof STANCE
