import type { Knowledge } from '#knowledge/knowledge.ts'
import { routes } from '#urls.ts'
import { formatDate, formatText } from '#time/format.ts'
import { moment } from '#time/moment.ts'
import { daysBetween } from '#time/clock.ts'
import { type Link, orgName, labelOf } from './label.ts'
import { ledger, LEDGER_KIND, type LedgerEntry, ledgerInstant, shape } from './site-timeline.ts'
import { type KindSet, metricSets } from './metric-sets.ts'
import type { Phases } from './phases.ts'

/**
 * Most entries on one page: a page of this many stays well under its budget of bytes (tests/e2e/on-one-clock.spec.ts).
 */
export const PAGE_SIZE = 500

export interface LedgerLine extends LedgerEntry {
  readonly kindLabel: string
  /** Its day, or the days between which it was; short, under the heading of its year. */
  readonly day: string
  /** When it was over, in words, where it has a length. */
  readonly over?: string
  /** The shape of an incident. */
  readonly phases?: Phases
}

/** A month, or what is known to its year only. */
export interface SiteTimelineMonth {
  readonly id: string
  readonly heading: string
  /** What had begun before this month and was not over when it began. */
  readonly ongoing: readonly Link[]
  readonly lines: readonly LedgerLine[]
}

/** One page of everything. */
export interface SiteTimelinePage {
  readonly route: string
  readonly title: string
  readonly months: readonly SiteTimelineMonth[]
  /** How long the incidents of the year took. */
  readonly lengths: readonly KindSet[]
  readonly years: readonly (Link & { readonly count: number; readonly current: boolean })[]
  readonly older?: Link
  readonly newer?: Link
  readonly orgs: readonly (readonly [string, string])[]
  readonly topics: readonly (readonly [string, string])[]
}

interface Slot {
  readonly year: number
  readonly part: number
  readonly parts: number
  readonly entries: readonly LedgerEntry[]
}

const yearOf = ({ at }: LedgerEntry) => new Date(ledgerInstant(at)).getUTCFullYear()

/** Pages, oldest first: a year each, and a year with more than a page holds in parts. */
export function ledgerSlots(entries: readonly LedgerEntry[]): Slot[] {
  return [...Map.groupBy(entries, yearOf)].flatMap(([year, own]) => {
    const parts = Math.ceil(own.length / PAGE_SIZE)
    return Array.from({ length: parts }, (_, index) => ({
      year,
      part: index + 1,
      parts,
      entries: own.slice(index * PAGE_SIZE, (index + 1) * PAGE_SIZE),
    }))
  })
}

function monthKey({ at }: LedgerEntry): string {
  const known = moment(at).start ?? moment(at).end
  return known?.precision === 'year' ? '' : new Date(ledgerInstant(at)).toISOString().slice(0, 7)
}

/** The last instant (ms) up to which it may have gone on; where the end is open, up to which it is known to. */
function lastGoing(until: string): number {
  const { earliest, latest } = moment(until)
  return latest ?? earliest ?? Number.NEGATIVE_INFINITY
}

function months(
  knowledge: Knowledge,
  year: number,
  own: readonly LedgerEntry[],
  all: readonly LedgerEntry[],
): SiteTimelineMonth[] {
  return [...Map.groupBy(own, monthKey)].map(([key, entries]) => {
    const begin = key === '' ? Date.UTC(year, 0) : Date.parse(`${key}-01T00:00Z`)
    const under = all.filter(
      ({ at, until }) => until !== undefined && ledgerInstant(at) < begin && lastGoing(until) >= begin,
    )
    return {
      id: `m-${key === '' ? year : key}`,
      heading: key === '' ? `${year}, month not known` : formatDate(key.split('-').map(Number)),
      ongoing: under.map(({ text, route }) => ({ text, route })),
      lines: entries.map((entry) => ({
        ...entry,
        ...shape(knowledge, entry),
        kindLabel: LEDGER_KIND[entry.kind],
        day: daysBetween(moment(entry.at), year),
        ...(entry.until === undefined ? {} : { over: formatText(entry.until) }),
      })),
    }
  })
}

const titleOf = ({ year, part, parts }: Slot) => (parts === 1 ? String(year) : `${year}, part ${part} of ${parts}`)
const routeOf = ({ year, part }: Slot) => routes.timelinePage(year, part)
const link = (slot: Slot): Link => ({ text: titleOf(slot), route: routeOf(slot) })

/** All pages of everything on one clock. */
export function siteTimelinePages(knowledge: Knowledge): SiteTimelinePage[] {
  const entries = ledger(knowledge)
  const slots = ledgerSlots(entries)
  const firsts = slots.filter(({ part }) => part === 1).toReversed()
  const name = (id: string) => orgName(knowledge, id)
  const question = (id: string) => {
    const entry = knowledge.find(id)
    return entry ? labelOf(knowledge, entry) : id
  }
  const options = (ids: readonly string[], words: (id: string) => string) =>
    [...new Set(ids)].map((id) => [id, words(id)] as const).sort(([, a], [, b]) => a.localeCompare(b, 'en'))
  return slots.map((slot, index) => {
    const [older, newer] = [slots[index - 1], slots[index + 1]]
    return {
      route: routeOf(slot),
      title: titleOf(slot),
      months: months(knowledge, slot.year, slot.entries, entries),
      lengths: metricSets(
        entries
          .filter((entry) => entry.kind === 'incident' && yearOf(entry) === slot.year)
          .flatMap(({ id }) => knowledge.get('incidents', id) ?? []),
      ),
      years: firsts.map((first) => ({
        ...link(first),
        text: String(first.year),
        count: entries.filter((entry) => yearOf(entry) === first.year).length,
        current: first.year === slot.year,
      })),
      ...(older === undefined ? {} : { older: link(older) }),
      ...(newer === undefined ? {} : { newer: link(newer) }),
      orgs: options(
        slot.entries.flatMap(({ orgs }) => orgs),
        name,
      ),
      topics: options(
        slot.entries.flatMap(({ topics }) => topics),
        question,
      ),
    }
  })
}

/** The page that opens: the newest that has begun by the day of the run, else the first there is. */
export function openingPage(knowledge: Knowledge, pages: readonly SiteTimelinePage[]): SiteTimelinePage | undefined {
  const year = Number(knowledge.today.slice(0, 4))
  return pages.findLast(({ title }) => Number(title.slice(0, 4)) <= year) ?? pages[0]
}
