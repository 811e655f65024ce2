import { type Claim, supportOf } from '#knowledge/claims.ts'
import type { Knowledge } from '#knowledge/knowledge.ts'
import { routes } from '#urls.ts'
import { accountOf } from '#schema/complete.ts'
import { type AnyEntry, stands } from '#schema/entry.ts'
import { CLAIMING_KINDS, isClaiming } from '#schema/kind-names.ts'
import { kinds } from '#schema/kinds.ts'
import { count } from '#text/words.ts'
import type { Evidence } from './evidence.ts'
import { labelOf, type Link } from './label.ts'
import { partLabel } from './part-label.ts'

const percent = (part: number, whole: number): string => (whole === 0 ? 'none' : `${Math.round((100 * part) / whole)}%`)

/**
 * What a record rests on, in words, for its foot; undefined where it makes no sourced claim, or is its publisher's own
 * account.
 */
export function supportWords(knowledge: Knowledge, entry: AnyEntry, sources: readonly Evidence[]): string | undefined {
  // Whoever tells of their own is the source: there is nothing to count.
  if (accountOf(knowledge.site, entry.data) === 'own') return undefined
  const { claims, primary, single } = supportOf(knowledge, [entry])
  if (claims.length === 0) return undefined
  const bare = sources.filter(({ id }) => knowledge.get('sources', id)?.data.archive === undefined).length
  return (
    `${count(claims.length, 'sourced claim')}, ${percent(primary, claims.length)} with a primary source; ` +
    `${single.length} on a single source. ${count(bare, 'source')} without an archived copy.`
  )
}

/** One claim as a link to where it stands. */
function claimLink(knowledge: Knowledge, { entry, part }: Claim): Link {
  const found = part === undefined ? undefined : knowledge.part(entry, part)
  return {
    text: found ? partLabel(found) : labelOf(knowledge, entry),
    route: routes.record(entry.kind, entry.id, found?.id),
  }
}

/** One record’s row of the provenance page. */
function row(knowledge: Knowledge, entry: AnyEntry) {
  const { claims, primary, single, withoutPrimary } = supportOf(knowledge, [entry])
  const links = (found: readonly Claim[]) => [
    ...new Map(found.map((claim) => claimLink(knowledge, claim)).map((link) => [link.route, link])).values(),
  ]
  return {
    record: { text: labelOf(knowledge, entry), route: routes.record(entry.kind, entry.id) },
    kind: entry.kind,
    kindLabel: kinds[entry.kind].singular,
    claims: claims.length,
    primaryShare: percent(primary, claims.length),
    primaryKey: claims.length === 0 ? 0 : primary / claims.length,
    single: single.length,
    weak: links(withoutPrimary),
  }
}

/** The provenance of the whole site: what editors can drive to zero, and what each record rests on. */
export function provenanceView(knowledge: Knowledge) {
  const entries = knowledge.entries.filter(
    (entry) => stands(entry) && isClaiming(entry.kind) && accountOf(knowledge.site, entry.data) === 'compiled',
  )
  const { claims, primary, single } = supportOf(knowledge, entries)
  const sources = knowledge.all('sources')
  const sourceLinks = (found: typeof sources) =>
    found
      .map(({ id, data }) => ({
        text: data.title,
        route: routes.record('sources', id),
        note: data.publisher,
        n: knowledge.backlinks(id).length,
      }))
      .sort((a, b) => b.n - a.n)
  return {
    claims: claims.length,
    primaryShare: percent(primary, claims.length),
    single: single.length,
    withoutPrimary: claims.length - primary,
    sources: sources.length,
    rows: entries
      .map((entry) => row(knowledge, entry))
      .filter((one) => one.claims > 0)
      .sort((a, b) => b.weak.length - a.weak.length || b.single - a.single),
    kinds: CLAIMING_KINDS.map((kind) => [kind, kinds[kind].label] as const),
    withoutArchive: sourceLinks(sources.filter(({ data }) => data.archive === undefined)),
    withoutAddress: sourceLinks(sources.filter(({ data }) => data.url === undefined)),
    broken: sourceLinks(sources.filter(({ data }) => data.flags.includes('brokenLink'))),
  }
}

export type ProvenanceView = ReturnType<typeof provenanceView>
