import { stateAt } from '#knowledge/follow-through.ts'
import type { Knowledge } from '#knowledge/knowledge.ts'
import { milestone, occurred } from '#knowledge/dates.ts'
import { routes } from '#urls.ts'
import { type AnyEntry, type Entry, stands } from '#schema/entry.ts'
import { actorIds } from '#schema/parties.ts'
import { STEP_KIND } from '#schema/proceedings.ts'
import { moment } from '#time/moment.ts'
import { labelOf, orgName } from './label.ts'
import { type Phases, phases } from './phases.ts'

/** What stands in the book of everything, and its words. */
export const LEDGER_KIND = {
  incident: 'Incident',
  statement: 'Statement',
  summit: 'Meeting',
  made: 'Promise made',
  due: 'Promise due',
  delivered: 'Promise delivered',
  step: 'Step of a proceeding',
} as const
export type LedgerKind = keyof typeof LEDGER_KIND

/** One line of everything on one clock. */
export interface LedgerEntry {
  readonly kind: LedgerKind
  readonly id: string
  readonly text: string
  readonly route: string
  /** In the Moment grammar. */
  readonly at: string
  /**
   * When it was over, where it has a length of its own: an incident until it was recovered, a meeting until it closed.
   */
  readonly until?: string
  readonly orgs: readonly string[]
  readonly topics: readonly string[]
}

type Base = Pick<LedgerEntry, 'id' | 'text' | 'orgs' | 'topics'>

const line = (
  kind: LedgerKind,
  entry: AnyEntry,
  base: Base,
  at: string,
  until?: string,
  part?: string,
): LedgerEntry => ({
  ...base,
  kind,
  route: routes.record(entry.kind, entry.id, part),
  at,
  ...(until === undefined || until === at ? {} : { until }),
})

function ofIncident(entry: Entry<'incidents'>, base: Base): LedgerEntry[] {
  const at = occurred(entry)
  const over = milestone(entry, 'recovered') ?? milestone(entry, 'closed') ?? milestone(entry, 'mitigated')
  return at === undefined ? [] : [line('incident', entry, base, at, over?.at)]
}

function ofCommitment(knowledge: Knowledge, entry: Entry<'commitments'>, base: Base): LedgerEntry[] {
  const { due } = stateAt(knowledge, entry)
  const delivered = entry.data.log.find(({ claimed, evidence }) => claimed === 'done' || evidence === 'verified')
  return [
    line('made', entry, base, entry.data.made),
    ...(due === undefined ? [] : [line('due', entry, base, due)]),
    ...(delivered === undefined ? [] : [line('delivered', entry, base, delivered.at, undefined, delivered.id)]),
  ]
}

/** Whose statement it is, unless its title begins with that. */
function spoken(knowledge: Knowledge, { org, title }: Entry<'statements'>['data']): string {
  const name = org === undefined ? '' : orgName(knowledge, org)
  return title.startsWith(name) && !/^\p{L}/u.test(title.slice(name.length)) ? title : `${name}: ${title}`
}

function lines(knowledge: Knowledge, entry: AnyEntry): LedgerEntry[] {
  const base = (orgs: readonly (string | undefined)[], topics: readonly string[]): Base => ({
    id: entry.id,
    text:
      entry.kind === 'statements' && entry.data.org !== undefined
        ? spoken(knowledge, entry.data)
        : labelOf(knowledge, entry),
    orgs: [...new Set(orgs.filter((org) => org !== undefined))],
    topics,
  })
  switch (entry.kind) {
    case 'incidents':
      return ofIncident(
        entry,
        base(
          entry.data.organizations.map(({ org }) => org),
          entry.data.topics,
        ),
      )
    case 'statements':
      return [
        line(
          'statement',
          entry,
          base(
            [entry.data.org],
            entry.data.positions.map(({ topic }) => topic),
          ),
          occurred(entry) ?? entry.data.said,
        ),
      ]
    case 'summits':
      return [
        line(
          'summit',
          entry,
          base([entry.data.host, ...entry.data.participants.map(({ org }) => org)].flat(), entry.data.topics),
          entry.data.date,
          entry.data.end,
        ),
      ]
    case 'commitments':
      return ofCommitment(knowledge, entry, base([entry.data.org], entry.data.topics))
    case 'proceedings': {
      const of = base([...actorIds(entry.data.parties.map(({ who }) => who)), entry.data.forum], [])
      return entry.data.steps.map(({ id, at, kind }) =>
        line('step', entry, { ...of, text: `${of.text}: ${STEP_KIND[kind].label.toLowerCase()}` }, at, undefined, id),
      )
    }
    default:
      return []
  }
}

/** The shape of an entry that is an incident with phases. */
export function shape(knowledge: Knowledge, { kind, id }: LedgerEntry): { readonly phases?: Phases } {
  const incident = kind === 'incident' ? knowledge.get('incidents', id) : undefined
  const drawn = incident && phases(incident)
  return drawn === undefined ? {} : { phases: drawn }
}

/**
 * The instant (ms) an entry is filed under: the first it can have been, or the last for what is only known to have been
 * by then.
 */
export const ledgerInstant = (at: string): number => moment(at).earliest ?? moment(at).latest ?? 0

/**
 * Everything on one clock: incidents, statements, meetings, promises made, due and delivered, steps of proceedings;
 * oldest first.
 */
export const ledger = (knowledge: Knowledge): LedgerEntry[] =>
  knowledge.entries
    .filter(stands)
    .flatMap((entry) => lines(knowledge, entry))
    .sort((a, b) => ledgerInstant(a.at) - ledgerInstant(b.at) || (a.id < b.id ? -1 : 1))
