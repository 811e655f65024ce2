import { routes } from '#urls.ts'
import type { Entry } from '#schema/entry.ts'
import { INCIDENT_KIND } from '#schema/incident-words.ts'
import { type Duration, durationWords } from '#time/duration.ts'
import { headlineLength, METRICS, type MetricId } from './metrics.ts'
import { plotPlace } from './metric-plot.ts'

type Incident = Entry<'incidents'>
type Quantiles = Readonly<Record<'low' | 'median' | 'high', Duration>>

/**
 * One incident in a plot: both ends of its range in percent of the plot, equal where the length is known to the minute.
 */
export interface PlotMark {
  readonly title: string
  readonly route: string
  readonly length: string
  readonly from: number
  readonly to: number
}

/** One measure over a set of incidents of one kind. */
export interface MetricSet {
  readonly id: MetricId
  readonly name: string
  /** How many have it, and how many do not say. */
  readonly n: number
  readonly unknown: number
  /** In words; ranges where the incidents give ranges. Quartiles from four values on, the median from two. */
  readonly median?: string
  readonly quartiles?: string
  readonly marks: readonly PlotMark[]
  /** The quartiles and the median in percent of the plot. */
  readonly box?: { readonly low: number; readonly median: number; readonly high: number }
}

/** More marks than this hide one another and weigh on the page: beyond it a plot holds its box alone. */
const MOST_MARKS = 100

/** Fewer values than this are no distribution. */
const LEAST = 3

/** All measures of the incidents of one kind: sets never mix kinds. */
export interface KindSet {
  readonly kind: string
  readonly count: number
  readonly metrics: readonly MetricSet[]
}

/**
 * A quantile by linear interpolation between order statistics (Hyndman and Fan 1996, type 7). Infinite where an open
 * end weighs in.
 */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  const place = (sorted.length - 1) * share
  const [low = 0, high = 0] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]]
  return low === high ? low : low + (high - low) * (place - Math.floor(place))
}

/**
 * Quantiles of lengths that are ranges: the least and the greatest that the quantile can be, whatever the true lengths
 * were. A quantile never falls when a value rises, so those are the quantiles of all lower and of all upper ends.
 */
export function quantiles(lengths: readonly Duration[]): Quantiles {
  const mins = lengths.map(({ min }) => min ?? Number.NEGATIVE_INFINITY)
  const maxs = lengths.map(({ max }) => max ?? Number.POSITIVE_INFINITY)
  const at = (share: number): Duration => {
    const [min, max] = [quantile(mins, share), quantile(maxs, share)]
    return { min: Number.isFinite(min) ? min : null, max: Number.isFinite(max) ? max : null }
  }
  return { low: at(0.25), median: at(0.5), high: at(0.75) }
}

const middle = ({ min, max }: Duration) => plotPlace(((min ?? max ?? 0) + (max ?? min ?? 0)) / 2)

function metricSet(incidents: readonly Incident[], id: MetricId, name: string): MetricSet {
  const known = incidents.flatMap((incident) => {
    const reading = headlineLength(incident, id)
    return reading && (reading.duration.min !== null || reading.duration.max !== null) ? [{ incident, reading }] : []
  })
  const { low, median, high } = quantiles(known.map(({ reading }) => reading.duration))
  const [several, enough] = [known.length > 1, known.length > 3]
  return {
    id,
    name,
    n: known.length,
    unknown: incidents.length - known.length,
    ...(several ? { median: durationWords(median) } : {}),
    ...(enough
      ? {
          quartiles: `${durationWords(low)}; ${durationWords(high)}`,
          box: { low: middle(low), median: middle(median), high: middle(high) },
        }
      : {}),
    marks: (known.length > MOST_MARKS ? [] : known).map(
      ({ incident: { id: own, data }, reading: { length, duration } }) => ({
        title: data.title,
        route: routes.record('incidents', own),
        length,
        from: plotPlace(duration.min ?? 0),
        to: duration.max === null ? 100 : plotPlace(duration.max),
      }),
    ),
  }
}

/**
 * The measures of a set of incidents, by kind, in the order of kinds; a measure that fewer than three of them have is
 * left out, and so is a kind without measures.
 */
export function metricSets(incidents: readonly Incident[]): KindSet[] {
  return Object.entries(INCIDENT_KIND).flatMap(([kind, { label }]) => {
    const own = incidents.filter(({ data }) => data.kind === kind)
    const metrics = Object.entries(METRICS)
      .map(([id, { name }]) => metricSet(own, id as MetricId, name))
      .filter(({ n }) => n >= LEAST)
    return metrics.length === 0 ? [] : [{ kind: label, count: own.length, metrics }]
  })
}
