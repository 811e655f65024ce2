import type { Knowledge } from '#knowledge/knowledge.ts'
import { newestFirst, occurred } from '#knowledge/dates.ts'
import { type Product, productsOf } from '#knowledge/products.ts'
import { CAUSE } from '#schema/incident-words.ts'
import { severityWords } from '#schema/severity.ts'
import { count } from '#text/words.ts'
import { routes } from '#urls.ts'
import { commitmentLines } from './commitment.ts'
import { type Link, whoLinks } from './label.ts'
import { metricSets } from './metric-sets.ts'
import { phases } from './phases.ts'
import { statementLines } from './statement-line.ts'

const incidentsOf = ({ uses }: Product) => newestFirst(uses.map(({ incident }) => incident))

/** Records of a kind that concern any of the incidents of a product, each once. */
const about = <K extends 'statements' | 'commitments'>(
  knowledge: Knowledge,
  { uses }: Product,
  kind: K,
  field: string,
) => [...new Set(uses.flatMap(({ incident }) => knowledge.from(kind, field, incident.id)))]

function productLine(knowledge: Knowledge, product: Product) {
  const [latest] = incidentsOf(product)
  return {
    name: product.name,
    route: routes.product(product.slug),
    maker: product.org === undefined ? [] : whoLinks(knowledge, [product.org]),
    incidents: count(product.uses.length, 'incident'),
    latest: latest && { at: occurred(latest), text: latest.data.title, route: routes.record('incidents', latest.id) },
    statements: about(knowledge, product, 'statements', 'about.incidents').length,
    commitments: about(knowledge, product, 'commitments', 'incident').length,
  }
}

export type ProductLine = ReturnType<typeof productLine>

/** The products of a site: how many, and each as a line of a list, those in most incidents first, then by name. */
export function productList(knowledge: Knowledge): { total: string; products: ProductLine[] } {
  const products = productsOf(knowledge).toSorted((a, b) => b.uses.length - a.uses.length)
  return {
    total: count(products.length, 'product'),
    products: products.map((product) => productLine(knowledge, product)),
  }
}

/** How often each cause is named among the incidents of a product, most often first, each a link to those incidents. */
function causesOf({ slug, uses }: Product): Link[] {
  const named = Map.groupBy(
    uses.flatMap(({ incident }) => incident.data.causes),
    (cause) => cause,
  )
  return [...named]
    .toSorted(([, a], [, b]) => b.length - a.length)
    .map(([cause, all]) => ({
      text: all.length === 1 ? CAUSE[cause].label : `${CAUSE[cause].label} (${all.length})`,
      route: routes.incidents({ product: slug, cause }),
    }))
}

/** Everything the page of a product prints; undefined where no standing incident names it. */
export function productView(knowledge: Knowledge, slug: string) {
  const product = productsOf(knowledge).find((one) => one.slug === slug)
  if (!product) return undefined
  const maker = product.org === undefined ? [] : whoLinks(knowledge, [product.org])
  const incidents = incidentsOf(product)
  const whole = maker[0] === undefined ? product.name : `${product.name} (${maker[0].text})`
  return {
    slug,
    route: routes.product(slug),
    name: product.name,
    title: whole,
    summary:
      `${count(incidents.length, 'incident')} that ` +
      `${incidents.length === 1 ? 'involves' : 'involve'} ${whole}, with what was said and promised after.`,
    maker,
    alsoWritten: product.alsoWritten,
    causes: causesOf(product),
    narrowed: routes.incidents({ product: slug }),
    incidents: incidents.map((incident) => ({
      title: incident.data.title,
      route: routes.record('incidents', incident.id),
      began: occurred(incident),
      phases: phases(incident),
      severity: severityWords(knowledge.site, incident.data.severity).label,
      versions: product.uses.find((use) => use.incident === incident)?.versions,
    })),
    lengths: metricSets(incidents),
    statements: statementLines(knowledge, about(knowledge, product, 'statements', 'about.incidents')),
    commitments: commitmentLines(knowledge, about(knowledge, product, 'commitments', 'incident')),
  }
}

export type ProductView = NonNullable<ReturnType<typeof productView>>
