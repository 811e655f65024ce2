import type { Knowledge } from '#knowledge/knowledge.ts'
import { publishedBy } from '#knowledge/publisher.ts'
import { newestFirst, occurred } from '#knowledge/dates.ts'
import { productsOf } from '#knowledge/products.ts'
import { routes } from '#urls.ts'
import type { Entry } from '#schema/entry.ts'
import { ROLE } from '#schema/incident-words.ts'
import { ORGANIZATION_KIND } from '#schema/reference-kinds.ts'
import { ATTENDANCE, CAPACITY } from '#schema/summits.ts'
import { commitmentLines } from './commitment.ts'
import { inquiryLines } from './inquiry.ts'
import { linksTo, linkTo } from './label.ts'
import { firstWord } from './first-word.ts'
import { mentionsOf } from './mentions.ts'
import { matrixView } from './matrix.ts'
import { proceedingLines, proceedingsOf } from './proceeding.ts'
import { metricSets } from './metric-sets.ts'
import { recordView } from './record.ts'
import { replyView } from './reply.ts'
import { followThroughOf } from './tracker.ts'
import { statementLines } from './statement-line.ts'
import { phases } from './phases.ts'

/** An organization as a line of a list, with how often it appears. */
export function organizationLine(knowledge: Knowledge, { data, id }: Entry<'organizations'>) {
  return {
    id,
    route: routes.record('organizations', id),
    name: data.name,
    kind: ORGANIZATION_KIND[data.kind].label,
    incidents: knowledge.from('incidents', 'organizations.org', id).length,
    statements: knowledge.from('statements', 'org', id).length,
    commitments: knowledge.from('commitments', 'org', id).length,
  }
}

export type OrganizationLine = ReturnType<typeof organizationLine>

/** Everything the page of an organization prints. */
export function organizationView(knowledge: Knowledge, entry: Entry<'organizations'>) {
  const { data, id } = entry
  const record = recordView(knowledge, entry)
  const statements = knowledge.from('statements', 'org', id)
  const promises = knowledge.from('commitments', 'org', id)
  const requested = knowledge.from('commitments', 'askedBy', id)
  const incidents = knowledge.from('incidents', 'organizations.org', id)
  const summits = [
    ...new Set([...knowledge.from('summits', 'participants.org', id), ...knowledge.from('summits', 'host', id)]),
  ]
  const asked = [...knowledge.from('inquiries', 'org', id), ...knowledge.from('inquiries', 'askedBy', id)]
  const relayed = knowledge.from('statements', 'relayedBy', id).filter((statement) => statement.data.org !== id)
  const cases = proceedingsOf(knowledge, id)
  const kin = [...knowledge.from('organizations', 'members', id), ...knowledge.from('organizations', 'parent', id)]
  const inquiries = inquiryLines(knowledge, asked)
  const proceedings = proceedingLines(knowledge, cases)
  const lines = { statements: statementLines(knowledge, statements), commitments: commitmentLines(knowledge, promises) }
  const evidence = [
    ...lines.statements.flatMap((line) => line.evidence),
    ...lines.commitments.flatMap((line) => line.evidenceOf),
    ...inquiries.flatMap((line) => line.evidence),
    ...proceedings.flatMap((line) => line.evidence),
  ]
  return {
    ...record,
    // The page is a dossier: it numbers what its lines rest on, not only its own record's sources.
    sources: [...new Map([...record.sources, ...evidence].map((source) => [source.id, source])).values()],
    today: knowledge.today,
    matrix: matrixView(knowledge, knowledge.all('topics'), [id]),
    followThrough: followThroughOf(knowledge, promises),
    reply: replyView(knowledge, entry),
    shortName: data.shortName,
    kindLabel: ORGANIZATION_KIND[data.kind].label,
    description: data.description,
    url: data.url,
    formerNames: data.formerNames,
    securityContact: data.securityContact,
    parent: data.parent === undefined ? undefined : linkTo(knowledge, data.parent),
    members: linksTo(knowledge, data.members),
    groups: linksTo(
      knowledge,
      knowledge.from('organizations', 'members', id).map((group) => group.id),
    ),
    subsidiaries: linksTo(
      knowledge,
      knowledge.from('organizations', 'parent', id).map((child) => child.id),
    ),
    products: productsOf(knowledge)
      .filter(({ org }) => org === id)
      .map(({ name, slug }) => ({ text: name, route: routes.product(slug) })),
    incidents: newestFirst(incidents).map((incident) => ({
      route: routes.record('incidents', incident.id),
      title: incident.data.title,
      began: occurred(incident),
      firstWord: firstWord(knowledge, incident, id),
      phases: phases(incident),
      roles: incident.data.organizations.filter(({ org }) => org === id).map(({ role }) => ROLE[role].label),
    })),
    lengths: metricSets(incidents),
    summits: newestFirst(summits).map((summit) => ({
      route: routes.record('summits', summit.id),
      title: summit.data.title,
      date: summit.data.date,
      parts: [
        ...(summit.data.host === id ? ['Host'] : []),
        ...summit.data.participants
          .filter(({ org }) => org === id)
          .map(
            ({ capacity, attendance }) => `${CAPACITY[capacity].label}, ${ATTENDANCE[attendance].label.toLowerCase()}`,
          ),
      ],
    })),
    ...lines,
    /** What others promised because it had asked for it. */
    requested: commitmentLines(knowledge, requested),
    relayed: statementLines(knowledge, relayed),
    inquiries,
    /** Those it is a party to, or decides. */
    proceedings,
    /** Sources it published. */
    published: newestFirst(publishedBy(knowledge, id)).map((source) => ({
      text: source.data.title,
      route: routes.record('sources', source.id),
      at: source.data.published,
    })),
    /** Records that name it otherwise: as the one who acts or asserts, or in their text. */
    mentions: mentionsOf(knowledge, entry, [
      ...incidents,
      ...summits,
      ...asked,
      ...relayed,
      ...kin,
      ...statements,
      ...promises,
      ...requested,
      ...cases,
    ]),
  }
}

export type OrganizationView = ReturnType<typeof organizationView>
