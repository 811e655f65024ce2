import { milestone, type MilestoneHolder, type Reading } from '#knowledge/dates.ts'
import type { Entry } from '#schema/entry.ts'
import { MILESTONE } from '#schema/incident-words.ts'
import { outagesOf } from '#knowledge/outages.ts'
import { betweenTexts, type Duration, durationWords, sumOf } from '#time/duration.ts'

/** One end of a duration: a milestone with the reading it stands for. */
export interface End {
  readonly id: string
  readonly label: string
  readonly at: string
  readonly definition?: string
}

/** A duration between two named ends. */
export interface MeasuredLength {
  readonly from: End
  readonly to: End
  readonly length: string
  readonly duration: Duration
  readonly headline: boolean
  /** What set it apart from other readings. */
  readonly note?: string
}

/**
 * A measure of an incident with every reading of it; without readings, `missing` names the ends of which no time is
 * recorded.
 */
export interface Metric {
  readonly id: MetricId
  readonly name: string
  readonly readings: readonly MeasuredLength[]
  readonly missing?: readonly string[]
}

/** The measures, each between its two named ends. */
export const METRICS = {
  detect: { name: 'Time to detect', from: 'began', to: 'detected' },
  communicate: { name: 'Time to first public word', from: 'began', to: 'communicated' },
  mitigate: { name: 'Time to mitigate', from: 'began', to: 'mitigated' },
  recover: { name: 'Time to recover', from: 'began', to: 'recovered' },
  speak: { name: 'From detection to first public word', from: 'detected', to: 'communicated' },
} as const
export type MetricId = keyof typeof METRICS

const endOf = ({ id, name, at, definition }: Reading): End => ({
  id,
  label: MILESTONE[name].label,
  at,
  ...(definition === undefined ? {} : { definition }),
})

/** Time to recover where it came back and broke again: the sum of all outages first, then each of them. */
function outageReadings(incident: MilestoneHolder): MeasuredLength[] {
  const each = outagesOf(incident).flatMap(({ began, recovered, note }): MeasuredLength[] => {
    if (recovered === undefined) return []
    const duration = betweenTexts(began.at, recovered.at)
    return [
      {
        from: endOf(began),
        to: endOf(recovered),
        length: durationWords(duration),
        duration,
        headline: false,
        ...(note === undefined ? {} : { note }),
      },
    ]
  })
  const [first, last] = [each[0], each.at(-1)]
  if (first === undefined || last === undefined || each.length < 2) return []
  const duration = sumOf(each.map((one) => one.duration))
  const length = `${durationWords(duration)} in ${each.length} outages`
  return [{ from: first.from, to: last.to, length, duration, headline: true }, ...each]
}

/** The measures of one incident: from the headline reading of the first end to every reading of the second. */
export function metrics(incident: MilestoneHolder): Metric[] {
  return Object.entries(METRICS).map(([id, { name, from, to }]): Metric => {
    const start = milestone(incident, from)
    const headline = milestone(incident, to)
    const named = incident.data.milestones.filter((found) => found.name === to)
    // One that the timeline stands for has one reading.
    const ends = named.length > 0 || headline === undefined ? named : [headline]
    const outages = id === 'recover' ? outageReadings(incident) : []
    const single = ends.flatMap((end): MeasuredLength[] => {
      if (!start) return []
      const duration = betweenTexts(start.at, end.at)
      return [
        { from: endOf(start), to: endOf(end), length: durationWords(duration), duration, headline: end === headline },
      ]
    })
    const readings = outages.length > 0 ? outages : single
    const absent = [...(start ? [] : [from]), ...(headline ? [] : [to])].map((end) =>
      MILESTONE[end].label.toLowerCase(),
    )
    return { id: id as MetricId, name, readings, ...(absent.length === 0 ? {} : { missing: absent }) }
  })
}

/**
 * What no length can be given of, and for want of which times, in one sentence or two; undefined where every measure is
 * known.
 */
export function notKnown(measured: readonly Metric[]): string | undefined {
  const unknown = measured.filter(({ missing }) => missing !== undefined)
  if (unknown.length === 0) return undefined
  const names = unknown.map(({ name }) => name.replace(/^./, (letter) => letter.toLowerCase()))
  const ends = new Set(unknown.flatMap(({ missing = [] }) => missing))
  return `Not known: ${names.join(', ')}. No time is recorded for: ${[...ends].join(', ')}.`
}

/** The headline reading of one measure, or undefined where an end is not known. */
export const headlineLength = (incident: Entry<'incidents'>, id: MetricId): MeasuredLength | undefined =>
  metrics(incident)
    .find((metric) => metric.id === id)
    ?.readings.find(({ headline }) => headline)
