/**
 * One piece of a strip in percent of its width. A broken piece is not to scale with the others and must show that it is
 * not.
 */
export interface Scaled {
  readonly x: number
  readonly width: number
  readonly broken: boolean
}

/** A piece dwarfs the rest when it is more than this many times as long as all of them together. */
export const DWARF = 4

/**
 * Lays lengths (any unit, none negative) along a strip of 100 percent, to scale. A length that dwarfs the rest would
 * squeeze them to nothing, so it is taken out of scale and marked broken; the others share what is left, to scale among
 * themselves. That is done again while one of those dwarfs the rest of them. Where all lengths are zero, each piece has
 * the same width.
 */
export function scaleLengths(lengths: readonly number[]): Scaled[] {
  const broken = new Set<number>()
  for (;;) {
    const open = lengths
      .map((length, index) => ({ length, index }))
      .filter(({ index, length }) => !broken.has(index) && length > 0)
    const longest = open.toSorted((a, b) => b.length - a.length)[0]
    const rest = open.reduce((sum, { length }) => sum + length, 0) - (longest?.length ?? 0)
    if (!longest || rest === 0 || longest.length <= DWARF * rest) break
    broken.add(longest.index)
  }
  const total = lengths.reduce((sum, length, index) => (broken.has(index) ? sum : sum + length), 0)
  // One broken piece takes 45 percent, two 30 each, three 22.5: always the widest, never all.
  const brokenWidth = broken.size === 0 ? 0 : 90 / (broken.size + 1)
  const room = 100 - brokenWidth * broken.size
  let x = 0
  return lengths.map((length, index) => {
    const isBroken = broken.has(index)
    const width = isBroken ? brokenWidth : total === 0 ? room / (lengths.length - broken.size) : (room * length) / total
    const piece = { x: round(x), width: round(width), broken: isBroken }
    x += width
    return piece
  })
}

const round = (value: number) => Math.round(value * 100) / 100
