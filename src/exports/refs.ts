import type { Knowledge } from '#knowledge/knowledge.ts'
import { absolute, routes } from '#urls.ts'
import type { AnyEntry } from '#schema/entry.ts'
import type { Kind } from '#schema/kind-names.ts'
import { partsOf } from '#schema/walk.ts'
import { labelOf } from '#views/label.ts'
import { partLabel } from '#views/part-label.ts'
import { disclosureOf, SCHEMA_VERSION } from './twin.ts'

/** A record as checkers of references know it. */
export interface RefsRecord {
  readonly id: string
  readonly recordKind: Kind
  readonly title: string
  readonly url: string
  readonly recordStatus: AnyEntry['data']['recordStatus']
  readonly revision: number
  readonly aliases: readonly string[]
  readonly supersededBy?: string | undefined
  readonly statusReason?: string | undefined
  /** `revision` is the last one that changed the part. */
  readonly parts: Readonly<Record<string, { readonly label: string; readonly revision: number }>>
  /** Parts that were taken back, with what is said of it; absent where none was. */
  readonly retracted?: Readonly<Record<string, string>> | undefined
  /**
   * Headings of the body by anchor: the current anchor, which differs for one that a heading had before; absent in
   * files of older versions.
   */
  readonly headings?: Readonly<Record<string, string>> | undefined
  /** What each revision after the first changed; absent in files of older versions. */
  readonly revisions?:
    | readonly {
        readonly revision: number
        readonly date: string
        readonly summary: string
        readonly changed: readonly string[]
      }[]
    | undefined
}

/** `/data/refs.json`. */
export interface RefsFile {
  readonly schemaVersion: string
  readonly site: string | null
  readonly records: readonly RefsRecord[]
}

/** The last revision that changed a part: citations that pin an older one are outdated. */
function revisionOf({ data }: AnyEntry, part: string): number {
  return data.history.findLast(({ changed }) => changed.includes(part))?.revision ?? 1
}

function recordRefs(knowledge: Knowledge, entry: AnyEntry): RefsRecord {
  const { kind, id, data, headings = [] } = entry
  const parts = partsOf(entry.data).map(({ id: part }) => [part, knowledge.part(entry, part)] as const)
  const retracted = data.history.flatMap(({ retracted: ids, summary }) =>
    ids.filter((part) => !knowledge.part(entry, part)).map((part) => [part, summary] as const),
  )
  return {
    id,
    recordKind: kind,
    title: labelOf(knowledge, entry),
    url: absolute(knowledge, routes.record(kind, id)),
    recordStatus: data.recordStatus,
    revision: data.revision,
    aliases: data.aliases,
    ...(data.supersededBy === undefined ? {} : { supersededBy: data.supersededBy }),
    ...(data.statusReason === undefined ? {} : { statusReason: data.statusReason }),
    parts: Object.fromEntries(
      parts.flatMap(([part, found]) =>
        found ? [[part, { label: partLabel(found), revision: revisionOf(entry, part) }]] : [],
      ),
    ),
    ...(retracted.length === 0 ? {} : { retracted: Object.fromEntries(retracted) }),
    headings: Object.fromEntries([
      ...headings.map(({ id: anchor, formerly = anchor }) => [formerly, anchor] as const),
      ...headings.map(({ id: anchor }) => [anchor, anchor] as const),
    ]),
    ...(data.history.length < 2
      ? {}
      : {
          revisions: data.history
            .filter(({ revision }) => revision > 1)
            .map(({ revision, date, summary, changed }) => ({ revision, date, summary, changed })),
        }),
  }
}

/** `/data/refs.json`: every id that can be cited, for checkers of references. */
export const refs = (knowledge: Knowledge): RefsFile => ({
  schemaVersion: SCHEMA_VERSION,
  ...disclosureOf(knowledge),
  site: knowledge.address ?? null,
  records: knowledge.entries.map((entry) => recordRefs(knowledge, entry)),
})
