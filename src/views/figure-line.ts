import type { Entry } from '#schema/entry.ts'

type Impact = Entry<'incidents'>['data']['impact'][number]

/**
 * A figure on the line of its measure: where it begins and ends in percent, equal unless it is a range; open where it
 * has no end.
 */
export interface FigureDot {
  readonly id: string
  readonly from: number
  readonly to: number
  readonly open: boolean
}

const OPEN = new Set(['atLeast', 'atMost', 'lessThan'])
const ends = ({ value, min, max }: Impact): readonly [number, number] => [
  value ?? min ?? max ?? 0,
  value ?? max ?? min ?? 0,
]

/**
 * Rival figures of one measure on a line that begins at nothing and ends a little beyond the greatest of them.
 * Undefined for a single figure, for figures in different units, and where one is below nothing: these have no line in
 * common.
 */
export function figureLine(figures: readonly Impact[]): FigureDot[] | undefined {
  const units = new Set(figures.map(({ unit }) => unit))
  const all = figures.map(ends)
  const most = Math.max(...all.flat())
  if (figures.length < 2 || units.size > 1 || most <= 0 || Math.min(...all.flat()) < 0) return undefined
  const place = (value: number) => Math.round((value / (most * 1.04)) * 1000) / 10
  return figures.map((figure, index) => {
    const [from, to] = all[index] ?? [0, 0]
    const halfOpen = figure.value === undefined && (figure.min === undefined || figure.max === undefined)
    return {
      id: figure.id,
      from: place(from),
      to: place(to),
      open: halfOpen || (figure.qualifier !== undefined && OPEN.has(figure.qualifier)),
    }
  })
}
