/** The record kinds: folder names under the content folder and first segments of URLs, in the order pages list them. */
export const KINDS = [
  'incidents',
  'summits',
  'statements',
  'commitments',
  'inquiries',
  'proceedings',
  'organizations',
  'topics',
  'controls',
  'sources',
  'citations',
] as const

export type Kind = (typeof KINDS)[number]

/** Kinds whose records make claims about the world; the others hold together what these say. */
export const CLAIMING_KINDS = [
  'incidents',
  'summits',
  'statements',
  'commitments',
  'inquiries',
  'proceedings',
] as const satisfies Kind[]

export const isClaiming = (kind: Kind): boolean => (CLAIMING_KINDS as readonly Kind[]).includes(kind)

export const isKind = (value: string): value is Kind => (KINDS as readonly string[]).includes(value)
