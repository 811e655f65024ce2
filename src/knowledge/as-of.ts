import { dayOf, endOfDay } from '#time/day.ts'

/** A value from a day on, until the next step. */
export interface Step<T> {
  /** UTC day, `2024-07-19`. */
  readonly from: string
  readonly value: T
}

/**
 * How a value changed from day to day: it is asked for at the end of every day on which something happened (`instants`,
 * ms), up to `now`, and a step is kept where it differs from the one before. Whoever shows a date picks the last step
 * not after that date.
 */
export function stepsOf<T>(
  instants: readonly number[],
  now: number,
  valueAt: (instant: number) => T,
  same: (a: T, b: T) => boolean,
): Step<T>[] {
  const days = [...new Set(instants.filter((instant) => Number.isFinite(instant) && instant <= now).map(dayOf))].sort()
  const steps: Step<T>[] = []
  for (const from of days) {
    const value = valueAt(Math.min(endOfDay(from), now))
    const before = steps.at(-1)
    if (before === undefined || !same(before.value, value)) steps.push({ from, value })
  }
  return steps
}
