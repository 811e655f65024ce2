import type { z } from 'zod'
import { SEVERITY } from './incident-words.ts'
import type { Site } from './site.ts'
import { oneOf, type Vocabulary } from './vocabularies.ts'

/** The scale of severities of a site, the worst first: its own, else the built-in one. `unknown` is always there. */
export function severityScale({ severities = [] }: Partial<Pick<Site, 'severities'>>): Vocabulary {
  if (severities.length === 0) return SEVERITY
  const own = severities.map(({ id, label, means = '' }) => [id, { label, means, also: [label] }] as const)
  return { ...Object.fromEntries(own), unknown: SEVERITY.unknown }
}

/** The words of a severity on the scale of a site; the value itself where the scale does not have it. */
export const severityWords = (
  site: Partial<Pick<Site, 'severities'>>,
  value: string,
): { label: string; means: string } => severityScale(site)[value] ?? { label: value, means: '' }

/**
 * A field that holds a severity of a scale. Its type is wider than the built-in scale, because owners have their own.
 */
export const severity = (description: string, scale: Vocabulary = SEVERITY) =>
  (oneOf(scale, description) as z.ZodType<string, string>).default('unknown')
