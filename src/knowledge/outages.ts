import type { Incident } from '#schema/kinds.ts'
import { compareTexts, moment } from '#time/moment.ts'

/** What may have been down several times: an incident, whether read here or from published JSON. */
export interface OutageHolder {
  readonly data: Pick<Incident, 'milestones'> & Partial<Pick<Incident, 'outages'>>
}
type Milestone = Incident['milestones'][number]

/** One time that it was down: from where it began to where it was over, if that is known. */
export interface Outage {
  readonly began: Milestone
  readonly recovered?: Milestone
  readonly note?: string
}

const ends = ({ data }: OutageHolder) =>
  data.milestones
    .filter(({ name }) => name === 'began' || name === 'recovered')
    .sort((a, b) => compareTexts(a.at, b.at))

const wholly = (a: Milestone, b: Milestone) =>
  (moment(a.at).latest ?? Number.POSITIVE_INFINITY) <= (moment(b.at).earliest ?? Number.NEGATIVE_INFINITY)

/** Beginnings and recoveries that take turns, each wholly after the one before: it came back and broke again. */
function inTurns(incident: OutageHolder): Outage[] {
  const sorted = ends(incident)
  const turns = sorted.every(
    (milestone, index) =>
      milestone.name === (index % 2 === 0 ? 'began' : 'recovered') &&
      (index === 0 || wholly(sorted[index - 1] ?? milestone, milestone)),
  )
  if (!turns || sorted.length < 3) return []
  return sorted.flatMap((began, index) => {
    const recovered = sorted[index + 1]
    return index % 2 === 1 ? [] : [{ began, ...(recovered === undefined ? {} : { recovered }) }]
  })
}

/**
 * Each time that an incident was down, in order, where it came back and broke again: as its record lists them, else
 * where its milestones take turns. Empty where there was one outage.
 */
export function outagesOf(incident: OutageHolder): Outage[] {
  const byId = new Map(incident.data.milestones.map((milestone) => [milestone.id, milestone]))
  const { outages = [] } = incident.data
  if (outages.length === 0) return inTurns(incident)
  return outages
    .flatMap(({ began, recovered, note }): Outage[] => {
      const [start, end] = [byId.get(began), byId.get(recovered ?? '')]
      if (start === undefined) return []
      return [
        { began: start, ...(end === undefined ? {} : { recovered: end }), ...(note === undefined ? {} : { note }) },
      ]
    })
    .sort((a, b) => compareTexts(a.began.at, b.began.at))
}
