import type { Knowledge } from '#knowledge/knowledge.ts'
import { HEADLINE, SCHEDULE } from '#knowledge/commitment-state.ts'
import { occurred } from '#knowledge/dates.ts'
import { productLabel, productSlug, productsOf } from '#knowledge/products.ts'
import type { AnyEntry } from '#schema/entry.ts'
import { OUTCOME } from '#schema/coordination.ts'
import { CAUSE } from '#schema/incident-words.ts'
import { chosenFieldLabel, chosenFields } from '#schema/extend.ts'
import { isKind } from '#schema/kind-names.ts'
import { kinds } from '#schema/kinds.ts'
import { actorIds, asserterIds } from '#schema/parties.ts'
import { PROCEEDING_STATE } from '#schema/proceedings.ts'
import { severityWords } from '#schema/severity.ts'
import { STANCE, TLP } from '#schema/vocabularies.ts'
import type { FacetName } from '#search/facet-names.ts'
import { moment } from '#time/moment.ts'
import { yearOf } from '#time/format.ts'
import { slugOf } from '#text/slug.ts'
import { labelOf, orgName } from './label.ts'

/**
 * Values of a record for each facet, by id. `position` pairs a topic with the stance taken on it:
 * `kernel-access/opposes`.
 */
export type FacetValues = Readonly<Partial<Record<FacetName | 'position', readonly string[]>>>

const unique = (values: readonly (string | undefined)[]): string[] => [
  ...new Set(values.filter((value) => value !== undefined)),
]

/** A person's name as a value: `drew-bagley`. */
const speakerId = slugOf

function ofKind(entry: AnyEntry): FacetValues {
  switch (entry.kind) {
    case 'incidents': {
      const { organizations, products, topics, causes, severity, controls } = entry.data
      return {
        org: unique([...organizations.map(({ org }) => org), ...products.map(({ org }) => org)]),
        topic: topics,
        cause: causes,
        severity: [severity],
        control: controls.map(({ control }) => control),
        incident: [entry.id],
      }
    }
    case 'summits': {
      const { host, participants, topics, points, follows } = entry.data
      return {
        incident: follows,
        org: unique([
          host,
          ...participants.map(({ org }) => org),
          ...points.flatMap(({ onRecord }) => onRecord.map(({ org }) => org)),
        ]),
        speaker: participants.flatMap(({ people }) => people.map(({ name }) => speakerId(name))),
        topic: unique([...topics, ...points.flatMap((point) => point.topics)]),
        stance: unique(points.flatMap(({ onRecord }) => onRecord.map(({ stance }) => stance))),
      }
    }
    case 'statements': {
      const { org, speaker, positions, about } = entry.data
      return {
        incident: about.incidents,
        org: unique([org]),
        speaker: speaker ? [speakerId(speaker.name)] : [],
        topic: unique(positions.map(({ topic }) => topic)),
        stance: unique(positions.map(({ stance }) => stance)),
        position: positions.map(({ topic, stance }) => `${topic}/${stance}`),
      }
    }
    case 'commitments':
      return {
        org: unique([entry.data.org, ...actorIds(entry.data.askedBy)]),
        topic: entry.data.topics,
        control: entry.data.controls,
        incident: unique([entry.data.incident]),
      }
    case 'inquiries':
      return {
        org: unique([
          entry.data.org,
          ...asserterIds(entry.data.askedBy).filter((id) => id !== 'editor' && id !== 'unknown'),
        ]),
        topic: unique([entry.data.about.topic]),
        incident: unique([entry.data.about.incident]),
      }
    case 'proceedings':
      return {
        org: unique([...actorIds(entry.data.parties.map(({ who }) => who)), entry.data.forum]),
        incident: entry.data.incidents,
      }
    case 'organizations':
      return { org: [entry.id] }
    case 'topics':
      return { topic: [entry.id] }
    case 'controls':
      return { control: [entry.id], topic: entry.data.topics }
    case 'sources':
    case 'citations':
      return {}
    default:
      return entry satisfies never
  }
}

/** Products of an incident; other records are of those of the incidents that they are about (`search/catalog`). */
const productsIn = (entry: AnyEntry, knowledge: Knowledge): string[] =>
  entry.kind === 'incidents' ? unique(entry.data.products.map((product) => productSlug(knowledge, product))) : []

/**
 * What a record can be narrowed to; `knowledge` tells of products and of fields that the site adds. Empty facets are
 * left out; the disclosure level is given where it is not CLEAR.
 */
export function searchFacets(entry: AnyEntry, knowledge?: Knowledge): FacetValues {
  const at = occurred(entry)
  const year = at === undefined ? undefined : yearOf(moment(at))
  const all: FacetValues = {
    kind: [entry.kind],
    ...ofKind(entry),
    product: knowledge ? productsIn(entry, knowledge) : [],
    field: knowledge ? chosenFields(knowledge.schemas, entry.kind, entry.data).map(({ value }) => value) : [],
    ...(year === undefined ? {} : { year: [String(year)] }),
    ...(entry.data.tlp === 'CLEAR' ? {} : { level: [entry.data.tlp] }),
  }
  return Object.fromEntries(Object.entries(all).filter(([, values]) => values.length > 0))
}

const own = (words: Readonly<Record<string, { readonly label: string }>>, value: string) => words[value]?.label ?? value

/** What a value of a facet is called. */
export function facetLabel(
  knowledge: Knowledge,
  name: FacetName,
  value: string,
  speakers: ReadonlyMap<string, string>,
): string {
  switch (name) {
    case 'kind':
      return isKind(value) ? kinds[value].label : value
    case 'org':
    case 'incident':
    case 'topic':
    case 'control': {
      const entry = knowledge.find(value)
      return entry ? labelOf(knowledge, entry) : value
    }
    case 'speaker':
      return speakers.get(value) ?? value
    case 'stance':
      return own(STANCE, value)
    case 'outcome':
      return own({ ...PROCEEDING_STATE, ...OUTCOME, ...SCHEDULE, ...HEADLINE }, value)
    case 'cause':
      return own(CAUSE, value)
    case 'severity':
      return severityWords(knowledge.site, value).label
    case 'level':
      return own(TLP, value)
    case 'field':
      return chosenFieldLabel(knowledge.schemas, value)
    case 'year':
    case 'site':
      return value
    case 'product': {
      const product = productsOf(knowledge).find(({ slug }) => slug === value)
      return product ? productLabel(knowledge, product, (id) => orgName(knowledge, id)) : value
    }
    default:
      return name satisfies never
  }
}

/** Names of the people who speak in a knowledge base, by the value of the facet. */
export const speakerNames = (knowledge: Knowledge): ReadonlyMap<string, string> =>
  new Map(
    [
      ...knowledge.all('statements').flatMap(({ data }) => data.speaker?.name ?? []),
      ...knowledge
        .all('summits')
        .flatMap(({ data }) => data.participants.flatMap(({ people }) => people.map(({ name }) => name))),
    ].map((name) => [speakerId(name), name]),
  )
