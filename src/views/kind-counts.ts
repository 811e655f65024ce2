import type { Knowledge } from '#knowledge/knowledge.ts'
import { KINDS } from '#schema/kind-names.ts'
import { kinds } from '#schema/kinds.ts'
import { routes } from '#urls.ts'
import type { Link } from './label.ts'

/** How many records there are of each kind that has any. */
export const kindCounts = (knowledge: Knowledge): (Link & { readonly count: number })[] =>
  KINDS.map((kind) => ({
    text: kinds[kind].label,
    route: routes.kind(kind),
    count: knowledge.all(kind).length,
  })).filter(({ count }) => count > 0)
