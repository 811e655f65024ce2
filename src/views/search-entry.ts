import type { FoundPart, Knowledge } from '#knowledge/knowledge.ts'
import { occurred } from '#knowledge/dates.ts'
import { routes } from '#urls.ts'
import type { AnyEntry } from '#schema/entry.ts'
import { ownFields, valueText } from '#schema/extend.ts'
import { kinds } from '#schema/kinds.ts'
import { partsOf, visitStrings } from '#schema/walk.ts'
import { PART_KINDS, type PartLetter } from '#schema/part-kinds.ts'
import { STANCE } from '#schema/vocabularies.ts'
import { formatText } from '#time/format.ts'
import { labelOf, orgName } from './label.ts'
import { partLabel } from './part-label.ts'
import { type FacetValues, searchFacets } from './search-facets.ts'
import { searchOutcome } from './search-outcome.ts'

/** A passage of a record with an anchor of its own: what a search can land on. */
export interface SearchPart {
  readonly id: string
  /** What a hit list calls it: `Event, 19 July 2024, 04:09 UTC`. */
  readonly label: string
  readonly text: string
}

/** Words of a field that belongs to no part, with what the field is called: shown only where nothing else was found. */
export interface SearchField {
  readonly label: string
  readonly text: string
}

/** One entry of the search index: a record, with everything it can be found by. */
export interface SearchEntry {
  readonly id: string
  readonly route: string
  readonly title: string
  readonly summary: string
  /** Shown beside a hit: kind, date, organization, speaker, outcome. */
  readonly meta: Readonly<Record<string, string>>
  /** Other names that the record is known or asked by. */
  readonly names: readonly string[]
  /** Words for what became of it. */
  readonly outcome: string
  /** How people describe it who know neither its names nor the terms of the field: found by, never shown. */
  readonly descriptions: readonly string[]
  readonly fields: readonly SearchField[]
  readonly parts: readonly SearchPart[]
  readonly facets: FacetValues
  /** Moment text the record is filed under, and the day it last changed. */
  readonly occurred?: string
  readonly changed: string
}

// Fields that hold words for people. Everything else is a reference, a number, a date or a value of a closed list, and
// those are searched as facets, by their labels.
const PROSE = new Set([
  'title',
  'summary',
  'text',
  'ask',
  'what',
  'note',
  'definition',
  'scope',
  'of',
  'about',
  'why',
  'conditions',
  'name',
  'role',
  'described',
  'venue',
  'dueText',
  'place',
  'publisher',
  'authors',
  'question',
  'description',
  'label',
  'shortName',
  'formerNames',
  'versions',
  'component',
  'identifier',
  'statusReason',
  'via',
  'terms',
])

