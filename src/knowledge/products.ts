import type { Entry } from '#schema/entry.ts'
import { slugOf } from '#text/slug.ts'
import type { Knowledge } from './knowledge.ts'

/** One incident in which a product was involved, with the versions it names. */
export interface ProductUse {
  readonly incident: Entry<'incidents'>
  readonly versions: string | undefined
}

/** A product or service that incidents name: no record of its own, but what their `products` say together. */
export interface Product {
  /** Its address and its value in filters: the maker's id and the name (`cloudflare-workers-kv`). */
  readonly slug: string
  /** The name as most incidents write it. */
  readonly name: string
  /** Id of its maker, where incidents name one. */
  readonly org: string | undefined
  /** Other ways in which incidents write the name, or wrote it before. */
  readonly alsoWritten: readonly string[]
  /** The incidents that name it, each once, by id. */
  readonly uses: readonly ProductUse[]
}

type Named = Entry<'incidents'>['data']['products'][number]

/**
 * The slug of a product as an incident names it: with the maker's id before it, unless the name begins with that.
 * Depends on nothing but the two, so that no other record can change an address.
 */
export function productSlug(knowledge: Knowledge, { name, org }: Pick<Named, 'name' | 'org'>): string {
  const own = slugOf(name) || 'product'
  const maker = org === undefined ? undefined : (knowledge.find(org)?.id ?? org)
  return maker === undefined || own === maker || own.startsWith(`${maker}-`) ? own : `${maker}-${own}`
}

const made = new WeakMap<Knowledge, readonly Product[]>()

function gathered(knowledge: Knowledge): Product[] {
  const named = knowledge
    .all('incidents')
    .flatMap((incident) =>
      incident.data.products.map((product) => ({ incident, product, slug: productSlug(knowledge, product) })),
    )
  return [...Map.groupBy(named, ({ slug }) => slug)]
    .map(([slug, all]): Product => {
      const names = [...Map.groupBy(all, ({ product }) => product.name)]
        .map(([name, own]) => ({ name, in: new Set(own.map(({ incident }) => incident)).size }))
        .toSorted((a, b) => b.in - a.in)
        .map(({ name }) => name)
      const org = all.find(({ product }) => product.org !== undefined)?.product.org
      return {
        slug,
        name: names[0] ?? slug,
        org: org === undefined ? undefined : (knowledge.find(org)?.id ?? org),
        alsoWritten: [...new Set([...names.slice(1), ...all.flatMap(({ product }) => product.formerNames)])],
        uses: [...Map.groupBy(all, ({ incident }) => incident)].map(([incident, own]) => ({
          incident,
          versions: own.flatMap(({ product }) => product.versions ?? []).join('; ') || undefined,
        })),
      }
    })
    .toSorted((a, b) => a.name.localeCompare(b.name, 'en') || (a.slug < b.slug ? -1 : 1))
}

/** Every product that a standing incident names, by name. */
export function productsOf(knowledge: Knowledge): readonly Product[] {
  const known = made.get(knowledge) ?? gathered(knowledge)
  made.set(knowledge, known)
  return known
}

/** Slugs that products had under former names, each with the slug that it has now; none that a product has today. */
export function formerSlugs(knowledge: Knowledge): ReadonlyMap<string, string> {
  const now = new Set(productsOf(knowledge).map(({ slug }) => slug))
  return new Map(
    knowledge.all('incidents').flatMap(({ data }) =>
      data.products.flatMap((product) =>
        product.formerNames
          .map((name) => productSlug(knowledge, { ...product, name }))
          .filter((slug) => !now.has(slug))
          .map((slug) => [slug, productSlug(knowledge, product)] as const),
      ),
    ),
  )
}
