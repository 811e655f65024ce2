import type { Knowledge } from '#knowledge/knowledge.ts'
import { routes } from '#urls.ts'
import type { Entry } from '#schema/entry.ts'

type Incident = Entry<'incidents'>

/**
 * The profile of an incident’s document (CSAF 2.1, 4.2): an incident need not concern the publisher’s own products.
 * What was taken back or replaced must use 4.7 or 4.8.
 */
export const csafCategory = ({ data: { recordStatus } }: Incident) =>
  recordStatus === 'withdrawn' || recordStatus === 'superseded'
    ? (`csaf_${recordStatus}` as const)
    : 'csaf_security_incident_response'

/**
 * Address of an incident’s CSAF document; undefined where the site does not write them (option `csaf`), or there can be
 * none. A document names its publisher by an address (3.2.2.9.5), and where the site does not know its own none is made
 * up. A withdrawn incident keeps its document, which then says only that and why: whoever fetched it before must learn
 * of it. One that was withdrawn or superseded in its first revision has none, because such a document should not be
 * released at all (4.7, 4.8).
 */
export const csafRoute = ({ address, csaf }: Knowledge, incident: Incident): string | undefined =>
  !csaf ||
  address === undefined ||
  (csafCategory(incident) !== 'csaf_security_incident_response' && incident.data.history.length < 2)
    ? undefined
    : routes.csaf(incident.id)
