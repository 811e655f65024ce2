/** The record kinds: folder names under the content folder and first segments of URLs, in the order pages list them. */
export const KINDS = [
  'incidents',
  'summits',
  'statements',
  'commitments',
  'inquiries',
  'organizations',
  'topics',
  'controls',
  'sources',
  'citations',
] as const

export type Kind = (typeof KINDS)[number]

export const isKind = (value: string): value is Kind => (KINDS as readonly string[]).includes(value)
