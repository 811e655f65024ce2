import { formatDate, utcFields } from '#time/format.ts'
import type { Moment } from '#time/moment.ts'

/** Items under one heading; `day` tells whether that heading already gives their day. */
export interface Group<T> {
  readonly heading: string
  readonly day: boolean
  readonly items: readonly T[]
}

// A day with a single event is no chapter: its date stands beside the event instead.
const ENOUGH = 2

const anchor = (m: Moment): number | undefined => m.earliest ?? m.latest ?? undefined
const dayOf = (instant: number) => utcFields(instant).slice(0, 3).join('-')

/**
 * Groups sorted items for reading. A UTC day on which at least two of them begin at a known time of day gets a heading;
 * what lies between such days stands under its year, called “Later in” after a day of the same year.
 */
export function groupEvents<T>(items: readonly T[], momentOf: (item: T) => Moment): Group<T>[] {
  const begins = items.map((item) => momentOf(item))
  const clocked = begins.filter(({ start }) => start?.zone !== undefined).flatMap((m) => anchor(m) ?? [])
  const tally = Map.groupBy(clocked.map(dayOf), (day) => day)
  const groups: { key: string; year: number; heading: string; day: boolean; items: T[] }[] = []
  for (const item of items) {
    const m = momentOf(item)
    const instant = anchor(m)
    const [year = 0, month = 1, day = 1] = instant === undefined ? [] : utcFields(instant)
    const ofDay = m.start !== null && !isCoarse(m) && (tally.get([year, month, day].join('-'))?.length ?? 0) >= ENOUGH
    const key = ofDay ? `${year}-${month}-${day}` : `${year}`
    const last = groups.at(-1)
    if (last?.key === key) last.items.push(item)
    else
      groups.push({
        key,
        year,
        heading: ofDay ? formatDate([year, month, day]) : `${last?.year === year ? 'Later in ' : ''}${year}`,
        day: ofDay,
        items: [item],
      })
  }
  return groups.map(({ heading, day, items: own }) => ({ heading, day, items: own }))
}

/** Whether the beginning is known no better than to the month. */
const isCoarse = ({ start }: Moment): boolean => start?.precision === 'month' || start?.precision === 'year'
