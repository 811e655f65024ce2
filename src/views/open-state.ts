import { milestone } from '#knowledge/dates.ts'
import type { Entry } from '#schema/entry.ts'
import { STATE } from '#schema/incident-words.ts'
import { betweenTexts, durationWords } from '#time/duration.ts'
import { compareTexts, moment } from '#time/moment.ts'

type Incident = Entry<'incidents'>

/** Whether an incident goes on: it is neither over nor planned. */
export const isOpen = ({ data }: Incident): boolean => data.state !== 'resolved' && data.state !== 'scheduled'

/** Incidents with those that go on before the others; their order is else as it was. */
export const openFirst = (incidents: readonly Incident[]): Incident[] =>
  incidents.toSorted((one, other) => Number(isOpen(other)) - Number(isOpen(one)))

/**
 * Of an incident that goes on: its state, as of the last event on record that is not still to come (`now`, in ms), and
 * how long it has lasted by then. Undefined where it is over.
 */
export function openState({ data, ...rest }: Incident, now = Number.POSITIVE_INFINITY) {
  if (data.state === 'resolved') return undefined
  const { label, means } = STATE[data.state]
  // What is planned has no length yet, and nothing to be seen as of.
  if (data.state === 'scheduled') return { label, means, asOf: undefined, lasted: undefined }
  const last = data.timeline
    .filter(({ at }) => (moment(at).earliest ?? now) <= now)
    .toSorted((a, b) => compareTexts(a.at, b.at))
    .at(-1)
  const began = milestone({ data, ...rest }, 'began')
  const lasted = last && began ? betweenTexts(began.at, last.at) : undefined
  return {
    label,
    means,
    asOf: last?.at,
    lasted: lasted && `${durationWords(lasted)} so far`,
  }
}
