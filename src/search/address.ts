import { FACET_NAMES } from './facet-names.ts'
import type { Selection } from './narrow.ts'

export const ORDERS = { relevance: 'Best match', date: 'Date', changed: 'Recently changed' } as const
export const GROUPINGS = { none: 'Not grouped', org: 'By organization', year: 'By year' } as const
export type Order = keyof typeof ORDERS
export type Grouping = keyof typeof GROUPINGS

/** Everything a search page shows: it stands in the page's address, so that a link or a step back shows it again. */
export interface State {
  readonly typed: string
  readonly selection: Selection
  readonly order: Order
  readonly grouping: Grouping
  readonly literal: boolean
  /** How many hits beyond the first are shown; 0 where no more were asked for. */
  readonly shown: number
}

/** Longest query text that is read; the rest is left out, and the page says so. */
export const MOST_CHARACTERS = 4000

/** Whether nothing was asked. */
export const isIdle = ({ typed, selection }: State): boolean =>
  typed.trim() === '' && Object.keys(selection).length === 0

// No address asks for more than a reader could have asked for by hand.
const MOST_SHOWN = 500

const oneOf = <T extends string>(value: string | null, table: Readonly<Record<T, string>>, otherwise: T): T =>
  value !== null && Object.hasOwn(table, value) ? (value as T) : otherwise

/** Reads a state from the parameters of an address; whatever is not understood is as if it were not there. */
export function readState(parameters: URLSearchParams): State {
  return {
    typed: parameters.get('q') ?? '',
    selection: Object.fromEntries(
      FACET_NAMES.flatMap((name) => (parameters.has(name) ? [[name, [...new Set(parameters.getAll(name))]]] : [])),
    ),
    order: oneOf(parameters.get('sort'), ORDERS, 'relevance'),
    grouping: oneOf(parameters.get('group'), GROUPINGS, 'none'),
    literal: parameters.has('literal'),
    shown: Math.min(MOST_SHOWN, Number(/^\d{1,4}$/.exec(parameters.get('shown') ?? '')?.[0] ?? 0)),
  }
}

/** The query string of a state: `?q=…&org=…`; empty for an empty state. */
export function writeState({ typed, selection, order, grouping, literal, shown }: State): string {
  const parameters = new URLSearchParams()
  if (typed !== '') parameters.set('q', typed)
  for (const name of FACET_NAMES) for (const value of selection[name] ?? []) parameters.append(name, value)
  if (order !== 'relevance') parameters.set('sort', order)
  if (grouping !== 'none') parameters.set('group', grouping)
  if (literal) parameters.set('literal', '1')
  if (shown > 0) parameters.set('shown', String(shown))
  const text = parameters.toString()
  return text === '' ? '' : `?${text}`
}
