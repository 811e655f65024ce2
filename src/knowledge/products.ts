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

/** The slug of a product as an incident names it: with the maker's id before it, unless the name begins with that. */
function writtenSlug(knowledge: Knowledge, { name, org }: Pick<Named, 'name' | 'org'>): string {
  const own = slugOf(name) || 'product'
  const maker = org === undefined ? undefined : (knowledge.find(org)?.id ?? org)
  return maker === undefined || own === maker || own.startsWith(`${maker}-`) ? own : `${maker}-${own}`
}

interface Register {
  readonly products: readonly Product[]
  /** Slugs that stand for a product under another slug, with that one. */
  readonly stands: ReadonlyMap<string, string>
}

const made = new WeakMap<Knowledge, Register>()

const namings = (knowledge: Knowledge) =>
  knowledge
    .all('incidents')
    .flatMap((incident) =>
      incident.data.products.map((product) => ({ incident, product, slug: writtenSlug(knowledge, product) })),
    )

/**
 * Slugs under which a product may be asked for beside its own, each with the product meant, where there is only one:
 * of its name without its maker, and of its former names and aliases.
 */
function standIns(knowledge: Knowledge, named: ReturnType<typeof namings>): Map<string, string> {
  const claims = new Map<string, Set<string>>()
  const claim = (slug: string, by: string) =>
    slug === by ? undefined : claims.set(slug, (claims.get(slug) ?? new Set()).add(by))
  for (const { product, slug } of named) {
    const names = [product.name, ...product.formerNames, ...product.aliases]
    for (const name of names) {
      claim(writtenSlug(knowledge, { ...product, name }), slug)
      claim(writtenSlug(knowledge, { name, org: undefined }), slug)
    }
  }
  const next = (slug: string) => {
    const by = claims.get(slug)
    return by?.size === 1 ? [...by][0] : undefined
  }
  const ends = [...claims.keys()].flatMap((slug) => {
    const passed = [slug]
    for (let to = next(slug); to !== undefined && !passed.includes(to); to = next(to)) passed.push(to)
    const last = passed.at(-1) ?? slug
    const again = next(last)
    // Names that stand for each other are one product, under the first of them in the order of the alphabet.
    const circle = again === undefined ? [last] : passed.slice(passed.indexOf(again))
    return [[slug, circle.toSorted()[0] ?? last] as const]
  })
  return new Map(ends.filter(([slug, end]) => slug !== end))
}

/** Names by how many incidents use them, the most used first. */
const byUse = (all: ReturnType<typeof namings>): string[] =>
  [...Map.groupBy(all, ({ product }) => product.name)]
    .map(([name, own]) => ({ name, in: new Set(own.map(({ incident }) => incident)).size }))
    .toSorted((a, b) => b.in - a.in)
    .map(({ name }) => name)

function register(knowledge: Knowledge): Register {
  const named = namings(knowledge)
  const stands = standIns(knowledge, named)
  const products = [...Map.groupBy(named, ({ slug }) => stands.get(slug) ?? slug)]
    .map(([slug, all]): Product => {
      const own = all.filter((one) => one.slug === slug)
      const names = [...byUse(own), ...byUse(all)]
      const org = [...own, ...all].find(({ product }) => product.org !== undefined)?.product.org
      const others = all.flatMap(({ product }) => [...product.formerNames, ...product.aliases])
      return {
        slug,
        name: names[0] ?? slug,
        org: org === undefined ? undefined : (knowledge.find(org)?.id ?? org),
        alsoWritten: [...new Set([...names.slice(1), ...others])].filter((name) => name !== names[0]),
        uses: [...Map.groupBy(all, ({ incident }) => incident)].map(([incident, given]) => ({
          incident,
          versions: given.flatMap(({ product }) => product.versions ?? []).join('; ') || undefined,
        })),
      }
    })
    .toSorted((a, b) => a.name.localeCompare(b.name, 'en') || (a.slug < b.slug ? -1 : 1))
  return { products, stands }
}

function registerOf(knowledge: Knowledge): Register {
  const known = made.get(knowledge) ?? register(knowledge)
  made.set(knowledge, known)
  return known
}

/** Every product that a standing incident names, by name. */
export const productsOf = (knowledge: Knowledge): readonly Product[] => registerOf(knowledge).products

/**
 * The slug of the product that an incident names: one product, whether or not a record gives its maker, and under each
 * of its former names and aliases.
 */
export function productSlug(knowledge: Knowledge, named: Pick<Named, 'name' | 'org'>): string {
  const slug = writtenSlug(knowledge, named)
  return registerOf(knowledge).stands.get(slug) ?? slug
}

/** The name of a product in a list of all: with its maker where others go by the same name. */
export function productLabel(knowledge: Knowledge, { name, org }: Product, orgName: (id: string) => string): string {
  const same = productsOf(knowledge).filter((other) => other.name.toLowerCase() === name.toLowerCase())
  return org !== undefined && same.length > 1 ? `${name} (${orgName(org)})` : name
}

/**
 * Slugs that products had or may be asked by, each with the slug that the product has now: of former names, aliases,
 * and names without their maker.
 */
export function formerSlugs(knowledge: Knowledge): ReadonlyMap<string, string> {
  const { products, stands } = registerOf(knowledge)
  const now = new Set(products.map(({ slug }) => slug))
  return new Map([...stands].filter(([slug, to]) => !now.has(slug) && now.has(to)))
}
