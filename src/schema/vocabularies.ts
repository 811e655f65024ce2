import { z } from 'zod'

/**
 * A closed list: each value with the words a reader sees, what it means, and `also`: words of other vocabularies and of
 * earlier versions that mean it. One table serves schema, pages, imports and errors.
 */
export type Vocabulary = Readonly<
  Record<string, { readonly label: string; readonly means: string; readonly also?: readonly string[] }>
>

const vocabularies = new WeakMap<z.core.$ZodType, Vocabulary>()

/** The vocabulary that a schema made by `oneOf` is over; undefined for other schemas. */
export const vocabularyOf = (schema: z.core.$ZodType): Vocabulary | undefined => vocabularies.get(schema)

/** An enum over a vocabulary, described with all its definitions. */
export function oneOf<const V extends Vocabulary>(vocabulary: V, description: string) {
  const values = Object.keys(vocabulary) as (keyof V & string)[]
  const definitions = values.map((value) => `\`${value}\`: ${vocabulary[value]?.means}`).join(' ')
  const schema = z.enum(values as [keyof V & string, ...(keyof V & string)[]]).describe(`${description} ${definitions}`)
  vocabularies.set(schema, vocabulary)
  return schema
}

const bare = (word: string) => word.toLowerCase().replace(/[^\p{L}\p{N}+]+/gu, '')

/**
 * The value of a vocabulary that a word means, however it is spelt: `In progress`, `publicWord`, `SEV2`. Undefined
 * where it means none.
 */
export function meant<V extends Vocabulary>(vocabulary: V, word: string): (keyof V & string) | undefined {
  const wanted = bare(word)
  return Object.entries(vocabulary).find(([value, { label, also = [] }]) =>
    [value, label, ...also].some((own) => bare(own) === wanted),
  )?.[0]
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
  draft: {
    label: 'Draft',
    means: 'Being written; shown in development, never built for readers.',
    also: ['in review', 'inReview', 'wip', 'proposed'],
  },
  reviewed: {
    label: 'Published',
    means: 'Shown to readers. Whether and how it was checked stands in `checked`, where anybody says so.',
    also: ['published', 'final', 'approved', 'complete'],
  },
  disputed: { label: 'Disputed', means: 'Its substance is contested; the reason says by whom.' },
  superseded: { label: 'Superseded', means: 'Replaced by another record.' },
  withdrawn: { label: 'Withdrawn', means: 'Taken back; the reason says why.', also: ['retracted', 'deleted'] },
} as const satisfies Vocabulary

export const REVISION_TYPE = {
  addition: { label: 'Addition', means: 'Something was added.', also: ['new', 'added', 'update'] },
  correction: { label: 'Correction', means: 'Something was wrong and was put right.', also: ['fix', 'erratum'] },
  editorial: { label: 'Editorial', means: 'Wording only; no claim changed.', also: ['wording', 'typo'] },
  retraction: { label: 'Retraction', means: 'Something was taken back.', also: ['withdrawal', 'removal', 'deletion'] },
} as const satisfies Vocabulary

export const CONFIDENCE = {
  high: { label: 'High confidence', means: 'Primary text read, or two independent good sources.' },
  medium: { label: 'Medium confidence', means: 'One good source, or several that repeat one another.' },
  low: { label: 'Low confidence', means: 'A rewrite, a digest, or a figure whose origin could not be reached.' },
} as const satisfies Vocabulary

export const ACCOUNT = {
  own: {
    label: 'Own account',
    means: 'The publisher tells of its own incident and is the source; claims need no other.',
  },
  compiled: { label: 'Compiled', means: 'Put together from what others published; every claim has a source.' },
} as const satisfies Vocabulary
export type Account = keyof typeof ACCOUNT

export const CHECKED = {
  againstSources: { label: 'Against the sources named', means: 'Its claims were compared with the sources named.' },
  byOrganization: { label: 'By its organization', means: 'The organization that it is about checked it.' },
  inPart: { label: 'In part', means: 'Some of its claims were compared with the sources named.' },
} as const satisfies Vocabulary

export const VERDICT = {
  followed: { label: 'Used here', means: 'The record follows this account.' },
  rival: { label: 'Other account', means: 'An account that stands beside the one used.' },
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
