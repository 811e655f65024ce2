import type { Knowledge } from '#knowledge/knowledge.ts'
import { sayersOf } from '#knowledge/asserters.ts'
import { milestone, newestFirst, occurred } from '#knowledge/dates.ts'
import { outagesOf } from '#knowledge/outages.ts'
import { productSlug } from '#knowledge/products.ts'
import { routes } from '#urls.ts'
import type { Entry } from '#schema/entry.ts'
import {
  ACTION_STATUS,
  ACTION_TYPE,
  CAUSE,
  CHANGE_KIND,
  CONTROL_STATE,
  DETECTED_BY,
  FINDING_KIND,
  INCIDENT_KIND,
  MILESTONE,
  PRIORITY,
  RELATION,
  ROLE,
} from '#schema/incident-words.ts'
import { accountOf } from '#schema/complete.ts'
import { severityWords } from '#schema/severity.ts'
import { shortDay } from '#time/clock.ts'
import { commitmentLines } from './commitment.ts'
import { evidence } from './evidence.ts'
import { impactView } from './incident-impact.ts'
import { headlineNumbers } from './incident-numbers.ts'
import { inquiryLines } from './inquiry.ts'
import { openState } from './open-state.ts'
import { proceedingLines } from './proceeding.ts'
import { linksTo, linkTo, shortTitle, whoLinks } from './label.ts'
import { lanesView } from './lanes.ts'
import { partLabel } from './part-label.ts'
import { metrics, type Metric } from './metrics.ts'
import { phases } from './phases.ts'
import { claimView, recordView } from './record.ts'
import { statementLines } from './statement-line.ts'
import { asserterFilter } from './asserter-filter.ts'
import { summitLines } from './summit.ts'
import { timelineView } from './timeline.ts'

type Incident = Entry<'incidents'>

// “Now” is the midnight at which its day began, unless a time was given.
const DAY = 86_400_000

/** What a reader asks first, in order. */
const KEY_MOMENTS = [
  { name: 'began', word: 'Began' },
  { name: 'detected', word: 'Noticed', metric: 'detect' },
  { name: 'mitigated', word: 'Stopped', metric: 'mitigate' },
  { name: 'recovered', word: 'Over', metric: 'recover' },
] as const

/** When it began, was noticed, was stopped and was over, each but the first with how long after. */
export function keyMoments(incident: Incident, measured: readonly Metric[] = metrics(incident)) {
  return KEY_MOMENTS.map(({ name, word, ...rest }) => {
    // Where it came back and broke again, it was over with the last outage.
    const last = name === 'recovered' ? outagesOf(incident).at(-1) : undefined
    const found = last === undefined ? milestone(incident, name) : last.recovered
    const after =
      'metric' in rest
        ? measured.find(({ id }) => id === rest.metric)?.readings.find(({ headline }) => headline)?.length
        : undefined
    return { name, word, id: found?.id, at: found?.at, definition: found?.definition, after }
  })
}

export type KeyMoment = ReturnType<typeof keyMoments>[number]

const milestoneViews = (knowledge: Knowledge, { data }: Incident) =>
  data.milestones.map(({ id, name, at, definition, note, event, sources }) => {
    const marked = data.timeline.find((found) => found.id === event)
    return {
      id,
      label: MILESTONE[name].label,
      means: MILESTONE[name].means,
      at,
      definition,
      note,
      event: marked && { id: marked.id, title: marked.title },
      evidence: evidence(knowledge, sources.length > 0 ? sources : (marked?.sources ?? [])),
      /** Whether it rests on sources of its own, and not on those beside its event. */
      sourced: sources.length > 0,
    }
  })

const roles = (knowledge: Knowledge, { data }: Incident) =>
  [...Map.groupBy(data.organizations, ({ role }) => role)]
    .toSorted(([a], [b]) => Object.keys(ROLE).indexOf(a) - Object.keys(ROLE).indexOf(b))
    .map(([role, own]) => ({
      role,
      label: ROLE[role].label,
      links: whoLinks(
        knowledge,
        own.map(({ org }) => org),
      ),
    }))

/** What was found, each with its sources. */
export const findingViews = (knowledge: Knowledge, { data }: Incident) =>
  data.findings.map((finding) => ({
    says: sayersOf(knowledge, finding),
    id: finding.id,
    kind: finding.kind,
    label: FINDING_KIND[finding.kind].label,
    text: finding.text,
    ...claimView(knowledge, finding),
  }))

const controlViews = (knowledge: Knowledge, { data }: Incident) =>
  data.controls.map(({ control, state, note, sources }) => ({
    control: linkTo(knowledge, control) ?? { text: control, route: routes.kind('controls') },
    state,
    label: CONTROL_STATE[state].label,
    means: CONTROL_STATE[state].means,
    note,
    evidence: evidence(knowledge, sources),
  }))

