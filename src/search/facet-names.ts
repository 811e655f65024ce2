/**
 * What a search can be narrowed by, with its label. The names are those of the query language (`org:eset`) and of the
 * parameters in the page's address.
 */
export const FACETS = {
  kind: { label: 'Kind' },
  org: { label: 'Organization' },
  speaker: { label: 'Speaker' },
  incident: { label: 'About incident' },
  product: { label: 'Product' },
  topic: { label: 'Topic' },
  stance: { label: 'Stance' },
  outcome: { label: 'Outcome' },
  cause: { label: 'Cause' },
  severity: { label: 'Severity' },
  control: { label: 'Control' },
  field: { label: 'Own fields' },
  year: { label: 'Year' },
  site: { label: 'Site' },
  level: { label: 'Disclosure level' },
} as const

export type FacetName = keyof typeof FACETS

export const FACET_NAMES = Object.keys(FACETS) as readonly FacetName[]

export const isFacet = (name: string): name is FacetName => Object.hasOwn(FACETS, name)

/**
 * The own field that a value of the facet `field` belongs to (`tier/gold`), each of which narrows by itself; empty for
 * other facets.
 */
export const fieldOf = (name: FacetName, value: string): string =>
  name === 'field' ? (value.split('/', 1)[0] ?? '') : ''
