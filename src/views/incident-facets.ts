import type { Knowledge } from '#knowledge/knowledge.ts'
import { occurred } from '#knowledge/dates.ts'
import { formerSlugs, productLabel, productSlug, productsOf } from '#knowledge/products.ts'
import type { Entry } from '#schema/entry.ts'
import { CAUSE, INCIDENT_KIND, STATE } from '#schema/incident-words.ts'
import { severityScale, severityWords } from '#schema/severity.ts'
import { yearOf } from '#time/format.ts'
import { moment } from '#time/moment.ts'
import type { IncidentFacet } from '#urls.ts'
import { orgName } from './label.ts'

/** What an incident has for each facet of their list, by value; words without spaces. */
export type IncidentFacets = Readonly<Record<IncidentFacet, readonly string[]>>

/**
 * One choice of the list: its name in addresses, its label, and the values that some incident has, with those that
 * stand for the same in older addresses, between spaces.
 */
export interface FacetChoice {
  readonly name: IncidentFacet
  readonly label: string
  readonly options: readonly (readonly [value: string, label: string, former?: string])[]
}

const UNDATED = 'undated'

/** The values of an incident. Organizations are those with any role in it, and the makers of its products. */
export function incidentFacets(knowledge: Knowledge, incident: Entry<'incidents'>): IncidentFacets {
  const { organizations, products, causes, kind, severity, state } = incident.data
  const at = occurred(incident)
  const year = at === undefined ? undefined : yearOf(moment(at))
  const orgs = [...organizations, ...products].flatMap(({ org }) => org ?? [])
  return {
    product: [...new Set(products.map((product) => productSlug(knowledge, product)))],
    cause: causes,
    org: [...new Set(orgs.map((id) => knowledge.find(id)?.id ?? id))],
    severity: [severity],
    kind: [kind],
    state: [state],
    year: [year === undefined ? UNDATED : String(year)],
  }
}

/** The values that any incident has, in the order of `order` where there is one, else by label. */
function optionsOf(
  values: readonly string[],
  label: (value: string) => string,
  order?: readonly string[],
): FacetChoice['options'] {
  const labelled = [...new Set(values)].map((value) => [value, label(value)] as const)
  return labelled.toSorted(([a, first], [b, second]) =>
    order ? order.indexOf(a) - order.indexOf(b) : first.localeCompare(second, 'en'),
  )
}

/** What the list of incidents can be narrowed by, each with the values that some of them have. */
export function facetChoices(knowledge: Knowledge, incidents: readonly Entry<'incidents'>[]): FacetChoice[] {
  const all = incidents.map((incident) => incidentFacets(knowledge, incident))
  const of = (name: IncidentFacet) => all.flatMap((facets) => facets[name])
  const product = new Map(
    productsOf(knowledge).map((one) => [one.slug, productLabel(knowledge, one, (id) => orgName(knowledge, id))]),
  )
  const former = formerSlugs(knowledge)
  const own = (words: Readonly<Record<string, { readonly label: string }>>) => (value: string) =>
    words[value]?.label ?? value
  const years = [...new Set(of('year'))].sort().reverse()
  const choices: FacetChoice[] = [
    {
      name: 'product',
      label: 'Product',
      options: optionsOf(of('product'), (slug) => product.get(slug) ?? slug).map(([slug, label]) => {
        const olds = [...former].flatMap(([old, now]) => (now === slug ? old : []))
        return olds.length === 0 ? [slug, label] : [slug, label, olds.join(' ')]
      }),
    },
    { name: 'cause', label: 'Cause', options: optionsOf(of('cause'), own(CAUSE), Object.keys(CAUSE)) },
    { name: 'org', label: 'Organization', options: optionsOf(of('org'), (id) => orgName(knowledge, id)) },
    {
      name: 'severity',
      label: 'Severity',
      options: optionsOf(
        of('severity'),
        (value) => severityWords(knowledge.site, value).label,
        Object.keys(severityScale(knowledge.site)),
      ),
    },
    { name: 'kind', label: 'Kind', options: optionsOf(of('kind'), own(INCIDENT_KIND), Object.keys(INCIDENT_KIND)) },
    { name: 'state', label: 'State', options: optionsOf(of('state'), own(STATE), Object.keys(STATE)) },
    { name: 'year', label: 'Year', options: optionsOf(years, own({ [UNDATED]: { label: 'No date' } }), years) },
  ]
  return choices.filter(({ options }) => options.length > 0)
}
