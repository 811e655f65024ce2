import type { Knowledge } from '#knowledge/knowledge.ts'
import { routes } from '#urls.ts'
import type { Kind } from '#schema/kind-names.ts'
import { labelOf } from '#views/label.ts'

/** An old id of a record, and where it now leads. */
export interface Redirect {
  readonly kind: Kind
  readonly alias: string
  readonly title: string
  readonly route: string
}

/** Every old id, in the order of the records. One step each: an alias is of a record, never of another alias. */
export const redirects = (knowledge: Knowledge): Redirect[] =>
  knowledge.entries.flatMap((entry) =>
    entry.data.aliases.map((alias) => ({
      kind: entry.kind,
      alias,
      title: labelOf(knowledge, entry),
      route: routes.record(entry.kind, entry.id),
    })),
  )

/** `_redirects`, for hosts that read it (Netlify, Cloudflare Pages): old addresses with all below them, as permanent redirects. `prefix` is the path the site is hosted under. */
export const redirectsFile = (found: readonly Redirect[], prefix: string): string =>
  found
    .map(({ kind, alias, route }) => `${prefix}${routes.record(kind, alias)}* ${prefix}${route}:splat 301\n`)
    .join('')
