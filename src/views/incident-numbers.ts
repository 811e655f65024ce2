import type { Evidence } from './evidence.ts'
import type { ImpactView } from './incident-impact.ts'
import type { Metric, MetricId } from './metrics.ts'

/** A number that a reader should leave with: how much, of what or between which ends, and whose word it is. */
export interface HeadlineNumber {
  readonly value: string
  /** `Time to recover`, or what a figure counts. */
  readonly name: string
  /** Both ends of a length, with what counts as each. */
  readonly between?: string
  readonly by: readonly { readonly text: string; readonly route?: string }[]
  /** Id of the part that says more. */
  readonly part: string
}

const MOST = 3

// What a reader asks first comes first; two lengths at most, so that what it did has its place beside how long it took.
const ORDER: readonly MetricId[] = ['recover', 'mitigate', 'detect', 'communicate', 'speak']
const SHOWN: readonly MetricId[] = ['detect', 'communicate', 'speak', 'mitigate', 'recover']

/** The publishers on whose word a length rests, primary sources before others: at most two names, and how many more. */
function asserters(evidence: readonly Evidence[]): { text: string }[] {
  const primary = evidence.filter(({ supportsAsPrimary }) => supportsAsPrimary)
  const names = [...new Set((primary.length > 0 ? primary : evidence).map(({ publisher }) => publisher))]
  const rest = names.length - 2
  return [...names.slice(0, 2).map((text) => ({ text })), ...(rest > 0 ? [{ text: `${rest} more` }] : [])]
}

/**
 * Up to three numbers for the head of an incident: two lengths between named ends, in the order in which they end, and
 * the first of its figures; where there is no figure, a third length.
 * @param evidenceOf the sources of a milestone, by its id
 */
export function headlineNumbers(
  measured: readonly Metric[],
  impact: readonly ImpactView[],
  evidenceOf: (milestone: string) => readonly Evidence[],
): HeadlineNumber[] {
  const figure = impact[0]?.figures[0]
  const lengths = ORDER.flatMap((id) => {
    const metric = measured.find((one) => one.id === id)
    const reading = metric?.readings.find(({ headline }) => headline)
    return metric && reading ? [{ id, name: metric.name, reading }] : []
  }).slice(0, figure ? MOST - 1 : MOST)
  const known = lengths
    .sort((a, b) => SHOWN.indexOf(a.id) - SHOWN.indexOf(b.id))
    .map(({ name, reading: { length, from, to } }): HeadlineNumber => ({
      value: length,
      name,
      between: `${from.label} to ${to.label.toLowerCase()}`,
      by: asserters([from.id, to.id].flatMap(evidenceOf)),
      part: to.id,
    }))
  if (!figure) return known
  return [...known, { value: figure.figure, name: figure.what, by: figure.assertedBy, part: figure.id }]
}
