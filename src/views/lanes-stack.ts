const WIDTH = 22

/**
 * Gives each mark the first level on which it does not touch an earlier one: marks of one moment stand above one
 * another.
 */
export function stack<T extends { readonly x: number; readonly end?: number }>(
  marks: readonly T[],
): (T & { level: number })[] {
  const ends: number[] = []
  return marks.map((mark) => {
    const free = ends.findIndex((end) => mark.x - WIDTH / 2 >= end)
    const level = free === -1 ? ends.length : free
    ends[level] = Math.max(mark.x + WIDTH / 2, (mark.end ?? mark.x) + 2)
    return { ...mark, level }
  })
}
