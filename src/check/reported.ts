import type { Finding } from '#schema/finding.ts'

/** What reports print: a finding of a rule of the content, or one of the same form about another text. */
export type Reported = Omit<Finding, 'rule'> & { readonly rule: string }
