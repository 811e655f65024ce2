import type { Knowledge } from '../graph/knowledge.ts'
import type { Entry } from '../schema/entry.ts'
import { QUALIFIER } from '../schema/incident-words.ts'
import { evidence } from './evidence.ts'
import { linkTo, whoLinks } from './label.ts'
import { claimView } from './record.ts'

type Impact = Entry<'incidents'>['data']['impact'][number]

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

/** A figure in words: `about 8.5 million devices`, `USD 43.6 million to 44 million`, `at least 97 %`. */
export function formatFigure({ value, min, max, qualifier, unit }: Pick<Impact, 'value' | 'min' | 'max' | 'qualifier' | 'unit'>): string {
  const number =
    value !== undefined
      ? formatNumber(value)
      : min !== undefined && max !== undefined
        ? `${formatNumber(min)} to ${formatNumber(max)}`
        : min !== undefined
          ? `${formatNumber(min)} or more`
          : `up to ${formatNumber(max ?? 0)}`
  const measured = unit === undefined ? number : isCurrency(unit) ? `${unit} ${number}` : `${number} ${unit}`
  return qualifier === undefined ? measured : `${QUALIFIER[qualifier].label} ${measured}`
}

/** One figure with who asserts it and who disputes it. */
function figureView(knowledge: Knowledge, figure: Impact) {
  return {
    id: figure.id,
    what: figure.what,
    figure: formatFigure(figure),
    of: figure.of,
    scope: figure.scope,
    asOf: figure.asOf,
    assertedBy: whoLinks(knowledge, figure.assertedBy),
    disputedBy: figure.disputedBy.map(({ org, statement, sources }) => ({
      who: whoLinks(knowledge, [org]),
      statement: statement === undefined ? undefined : linkTo(knowledge, statement),
      evidence: evidence(knowledge, sources),
    })),
    note: figure.note,
    ...claimView(knowledge, figure),
  }
}

/** The figures of an incident: rivals for the same measure stand together, in the order first given. */
export function impactView(knowledge: Knowledge, { data }: Entry<'incidents'>) {
  return [...Map.groupBy(data.impact, ({ measure }) => measure)].map(([measure, figures]) => ({
    measure,
    what: figures[0]?.what ?? measure,
    figures: figures.map((figure) => figureView(knowledge, figure)),
  }))
}

export type ImpactView = ReturnType<typeof impactView>[number]
