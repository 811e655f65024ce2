import type { Knowledge, Resolved } from '#knowledge/knowledge.ts'
import { routes } from '#urls.ts'
import type { AnyEntry, Entry } from '#schema/entry.ts'
import { type Actor, type Asserter, asserterIds } from '#schema/parties.ts'
import { kinds } from '#schema/kinds.ts'
import { formatText } from '#time/format.ts'
import { partLabel } from './part-label.ts'

/** A link as a page prints it. `route` is without the path prefix. */
export interface Link {
  readonly text: string
  readonly route: string
}

/** Name of an organization, short if it has one; the id itself where there is no such record. */
export function orgName(knowledge: Knowledge, id: string): string {
  const data = knowledge.get('organizations', id)?.data
  return data?.shortName ?? data?.name ?? id
}

/** The short title of an incident, where it has one; else its title, which is a sentence. */
export const shortTitle = ({ data }: Entry<'incidents'>): string => data.shortTitle ?? data.title

/** What a record is called in lists and links. */
export function labelOf(knowledge: Knowledge, entry: AnyEntry): string {
  switch (entry.kind) {
    case 'organizations':
      return entry.data.name
    case 'topics':
      return entry.data.label ?? entry.data.question
    case 'commitments':
      // A sentence in the record, a name here.
      return `${orgName(knowledge, entry.data.org)}: ${entry.data.text.replace(/\.$/, '')}`
    case 'inquiries':
      return inquiryLabel(knowledge, entry.data)
    default:
      return entry.data.title
  }
}

function inquiryLabel(
  knowledge: Knowledge,
  { org, askedBy, about }: Extract<AnyEntry, { kind: 'inquiries' }>['data'],
): string {
  const asker = asserterIds(askedBy)
    .map((id) => (id === 'editor' ? 'The editors' : id === 'unknown' ? 'Somebody' : orgName(knowledge, id)))
    .join(', ')
  const target = knowledge.find(about.topic ?? about.summit ?? about.incident ?? '')
  return `${asker} to ${orgName(knowledge, org)}${target ? ` on ${labelOf(knowledge, target)}` : ''}`
}

/** A link to a record; plain id and no destination are never printed, so an unknown id gives undefined. */
export function linkTo(knowledge: Knowledge, id: string): Link | undefined {
  const entry = knowledge.find(id)
  return entry && { text: labelOf(knowledge, entry), route: routes.record(entry.kind, entry.id) }
}

/** Links to all that exist, in the order given. */
export const linksTo = (knowledge: Knowledge, ids: readonly string[]): Link[] =>
  ids.flatMap((id) => linkTo(knowledge, id) ?? [])

/** The route of what a reference leads to: one that pins a revision leads to the note of what changed since. */
export const routeOf = ({ entry: { kind, id }, part, revision }: Resolved): string =>
  revision === undefined ? routes.record(kind, id, part?.id) : routes.pinned(kind, id, revision, part?.id)

/** A link to a record or part by reference. */
export function linkToReference(knowledge: Knowledge, reference: string, own?: string): Link | undefined {
  const found = knowledge.resolve(reference, own)
  if (!found) return undefined
  const text = found.part ? partLabel(found.part) : labelOf(knowledge, found.entry)
  return { text, route: routeOf(found) }
}

const NOBODY: Readonly<Record<string, string>> = { editor: 'the editors', unknown: 'nobody named' }

function whoLink(knowledge: Knowledge, who: Actor | Asserter): { text: string; route?: string } {
  if (typeof who === 'string')
    return NOBODY[who] === undefined ? (shortLink(knowledge, who) ?? { text: who }) : { text: NOBODY[who] }
  if ('name' in who) return { text: who.name }
  const own = shortLink(knowledge, who.org) ?? { text: who.org }
  const via = knowledge.get('sources', who.via)?.data.publisher
  return via === undefined ? own : { ...own, text: `${own.text}, read in ${via}` }
}

/** Who acted or asserts, as links; the editors, nobody, and those without a record become words without a link. */
export const whoLinks = (
  knowledge: Knowledge,
  who: readonly (Actor | Asserter)[] | undefined,
): { text: string; route?: string }[] => (who ?? []).map((one) => whoLink(knowledge, one))

const shortLink = (knowledge: Knowledge, id: string): Link | undefined => {
  const entry = knowledge.get('organizations', id)
  return entry && { text: orgName(knowledge, id), route: routes.record('organizations', id) }
}

/** The kind of a record as a word: `statement`. */
export const kindWord = (entry: AnyEntry): string => kinds[entry.kind].singular

/** A Moment in words, or undefined. */
export const when = (text: string | undefined): string | undefined =>
  text === undefined ? undefined : formatText(text)
