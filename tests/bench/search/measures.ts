import type { Judged } from './queries.ts'

/** How well a list of records, best first, answers a query; each from 0 to 1, over the first ten. */
export interface Measures {
  /** One over the rank of the first record that the person looks for. */
  readonly mrr: number
  /** Discounted gain against the best possible order. */
  readonly ndcg: number
  /** Whether the first record is one that the person looks for. */
  readonly success: number
}

const DEPTH = 10
const discounted = (gains: readonly number[]) =>
  gains.slice(0, DEPTH).reduce((sum, gain, index) => sum + (2 ** gain - 1) / Math.log2(index + 2), 0)

/**
 * Measures one answer. For the reciprocal rank and success only the records looked for count, not those merely useful.
 */
export function measure({ gains }: Judged, answer: readonly string[]): Measures {
  const first = answer.slice(0, DEPTH).findIndex((id) => gains.get(id) === 2)
  const ideal = discounted([...gains.values()].sort((a, b) => b - a))
  return {
    mrr: first < 0 ? 0 : 1 / (first + 1),
    ndcg: discounted(answer.map((id) => gains.get(id) ?? 0)) / ideal,
    success: Number(first === 0),
  }
}

/** Means over several answers. */
export function mean(all: readonly Measures[]): Measures {
  const of = (name: keyof Measures) => all.reduce((sum, one) => sum + one[name], 0) / Math.max(1, all.length)
  return { mrr: of('mrr'), ndcg: of('ndcg'), success: of('success') }
}

/** The middle one of some numbers, the upper of two; 0 of none. */
export const median = (numbers: readonly number[]): number =>
  [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0
