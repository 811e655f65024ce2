import type { Knowledge } from '#knowledge/knowledge.ts'
import type { Entry } from '#schema/entry.ts'
import { CITATION_KIND } from '#schema/reference-kinds.ts'
import { linkToReference } from './label.ts'
import { recordView } from './record.ts'

/** Everything the page of a citation prints. */
export function citationView(knowledge: Knowledge, entry: Entry<'citations'>) {
  const { data } = entry
  return {
    ...recordView(knowledge, entry),
    kindLabel: CITATION_KIND[data.kind].label,
    at: data.at,
    url: data.url,
    note: data.note,
    cites: data.cites.flatMap((reference) => linkToReference(knowledge, reference) ?? []),
  }
}

export type CitationView = ReturnType<typeof citationView>
