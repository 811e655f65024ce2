import { type CitationForm, citationForms } from '#exports/cite.ts'
import type { Knowledge } from '#knowledge/knowledge.ts'
import { routes } from '#urls.ts'
import type { AnyEntry } from '#schema/entry.ts'
import { PART_KINDS, type PartLetter } from '#schema/shape.ts'
import { partsOf } from '#schema/walk.ts'
import { labelOf, type Link, partLabel } from './label.ts'

/** A part with its citations; `route` leads to the part itself. */
export interface CitedPart {
  readonly id: string
  readonly word: string
  readonly label: string
  readonly route: string
  readonly forms: readonly CitationForm[]
}

/** Everything the citation page of a record prints. */
export interface CiteView {
  readonly route: string
  readonly record: Link
  readonly revision: number
  readonly forms: readonly CitationForm[]
  readonly parts: readonly CitedPart[]
}

/** A record and each of its parts in every form of citation. */
export function citeView(knowledge: Knowledge, entry: AnyEntry): CiteView {
  const { kind, id, data } = entry
  const found = partsOf(data).flatMap(({ id: part }) => knowledge.part(entry, part) ?? [])
  return {
    route: routes.cite(kind, id),
    record: { text: labelOf(knowledge, entry), route: routes.record(kind, id) },
    revision: data.revision,
    forms: citationForms(knowledge, entry),
    parts: found.map((part) => ({
      id: part.id,
      word: PART_KINDS[part.id[0] as PartLetter],
      label: partLabel(part),
      route: routes.record(kind, id, part.id),
      forms: citationForms(knowledge, entry, part),
    })),
  }
}
