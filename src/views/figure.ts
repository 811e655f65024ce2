import { QUALIFIER, STATISTIC } from '#schema/incident-words.ts'
import type { Incident } from '#schema/kinds.ts'

type Impact = Incident['impact'][number]

const STEPS = [
  { from: 1e12, word: 'trillion' },
  { from: 1e9, word: 'billion' },
  { from: 1e6, word: 'million' },
] as const

const grouped = (value: number) => value.toLocaleString('en-GB', { maximumFractionDigits: 6 })

/** A number for reading: `8.5 million`, `1,938 million` where rounding would lose digits, `2,773`. Never rounds. */
export function formatNumber(value: number): string {
  const step = STEPS.find(({ from }) => Math.abs(value) >= from)
  const short = step && value / step.from
  return short !== undefined && Math.abs(short * 1000 - Math.round(short * 1000)) < 1e-9
    ? `${grouped(short)} ${step?.word}`
    : grouped(value)
}

const isCurrency = (unit: string | undefined) => unit !== undefined && /^[A-Z]{3}$/.test(unit)

/** The number, and what stands before and after it with its unit. */
function amount({ value, min, max }: Pick<Impact, 'value' | 'min' | 'max'>): {
  before: string
  number: string
  after: string
} {
  if (value !== undefined) return { before: '', number: formatNumber(value), after: '' }
  if (min !== undefined && max !== undefined)
    return { before: '', number: `${formatNumber(min)} to ${formatNumber(max)}`, after: '' }
  return min === undefined
    ? { before: 'up to ', number: formatNumber(max ?? 0), after: '' }
    : { before: '', number: formatNumber(min), after: ' or more' }
}

/** A figure in words: `about 8.5 million devices`, `5 s (median)`, `USD 43.6 million to 44 million`, `5 h or more`. */
export function formatFigure(
  figure: Pick<Impact, 'value' | 'min' | 'max' | 'qualifier' | 'unit' | 'statistic'>,
): string {
  const { qualifier, unit, statistic } = figure
  const { before, number, after } = amount(figure)
  const measured =
    unit === undefined ? number : isCurrency(unit) ? `${unit} ${number}` : `${number}${unit === '%' ? '' : ' '}${unit}`
  return (
    `${qualifier === undefined ? '' : `${QUALIFIER[qualifier].label} `}${before}${measured}` +
    `${after}${statistic === undefined ? '' : ` (${STATISTIC[statistic].label})`}`
  )
}

/** Whether the data of a part are those of an impact figure. */
export const isFigure = (part: {
  readonly list: string
  readonly data: object
}): part is { list: string; data: Impact } => part.list === 'impact'
