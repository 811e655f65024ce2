/** The milestones that part phases, in the order they must come. */
export const PHASE_ORDER = ['began', 'detected', 'identified', 'mitigated', 'recovered', 'closed'] as const

/** What lies between two neighbours of that order; and last, what lies between two outages. */
export const PHASE_NAMES = ['unnoticed', 'diagnosing', 'mitigating', 'recovering', 'follow-up', 'restored'] as const
export type PhaseName = (typeof PHASE_NAMES)[number]

/** First and last instant in ms that something can have had; infinite where that side is open. */
export interface Span {
  readonly low: number
  readonly high: number
}

/**
 * Narrows each span by its neighbours: nothing can have come before the earliest instant of what precedes it, nor after
 * the latest of what follows. Returns undefined where no order of instants fits, that is, where milestones are out of
 * order.
 */
export function narrow(spans: readonly Span[]): Span[] | undefined {
  const lows = spans.map(({ low }) => low)
  const highs = spans.map(({ high }) => high)
  for (let i = 1; i < spans.length; i++) lows[i] = Math.max(lows[i] ?? 0, lows[i - 1] ?? 0)
  for (let i = spans.length - 2; i >= 0; i--) highs[i] = Math.min(highs[i] ?? 0, highs[i + 1] ?? 0)
  const narrowed = lows.map((low, i) => ({ low, high: highs[i] ?? low }))
  return narrowed.every(({ low, high }) => low <= high) ? narrowed : undefined
}
