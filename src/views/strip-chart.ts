import type { PhaseName } from '#knowledge/phase-order.ts'
import type { Knowledge } from '#knowledge/knowledge.ts'
import { milestone, newestFirst, occurred } from '#knowledge/dates.ts'
import { routes } from '#urls.ts'
import type { Entry } from '#schema/entry.ts'
import { CAUSE } from '#schema/incident-words.ts'
import { betweenTexts, formatDuration } from '#time/duration.ts'
import { moment } from '#time/moment.ts'
import { orgName, shortTitle } from './label.ts'
import { headlineLength } from './metrics.ts'
import { isOpen } from './open-state.ts'
import { phases } from './phases.ts'

type Incident = Entry<'incidents'>

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const [FIRST, LAST] = [MINUTE, 365 * DAY]

/** More strips than this are no picture any more: the latest are drawn, the list of incidents has all. */
export const MOST_STRIPS = 60

const round = (value: number) => Math.round(value * 10) / 10

/**
 * Place of a time since the beginning (ms) on the axis in percent: logarithmic, from a minute to a year, what lies
 * beyond at its end.
 */
export const chartPlace = (elapsed: number): number =>
  round(100 * Math.min(1, Math.log(Math.max(FIRST, elapsed) / FIRST) / Math.log(LAST / FIRST)))

/** Labels of the axis; the plain ones have no room on a phone. */
export const CHART_TICKS = [
  { label: '1 min', length: MINUTE, always: true },
  { label: '10 min', length: 10 * MINUTE, always: false },
  { label: '1 h', length: HOUR, always: true },
  { label: '6 h', length: 6 * HOUR, always: false },
  { label: '1 day', length: DAY, always: true },
  { label: '1 week', length: 7 * DAY, always: false },
  { label: '30 days', length: 30 * DAY, always: true },
  { label: '1 year', length: 365 * DAY, always: true },
].map(({ label, length, always }) => ({ label, always, x: chartPlace(length) }))

/** A piece of a strip: the phases it stands for, and where it lies in percent of the axis. */
export interface ChartPiece {
  readonly names: readonly PhaseName[]
  readonly x: number
  readonly width: number
}

/** One incident as a row of the chart. Lengths are in milliseconds, absent where they are not known. */
export interface ChartRow {
  readonly route: string
  readonly title: string
  readonly year: string
  /** Whether the incident goes on. */
  readonly isOpen: boolean
  /** Began to recovered, in words. */
  readonly length: string | undefined
  readonly lengthMs: number | undefined
  readonly wordMs: number | undefined
  /** Everything the strip shows, for those who cannot see it. */
  readonly words: string
  readonly pieces: readonly ChartPiece[]
  /** Between these two places an end of a phase lies, and it is not known where. */
  readonly doubts: readonly { readonly x: number; readonly width: number }[]
  /** Place of the first public word. */
  readonly word: number | undefined
  /** Whether it goes on beyond the end of the axis. */
  readonly beyond: boolean
  readonly orgs: readonly string[]
  readonly causes: readonly string[]
}

const middle = (from: string, to: string): number | undefined => {
  const { min, max } = betweenTexts(from, to)
  const known = [min, max].filter((value): value is number => value !== null).map((value) => Math.max(0, value))
  return known.length === 0 ? undefined : known.reduce((sum, value) => sum + value, 0) / known.length
}

const finite = (value: number, otherwise: number) => (Number.isFinite(value) ? value : otherwise)

/** The strip of an incident on the common axis; without pieces where its beginning is not known. */
function drawing(incident: Incident): Pick<ChartRow, 'pieces' | 'doubts' | 'beyond'> {
  const shape = phases(incident)
  const [start] = shape?.boundaries ?? []
  if (!shape || !start || milestone(incident, 'began')?.id !== start.id)
    return { pieces: [], doubts: [], beyond: false }
  // Where a time is known between two ends, the strip goes to their middle and the ends are hatched.
  const ends = shape.boundaries.map(({ low, high }) => {
    const least = Math.max(0, finite(low, high) - finite(start.high, start.low))
    const most = Math.max(least, finite(high, low) - finite(start.low, start.high))
    return { least: chartPlace(least), most: chartPlace(most), at: chartPlace((least + most) / 2), ms: most }
  })
  const places = ends.map(({ at }, index) => (index === 0 ? 0 : at))
  return {
    pieces: shape.phases.map(({ names }, index) => {
      const [x = 0, end = 0] = places.slice(index, index + 2)
      return { names, x, width: round(Math.max(0, end - x)) }
    }),
    doubts: ends
      .slice(1)
      .filter(({ least, most }) => most - least > 0.5)
      .map(({ least, most }) => ({ x: least, width: round(most - least) })),
    beyond: (ends.at(-1)?.ms ?? 0) > LAST,
  }
}

function chartRow(incident: Incident): ChartRow {
  const { data, id } = incident
  const began = milestone(incident, 'began')?.at
  const [over, spoke] = [headlineLength(incident, 'recover'), milestone(incident, 'communicated')?.at]
  const at = occurred(incident)
  const earliest = at === undefined ? null : moment(at).earliest
  const [said, word] =
    began === undefined || spoke === undefined ? [] : [betweenTexts(began, spoke), middle(began, spoke)]
  const words = [
    phases(incident)?.words ?? 'No phases are recorded',
    ...(said && (said.max ?? 0) >= 0 ? [`first public word after ${formatDuration(said)}`] : []),
  ].join('; ')
  return {
    route: routes.record('incidents', id),
    title: shortTitle(incident),
    year: earliest === null ? '' : String(new Date(earliest).getUTCFullYear()),
    isOpen: isOpen(incident),
    length: over?.length,
    lengthMs: over && middle(over.from.at, over.to.at),
    wordMs: word,
    words,
    ...drawing(incident),
    word: word === undefined ? undefined : chartPlace(word),
    orgs: data.organizations.filter(({ role }) => role === 'origin').map(({ org }) => org),
    causes: data.causes,
  }
}

type Option = readonly [value: string, label: string]

const options = (values: readonly string[], label: (value: string) => string): Option[] =>
  [...Map.groupBy(values, (value) => value)]
    .map(([value, own]) => ({ value, n: own.length, label: label(value) }))
    .toSorted((a, b) => b.n - a.n || a.label.localeCompare(b.label, 'en'))
    .map(({ value, n, label: words }): Option => [value, `${words} (${n})`])

/**
 * Every incident as a strip on one axis, newest first, at most the latest sixty; and by which vendors and causes they
 * can be narrowed.
 */
export function stripChart(knowledge: Knowledge) {
  const all = newestFirst(knowledge.all('incidents'))
  const rows = all.slice(0, MOST_STRIPS).map((incident) => chartRow(incident))
  return {
    rows,
    total: all.length,
    vendors: options(
      rows.flatMap(({ orgs }) => orgs),
      (id) => orgName(knowledge, id),
    ),
    causes: options(
      rows.flatMap(({ causes }) => causes),
      (cause) => Object.entries(CAUSE).find(([key]) => key === cause)?.[1].label ?? cause,
    ),
  }
}

export type StripChart = ReturnType<typeof stripChart>
