import type {
  ActionLeaf,
  AskActionLeaf,
  ClaimLeaf,
  CreativeWorkLeaf,
  DefinedTermLeaf,
  EventLeaf,
  OrganizationLeaf,
  PersonLeaf,
  PlaceLeaf,
  PlanActionLeaf,
  PropertyValueLeaf,
  QuotationLeaf,
  ReportLeaf,
  WithContext,
} from 'schema-dts'
import type { Knowledge } from '#knowledge/knowledge.ts'
import { milestone, occurred } from '#knowledge/dates.ts'
import { absolute, routes } from '#urls.ts'
import type { AnyEntry, Entry } from '#schema/entry.ts'
import { IDENTIFIER_TYPE } from '#schema/incident-words.ts'
import { asserterIds } from '#schema/parties.ts'
import { machineTime } from '#time/format.ts'
import { orgName } from '#views/label.ts'
import type { Citable } from './cite-part.ts'

// The leaves of the vocabulary: these types themselves, none of their many kinds.
type Described =
  | ReportLeaf
  | QuotationLeaf
  | ClaimLeaf
  | EventLeaf
  | ActionLeaf
  | PlanActionLeaf
  | AskActionLeaf
  | OrganizationLeaf
  | DefinedTermLeaf
  | CreativeWorkLeaf

// What stands within another thing is typed by itself: to find out which of the vocabulary's nine hundred types a plain
// object is took the compiler 25 s.
const organization = (name: string): OrganizationLeaf => ({ '@type': 'Organization', name })

const person = (name: string): PersonLeaf => ({ '@type': 'Person', name })
const place = (name: string): PlaceLeaf => ({ '@type': 'Place', name })

const named = (knowledge: Knowledge, id: string) =>
  organization(id === 'editor' ? (knowledge.site.publisher ?? knowledge.site.title) : orgName(knowledge, id))

/** A time as schema.org takes it, under its name; nothing for intervals, which it has no form for. */
function dated<N extends string>(name: N, at: string | undefined): Partial<Record<N, string>> {
  const value = at === undefined ? undefined : machineTime(at)
  return (value === undefined ? {} : { [name]: value }) as Partial<Record<N, string>>
}

function report(entry: Entry<'incidents'>, { title, url, reference, revised, publisher }: Citable): ReportLeaf {
  const { at: began } = milestone(entry, 'began') ?? { at: occurred(entry) }
  const identifiers = entry.data.identifiers.map(({ type, value, url: page }): PropertyValueLeaf => ({
    '@type': 'PropertyValue',
    propertyID: IDENTIFIER_TYPE[type].label,
    value,
    ...(page === undefined ? {} : { url: page }),
  }))
  const about: EventLeaf = {
    '@type': 'Event',
    name: title,
    ...dated('startDate', began),
    ...dated('endDate', milestone(entry, 'recovered')?.at),
  }
  return {
    '@type': 'Report',
    name: title,
    url,
    reportNumber: reference,
    dateModified: revised,
    publisher: organization(publisher),
    ...(identifiers.length === 0 ? {} : { identifier: identifiers }),
    about,
  }
}

function statement(
  knowledge: Knowledge,
  { data }: Entry<'statements'>,
  { title, url, reference, revised }: Citable,
): QuotationLeaf | ClaimLeaf {
  const common = {
    name: title,
    url,
    identifier: reference,
    ...dated('dateCreated', data.said),
    ...dated('datePublished', data.published),
    dateModified: revised,
  }
  const by: (PersonLeaf | OrganizationLeaf)[] = [
    ...(data.speaker === undefined ? [] : [person(data.speaker.name)]),
    ...(data.org === undefined ? [] : [named(knowledge, data.org)]),
  ]
  const [quotation] = data.quotes
  return quotation === undefined
    ? { '@type': 'Claim', ...common, author: by }
    : { '@type': 'Quotation', ...common, text: quotation.text, spokenByCharacter: by }
}

const summit = (knowledge: Knowledge, { data }: Entry<'summits'>, { title, url, reference }: Citable): EventLeaf => ({
  '@type': 'Event',
  name: title,
  url,
  identifier: reference,
  ...dated('startDate', data.date),
  ...dated('endDate', data.end),
  ...(data.place === undefined ? {} : { location: place(data.place) }),
  organizer: named(knowledge, data.host),
})

const commitment = (
  knowledge: Knowledge,
  { data }: Entry<'commitments'>,
  { title, url, reference }: Citable,
): PlanActionLeaf => ({
  '@type': 'PlanAction',
  name: title,
  url,
  identifier: reference,
  agent: named(knowledge, data.org),
  ...dated('startTime', data.made),
  ...dated('scheduledTime', data.due),
})

const inquiry = (
  knowledge: Knowledge,
  { data }: Entry<'inquiries'>,
  { title, url, reference }: Citable,
): AskActionLeaf => ({
  '@type': 'AskAction',
  name: title,
  url,
  identifier: reference,
  agent: asserterIds(data.askedBy).map((id) => named(knowledge, id)),
  recipient: named(knowledge, data.org),
  ...dated('startTime', data.asked),
})

const proceeding = (
  knowledge: Knowledge,
  { data }: Entry<'proceedings'>,
  { title, url, reference }: Citable,
): ActionLeaf => {
  const inRoles = (...roles: string[]) =>
    data.parties.flatMap(({ who, role }) =>
      roles.includes(role) ? [typeof who === 'string' ? named(knowledge, who) : organization(who.name)] : [],
    )
  return {
    '@type': 'Action',
    name: title,
    url,
    identifier: reference,
    agent: inRoles('plaintiff', 'authority'),
    participant: inRoles('defendant', 'other'),
    ...dated('startTime', data.steps[0]?.at),
  }
}

function described(knowledge: Knowledge, entry: AnyEntry, cited: Citable): Described {
  const { title: name, url, reference: identifier } = cited
  switch (entry.kind) {
    case 'incidents':
      return report(entry, cited)
    case 'statements':
      return statement(knowledge, entry, cited)
    case 'summits':
      return summit(knowledge, entry, cited)
    case 'commitments':
      return commitment(knowledge, entry, cited)
    case 'inquiries':
      return inquiry(knowledge, entry, cited)
    case 'proceedings':
      return proceeding(knowledge, entry, cited)
    case 'organizations':
      return { '@type': 'Organization', name, mainEntityOfPage: url, identifier }
    case 'topics':
    case 'controls':
      return { '@type': 'DefinedTerm', name, url, identifier }
    case 'sources':
      return {
        '@type': 'CreativeWork',
        name,
        mainEntityOfPage: url,
        identifier,
        publisher: organization(entry.data.publisher),
        ...dated('datePublished', entry.data.published),
      }
    case 'citations':
      return { '@type': 'CreativeWork', name, mainEntityOfPage: url, identifier }
    default:
      return entry satisfies never
  }
}

/** A record as schema.org describes such things, typed by its vocabulary; `cited` is the record’s own citation. */
export const linkedData = (knowledge: Knowledge, entry: AnyEntry, cited: Citable): WithContext<Described> => ({
  '@context': 'https://schema.org',
  ...described(knowledge, entry, { ...cited, url: absolute(knowledge, routes.record(entry.kind, entry.id)) }),
})

/** JSON that may stand in a script element: nothing in it can end the element. */
export const scriptJson = (value: unknown): string => JSON.stringify(value).replaceAll('<', '\\u003c')
