import type { Knowledge } from '#knowledge/knowledge.ts'
import { revisionInstant } from '#knowledge/dates.ts'
import { absolute, routes } from '#urls.ts'
import type { Entry } from '#schema/entry.ts'
import { severityWords } from '#schema/severity.ts'
import { TLP } from '#schema/vocabularies.ts'
import { uri } from '#text/uri.ts'
import { sourcesOf, sourceWords } from '#views/evidence.ts'
import { csafCategory, csafRoute } from './csaf-file.ts'
import { csafNotes } from './csaf-notes.ts'
import { markdownText } from '#text/markdown.ts'
import { disclosureOf } from './twin.ts'

type Incident = Entry<'incidents'>

/**
 * What a status of ours is among the three of CSAF 2.1 (3.2.2.13.7): the substance of what is disputed may soon change.
 */
const STATUS = {
  draft: 'draft',
  reviewed: 'final',
  disputed: 'interim',
  superseded: 'final',
  withdrawn: 'final',
} as const

/**
 * A date-time as 2.3 wants it: a day of our histories has no time, so its first instant in UTC stands for it, also
 * where a day has two revisions (6.2.21): no time is made up.
 */
const dateTime = (date: string) => new Date(revisionInstant(date)).toISOString()

/** A language tag with the capitals of its convention (3.1.5); undefined where a site gives none that can be read. */
function languageTag(text: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(text)[0]
  } catch {
    return undefined
  }
}

// An SPDX expression of listed identifiers: the text of a licence of one’s own would have to stand in a note (3.2.2.7).
const LICENCE = /^(?!.*Ref-(?!scancode-))[A-Za-z\d.-]+\+?(?: (?:AND|OR|WITH) [A-Za-z\d.-]+\+?)*$/

/**
 * What a document refers to (3.1.11): its own canonical address (6.2.11), the record’s page, which says more than it,
 * and every source under the number that the notes give it; the site’s page of a source that has no address, so that
 * every number leads somewhere.
 */
function references(knowledge: Knowledge, incident: Incident, own: string) {
  const { id, data } = incident
  const at = (route: string) => uri(absolute(knowledge, route))
  const external = (summary: string, url: string) => ({ category: 'external', summary, url })
  const successor = knowledge.get('incidents', data.supersededBy ?? '')
  return [
    { category: 'self', summary: 'This document', url: at(own) },
    external('Page of this incident', at(routes.record('incidents', id))),
    // These words begin the reference to what replaces a document (4.8).
    ...(successor
      ? [
          external(
            `Superseding Document: ${markdownText(successor.data.title)}`,
            at(csafRoute(knowledge, successor) ?? routes.record('incidents', successor.id)),
          ),
        ]
      : []),
    ...(data.recordStatus === 'withdrawn' ? [] : sourcesOf(knowledge, incident)).map((source, index) =>
      external(
        `[${index + 1}] ${markdownText(sourceWords(source))}`,
        source.url === undefined ? at(source.route) : uri(source.url),
      ),
    ),
  ]
}

/** When each revision was made; one without a time of day on the day of an earlier one with it is as late as that. */
function revisionTimes(incident: Incident): string[] {
  let latest = ''
  return incident.data.history.map(({ date }) => {
    const own = dateTime(date)
    if (own > latest) latest = own
    return latest
  })
}

/**
 * How a document is tracked (3.2.2.13): the record’s id, whose name as a file is itself (5.1), its revisions as integer
 * versions (3.1.13.1).
 */
function tracking(incident: Incident) {
  const times = revisionTimes(incident)
  return {
    ...(incident.data.aliases.length === 0 ? {} : { aliases: incident.data.aliases }),
    current_release_date: times.at(-1),
    generator: { engine: { name: 'Aftermath' } },
    id: incident.id,
    initial_release_date: times[0],
    revision_history: incident.data.history.map(({ revision, summary }, at) => ({
      date: times[at],
      number: String(revision),
      summary: markdownText(summary),
    })),
    status: STATUS[incident.data.recordStatus],
    version: String(incident.data.revision),
  }
}

/**
 * An incident as a document of the Common Security Advisory Framework (OASIS CSAF 2.1; sections are those of Committee
 * Specification Draft 03), in the profile of 4.2. Keys are in the order of the alphabet (5.3). Products are not in it:
 * their versions are free text here, and a product tree is for machines to match.
 */
export function csaf(knowledge: Knowledge, incident: Incident) {
  const { address, audience, site } = knowledge
  const own = csafRoute(knowledge, incident)
  if (address === undefined || own === undefined)
    throw new Error(`${incident.file}: there is no CSAF document of ${incident.id}`)
  const lang = languageTag(site.language)
  const { disclosure } = disclosureOf(knowledge)
  const { severity, title, recordStatus } = incident.data
  return {
    $schema: 'https://docs.oasis-open.org/csaf/csaf/v2.1/schema/csaf.json',
    document: {
      // By the definitions of our own schema (3.2.2.2).
      ...(recordStatus === 'withdrawn'
        ? {}
        : {
            aggregate_severity: {
              namespace: uri(absolute(knowledge, routes.schema('incidents'))),
              text: severityWords(knowledge.site, severity).label,
            },
          }),
      category: csafCategory(incident),
      csaf_version: '2.1',
      // The label is that of TLP 2.0 without its prefix (3.2.2.5.3); above CLEAR people read it whole, with what it
      // means.
      distribution: {
        ...(disclosure === undefined ? {} : { text: `${disclosure}. ${TLP[audience].means}` }),
        tlp: { label: audience, url: 'https://www.first.org/tlp/' },
      },
      ...(lang === undefined ? {} : { lang }),
      ...(site.contentLicense === undefined || !LICENCE.test(site.contentLicense)
        ? {}
        : { license_expression: site.contentLicense }),
      notes: csafNotes(knowledge, incident),
      // Editors are of the category “other” (3.2.2.9.1).
      publisher: {
        category: 'other',
        ...(site.contact === undefined ? {} : { contact_details: site.contact }),
        name: site.publisher ?? site.title,
        namespace: uri(address).replace(/\/$/, ''),
      },
      references: references(knowledge, incident, own),
      title,
      tracking: tracking(incident),
    },
  }
}