const actionViews = (knowledge: Knowledge, { data }: Incident) =>
  data.actions.map((action) => ({
    id: action.id,
    text: action.text,
    owner: whoLinks(knowledge, action.owner === undefined ? [] : [action.owner]),
    /** What it is for and how soon, in words. */
    sort: [
      action.type === undefined ? [] : ACTION_TYPE[action.type].label,
      action.priority === undefined ? [] : `${PRIORITY[action.priority].label.toLowerCase()} priority`,
    ]
      .flat()
      .join(', '),
    status: ACTION_STATUS[action.status].label,
    statusBy: whoLinks(knowledge, action.statusBy),
    due: action.due,
    ticket: action.ticket,
    url: action.url,
    commitment: action.commitment === undefined ? undefined : linkTo(knowledge, action.commitment),
    ...claimView(knowledge, action),
  }))

const promptViews = (knowledge: Knowledge, incident: Incident) =>
  incident.data.prompts.map(({ id, ask, because, appliesWhen }) => {
    const part = knowledge.part(incident, because)
    return {
      id,
      ask,
      because: part && { id: because, text: partLabel(part) },
      paths: appliesWhen.paths,
      terms: appliesWhen.terms,
      changes: appliesWhen.changes.map((change) => CHANGE_KIND[change].label.toLowerCase()),
    }
  })

function relatedViews(knowledge: Knowledge, { data, id }: Incident) {
  const own = data.related.map(({ incident, how, note }) => ({ id: incident, how: RELATION[how].label, note }))
  const mentioned = new Set(own.map((one) => one.id))
  const others = newestFirst(knowledge.from('incidents', 'related.incident', id)).filter(
    (other) => !mentioned.has(other.id),
  )
  return [...own, ...others.map((other) => ({ id: other.id, how: 'Refers to this one', note: undefined }))].flatMap(
    ({ id: named, how, note }) => {
      const other = knowledge.get('incidents', knowledge.find(named)?.id ?? '')
      if (!other || other.id === id) return []
      const [first, second] = id < other.id ? [id, other.id] : [other.id, id]
      return [
        {
          text: shortTitle(other),
          route: routes.record('incidents', other.id),
          how,
          note,
          phases: phases(other),
          compare: routes.pair(first, second),
        },
      ]
    },
  )
}

/** Everything the page of an incident prints, body apart; plain values only. */
export function incidentView(knowledge: Knowledge, incident: Incident) {
  const { data, id } = incident
  const measured = metrics(incident)
  const milestoneList = milestoneViews(knowledge, incident)
  const impact = impactView(knowledge, incident)
  const evidenceOf = (wanted: string) => milestoneList.find((one) => one.id === wanted)?.evidence ?? []
  return {
    ...recordView(knowledge, incident),
    shortTitle: shortTitle(incident),
    day: shortDay(occurred(incident)),
    numbers: headlineNumbers(measured, impact, evidenceOf),
    state: openState(incident, knowledge.now + DAY),
    kindLabel: { text: INCIDENT_KIND[data.kind].label, route: routes.incidents({ kind: data.kind }) },
    severity: {
      text: severityWords(knowledge.site, data.severity).label,
      route: routes.incidents({ severity: data.severity }),
    },
    causes: data.causes.map((cause) => ({ text: CAUSE[cause].label, route: routes.incidents({ cause }) })),
    roles: roles(knowledge, incident),
    products: data.products.map((product) => ({
      text: product.versions === undefined ? product.name : `${product.name} (${product.versions})`,
      route: routes.product(productSlug(knowledge, product)),
    })),
    identifiers: data.identifiers.map(({ value, url }) => ({
      text: value,
      ...(url === undefined ? {} : { route: url }),
    })),
    people: data.people.map(({ name, role }) => (role === undefined ? name : `${name} (${role})`)),
    detectedBy: data.detectedBy === undefined ? undefined : DETECTED_BY[data.detectedBy].label,
    /** Whether the publisher tells of its own: it is the source, and sources are not counted. */
    own: accountOf(knowledge.site, data) === 'own',
    topics: linksTo(knowledge, data.topics),
    moments: keyMoments(incident, measured),
    phases: phases(incident),
    metrics: measured,
    milestones: milestoneList,
    timeline: timelineView(knowledge, incident),
    lanes: lanesView(knowledge, incident),
    impact,
    says: asserterFilter(
      [...data.timeline, ...data.impact, ...data.findings].map((claim) => sayersOf(knowledge, claim)),
    ),
    findings: findingViews(knowledge, incident),
    controls: controlViews(knowledge, incident),
    actions: actionViews(knowledge, incident),
    prompts: promptViews(knowledge, incident),
    related: relatedViews(knowledge, incident),
    statements: statementLines(knowledge, knowledge.from('statements', 'about.incidents', id)),
    summits: summitLines(knowledge, knowledge.from('summits', 'follows', id)),
    commitments: commitmentLines(knowledge, knowledge.from('commitments', 'incident', id)),
    inquiries: inquiryLines(knowledge, knowledge.from('inquiries', 'about.incident', id)),
    proceedings: proceedingLines(knowledge, knowledge.from('proceedings', 'incidents', id)),
  }
}

export type IncidentView = ReturnType<typeof incidentView>
