import type { Catalog, CatalogFacet } from './catalog.ts'
import { FACET_NAMES, type FacetName } from './facet-names.ts'

/** A catalog with the name of the site it comes from. */
export interface Named {
  readonly name: string
  /**
   * What stands before the identifiers of its records among those of others: two sites may have the same. Empty for
   * this site.
   */
  readonly prefix: string
  readonly catalog: Catalog
}

function mergedFacet(parts: readonly CatalogFacet[]): CatalogFacet {
  const labels = new Map<string, string>()
  for (const { values, labels: own } of parts)
    values.forEach((value, index) => labels.set(value, labels.get(value) ?? own[index] ?? value))
  const values = [...labels.keys()].sort()
  const number = new Map(values.map((value, index) => [value, index]))
  const of = parts.flatMap((part) =>
    part.of.map((numbers) => numbers.map((own) => number.get(part.values[own] ?? '') ?? -1).filter((own) => own >= 0)),
  )
  return { values, labels: values.map((value) => labels.get(value) ?? value), of }
}

/**
 * Several sites' catalogs as one, in which the facet `site` says where each record comes from. One alone has no such
 * facet.
 */
export function mergeCatalogs(sites: readonly Named[]): Catalog {
  const [only] = sites
  if (only && sites.length === 1) return only.catalog
  const catalogs = sites.map(({ catalog }) => catalog)
  const origin: CatalogFacet = {
    values: sites.map(({ name }) => name),
    labels: sites.map(({ name }) => name),
    of: sites.flatMap(({ catalog }, index) => catalog.ids.map(() => [index])),
  }
  const facet = (name: FacetName) =>
    name === 'site' ? origin : mergedFacet(catalogs.map((catalog) => catalog.facets[name]))
  return {
    ids: sites.flatMap(({ prefix, catalog }) => catalog.ids.map((id) => prefix + id)),
    occurred: catalogs.flatMap(({ occurred }) => occurred),
    changed: catalogs.flatMap(({ changed }) => changed),
    shelves: catalogs[0]?.shelves ?? [],
    equivalents: catalogs[0]?.equivalents ?? [],
    heads: catalogs.flatMap(({ heads }) => heads),
    importance: catalogs.flatMap(({ importance }) => importance),
    names: catalogs.flatMap(({ names }) => names),
    facets: Object.fromEntries(FACET_NAMES.map((name) => [name, facet(name)])) as unknown as Catalog['facets'],
    positions: mergedFacet(catalogs.map(({ positions }) => positions)),
    measures: catalogs[0]?.measures ?? [],
  }
}
