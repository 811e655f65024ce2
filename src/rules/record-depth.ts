import { occurred } from '#knowledge/dates.ts'
import { accountOf } from '#schema/complete.ts'
import type { Entry } from '#schema/entry.ts'
import type { Account } from '#schema/vocabularies.ts'
import type { Rule } from './rule.ts'

type Incident = Entry<'incidents'>

/** Something that a record could have, and how it gets it. */
interface Step {
  readonly isMissing: (incident: Incident, account: Account) => boolean
  readonly message: string
  readonly fix: (incident: Incident) => string
}

const MOST = 3

const dayOf = (incident: Incident): string => {
  const time = occurred(incident) ?? ''
  return /^\d{4}-\d{2}-\d{2}/.exec(time)?.[0] ?? '2024-07-19'
}

/** What deepens an incident, the most useful first. */
const STEPS: readonly Step[] = [
  {
    isMissing: (incident) => occurred(incident) === undefined,
    message: 'the incident has no date, so lists show it last',
    fix: ({ id }) => `begin the name of the file with its date, such as 2024-07-19-${id}, or write date: 2024-07-19`,
  },
  {
    isMissing: ({ data }) => data.timeline.length === 0,
    message: 'the incident has no timeline, so it is told in prose alone',
    fix: (incident) =>
      `run "aftermath update ${incident.id} 'What happened' --at ${dayOf(incident)}T09:00Z" for each event`,
  },
  {
    isMissing: ({ data }) => data.milestones.length === 0,
    message: 'the incident has no milestones, so no duration is known',
    fix: (incident) =>
      'write milestones: [{ id: m-began, name: began, at: ' +
      `"${dayOf(incident)}T09:00Z" }] and so on: detected, mitigated, recovered`,
  },
  {
    isMissing: ({ data }) => data.severity === 'unknown',
    message: 'how far the incident reached is not said',
    fix: () => 'write severity: minor, major or critical, or a value of your own scale in site.yaml',
  },
  {
    isMissing: ({ data }) => data.findings.length === 0,
    message: 'the incident has no findings, so no lesson of it can be cited by itself',
    fix: () => 'write findings: [{ id: f-cause, kind: rootCause, text: "…" }]',
  },
  {
    // Of others it is not known what they decided.
    isMissing: ({ data }, account) => account === 'own' && data.actions.length === 0,
    message: 'the incident has no actions, so nothing says what is to be done',
    fix: () => 'write actions: [{ id: a-first, text: "…", status: open }]',
  },
]

/** What would deepen each incident that stands, at most three things for each: a hint, for every depth makes a page. */
export const recordDepth: Rule = {
  id: 'record-depth',
  *check({ all, site }) {
    for (const entry of all('incidents')) {
      for (const { message, fix } of STEPS.filter(({ isMissing }) =>
        isMissing(entry, accountOf(site, entry.data)),
      ).slice(0, MOST))
        yield { entry, path: [], message, fix: fix(entry) }
    }
  },
}
