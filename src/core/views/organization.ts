import type { Knowledge } from '../graph/knowledge.ts'
import { newestFirst, occurred } from '../graph/when.ts'
import { routes } from '../routes.ts'
import type { Entry } from '../schema/entry.ts'
import { ROLE } from '../schema/incident-words.ts'
import { ORGANIZATION_KIND } from '../schema/reference-kinds.ts'
import { ATTENDANCE, CAPACITY } from '../schema/summits.ts'
import { commitmentLines } from './commitment.ts'
import { inquiryLines } from './inquiry.ts'
import { linksTo, linkTo } from './label.ts'
import { recordView } from './record.ts'
import { statementLines } from './statement-line.ts'

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
  return {
    ...recordView(knowledge, entry),
    shortName: data.shortName,
    kindLabel: ORGANIZATION_KIND[data.kind].label,
    description: data.description,
    url: data.url,
    formerNames: data.formerNames,
    securityContact: data.securityContact,
    parent: data.parent === undefined ? undefined : linkTo(knowledge, data.parent),
    members: linksTo(knowledge, data.members),
    groups: linksTo(knowledge, knowledge.from('organizations', 'members', id).map((group) => group.id)),
    subsidiaries: linksTo(knowledge, knowledge.from('organizations', 'parent', id).map((child) => child.id)),
    incidents: newestFirst(knowledge.from('incidents', 'organizations.org', id)).map((incident) => ({
      route: routes.record('incidents', incident.id),
      title: incident.data.title,
      began: occurred(incident),
      roles: incident.data.organizations.filter(({ org }) => org === id).map(({ role }) => ROLE[role].label),
    })),
    summits: newestFirst([...new Set([...knowledge.from('summits', 'participants.org', id), ...knowledge.from('summits', 'host', id)])]).map((summit) => ({
      route: routes.record('summits', summit.id),
      title: summit.data.title,
      date: summit.data.date,
      parts: [
        ...(summit.data.host === id ? ['Host'] : []),
        ...summit.data.participants.filter(({ org }) => org === id).map(({ capacity, attendance }) => `${CAPACITY[capacity].label}, ${ATTENDANCE[attendance].label.toLowerCase()}`),
      ],
    })),
    statements: statementLines(knowledge, knowledge.from('statements', 'org', id)),
    relayed: statementLines(knowledge, knowledge.from('statements', 'relayedBy', id).filter((statement) => statement.data.org !== id)),
    commitments: commitmentLines(knowledge, knowledge.from('commitments', 'org', id)),
    inquiries: inquiryLines(knowledge, [...knowledge.from('inquiries', 'org', id), ...knowledge.from('inquiries', 'askedBy', id)]),
  }
}

export type OrganizationView = ReturnType<typeof organizationView>