interface Words {
  readonly own: readonly SearchField[]
  readonly byPart: ReadonlyMap<string, readonly string[]>
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

/** What a field is called: `publisher` is "Publisher", `formerNames` "Former names". */
const fieldLabel = (name: string) => capital(name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`))

function wordsOf(knowledge: Knowledge, entry: AnyEntry): Words {
  const own: SearchField[] = ownFields(knowledge.schemas, entry.kind, entry.data).map(({ label, value }) => ({
    label,
    text: valueText(value),
  }))
  const byPart = new Map<string, string[]>()
  visitStrings(knowledge.schemas[entry.kind], entry.data, ({ path, value, meta, part }) => {
    const key = path.findLast((step) => typeof step === 'string')
    if (typeof key !== 'string' || !PROSE.has(key) || meta.ref || meta.part || path[0] === 'history') return
    if (part === undefined) own.push({ label: fieldLabel(typeof path[0] === 'string' ? path[0] : key), text: value })
    else byPart.set(part, [...(byPart.get(part) ?? []), value])
  })
  return { own, byPart }
}

function labelOfPart(knowledge: Knowledge, entry: AnyEntry, part: FoundPart): string {
  const { at, name } = part.data
  if (part.list === 'quotes' && entry.kind === 'statements') return `Quoted: ${speakerOf(knowledge, entry.data)}`
  const head = capital(PART_KINDS[part.id[0] as PartLetter] ?? 'part')
  const time = typeof at === 'string' ? `, ${formatText(at)}` : ''
  const what = part.list === 'milestones' && typeof name === 'string' ? `: ${partLabel(part)}` : ''
  return `${head}${time}${what}`
}

function speakerOf(knowledge: Knowledge, { org, speaker }: Extract<AnyEntry, { kind: 'statements' }>['data']): string {
  const by = org === undefined ? '' : orgName(knowledge, org)
  return speaker ? [speaker.name, by].filter(Boolean).join(', ') : by
}

/** Other names that the record is known or asked by: organizations, products, tags, old ids. */
function names(knowledge: Knowledge, entry: AnyEntry, facets: FacetValues): string[] {
  const orgs = (facets.org ?? []).flatMap((id) => {
    const data = knowledge.get('organizations', id)?.data
    return data ? [data.name, data.shortName ?? '', ...data.formerNames] : []
  })
  const products =
    entry.kind === 'incidents'
      ? entry.data.products.flatMap(({ name, formerNames, aliases }) => [name, ...formerNames, ...aliases])
      : []
  const identifiers = entry.kind === 'incidents' ? entry.data.identifiers.map(({ value }) => value) : []
  const short = 'shortTitle' in entry.data && typeof entry.data.shortTitle === 'string' ? [entry.data.shortTitle] : []
  return [
    ...new Set([...short, ...orgs, ...products, ...identifiers, ...entry.data.tags, entry.id, ...entry.data.aliases]),
  ].filter(Boolean)
}

const org = (knowledge: Knowledge, entry: AnyEntry): string =>
  'org' in entry.data && entry.data.org !== undefined
    ? orgName(knowledge, entry.data.org)
    : entry.kind === 'sources'
      ? entry.data.publisher
      : ''

function stances(knowledge: Knowledge, entry: AnyEntry): string[] {
  if (entry.kind !== 'statements') return []
  return entry.data.positions.map(({ topic, stance }) => {
    const found = knowledge.get('topics', topic)
    return `${STANCE[stance].label}: ${found ? labelOf(knowledge, found) : topic}`
  })
}

function metaOf(knowledge: Knowledge, entry: AnyEntry, outcome: string): Readonly<Record<string, string>> {
  const at = occurred(entry)
  const all = {
    kind: capital(kinds[entry.kind].singular),
    date: at === undefined ? '' : formatText(at),
    org: org(knowledge, entry),
    speaker: entry.kind === 'statements' ? (entry.data.speaker?.name ?? '') : '',
    outcome,
  }
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== ''))
}

/**
 * What of a record is indexed. Bodies are HTML of the filtered text and are added where the index is written. A part
 * that the record's page does not show gives its words to the record as a whole: `anchors` are the ids on that page,
 * all when left out. `descriptions` are the owner's of this record.
 */
export function searchEntry(
  knowledge: Knowledge,
  entry: AnyEntry,
  anchors?: ReadonlySet<string>,
  descriptions: readonly string[] = [],
): SearchEntry {
  const { own, byPart } = wordsOf(knowledge, entry)
  const outcome = searchOutcome(knowledge, entry)
  const facets = { ...searchFacets(entry, knowledge), ...(outcome ? { outcome: outcome.values } : {}) }
  const title = labelOf(knowledge, entry)
  const summary = 'summary' in entry.data ? entry.data.summary : ''
  const at = occurred(entry)
  const parts: SearchPart[] = []
  const fields = [
    ...own.filter(({ text }) => !title.includes(text) && text !== summary),
    ...stances(knowledge, entry).map((text) => ({ label: 'Position', text })),
  ]
  for (const { id, path, data } of partsOf(entry.data)) {
    const text = (byPart.get(id) ?? []).map((words) => (/[.!?”"]$/.test(words) ? words : `${words}.`)).join(' ')
    if (text === '') continue
    const label = labelOfPart(knowledge, entry, { id, list: String(path[0]), data })
    if (anchors && !anchors.has(id)) fields.push({ label, text })
    else parts.push({ id, label, text })
  }
  return {
    id: entry.id,
    route: routes.record(entry.kind, entry.id),
    title,
    summary,
    meta: metaOf(knowledge, entry, outcome?.label ?? ''),
    names: names(knowledge, entry, facets),
    outcome: outcome?.words ?? '',
    descriptions,
    fields,
    parts,
    facets,
    ...(at === undefined ? {} : { occurred: at }),
    changed: entry.data.history.at(-1)?.date ?? '',
  }
}
