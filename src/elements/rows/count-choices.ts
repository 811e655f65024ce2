/** A row as the choices see it: by each of them, whether it fits, and the values that it has for it. */
export interface RowFit {
  readonly fits: readonly boolean[]
  readonly values: readonly (readonly string[])[]
}

/** What a set of choices leaves, and what each choice alone keeps away. */
export interface ChoiceCounts {
  /** How many rows fit all choices. */
  readonly left: number
  /** By each choice, how many rows there would be without it. */
  readonly without: readonly number[]
  /** By each choice, how many rows there would be with each value of it, the other choices as they are. */
  readonly byValue: readonly ReadonlyMap<string, number>[]
}

/** Counts rows for `choices` choices in one pass. A row counts once for each value that it has. */
export function countChoices(rows: readonly RowFit[], choices: number): ChoiceCounts {
  const without = Array.from({ length: choices }, () => 0)
  const byValue = Array.from({ length: choices }, () => new Map<string, number>())
  let left = 0
  for (const { fits, values } of rows) {
    const failed = fits.flatMap((fit, choice) => (fit ? [] : [choice]))
    if (failed.length === 0) left += 1
    if (failed.length > 1) continue
    for (const choice of failed.length === 1 ? failed : without.keys()) {
      without[choice] = (without[choice] ?? 0) + 1
      const counts = byValue[choice]
      for (const value of new Set(values[choice])) counts?.set(value, (counts.get(value) ?? 0) + 1)
    }
  }
  return { left, without, byValue }
}
