/** How many times the queries are drawn anew. */
export const ROUNDS = 10_000

/**
 * By how much one engine is ahead of another on the same queries: in the mean, and between which bounds in 95 of 100
 * samples of the queries.
 */
export interface Ahead {
  readonly mean: number
  readonly low: number
  readonly high: number
}

/** A repeatable sequence of numbers from 0 to 1 (mulberry32), so that a bench run twice prints the same. */
function* numbers(seed: number): Generator<number, never> {
  for (let state = seed; ;) {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    yield ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/** Paired bootstrap over queries: `ours` and `theirs` are the measures of each query, in the same order. */
export function aheadBy(ours: readonly number[], theirs: readonly number[]): Ahead {
  const differences = ours.map((own, index) => own - (theirs[index] ?? 0))
  const mean = (all: readonly number[]) => all.reduce((sum, one) => sum + one, 0) / Math.max(1, all.length)
  const random = numbers(1)
  const means = Array.from({ length: ROUNDS }, () =>
    mean(differences.map(() => differences[Math.floor(random.next().value * differences.length)] ?? 0)),
  ).sort((a, b) => a - b)
  return {
    mean: mean(differences),
    low: means[Math.floor(ROUNDS * 0.025)] ?? 0,
    high: means[Math.floor(ROUNDS * 0.975)] ?? 0,
  }
}
