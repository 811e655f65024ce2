import { newestFirst } from '#knowledge/dates.ts'
import type { Knowledge } from '#knowledge/knowledge.ts'
import { routes } from '#urls.ts'
import type { AnyEntry, Entry } from '#schema/entry.ts'
import { CITATION_KIND } from '#schema/reference-kinds.ts'
import type { Link } from './label.ts'

/** A review that cited a record. `note` says what sort of review, and which parts. */
export interface Citing extends Link {
  readonly at: string
  readonly note: string
}

type Citation = Entry<'citations'>

/** Reviews that cite a record or, if one is given, that part of it; newest first, each once. */
export function citationsOf(knowledge: Knowledge, id: string, part?: string): Citation[] {
  const found = knowledge
    .backlinks(id, part)
    .flatMap(({ from, field }) => (from.kind === 'citations' && field === 'cites' ? [from] : []))
  return newestFirst([...new Set(found)])
}

/** Reviews that cited a record, as its page lists them. */
export function citedBy(knowledge: Knowledge, { id }: AnyEntry): Citing[] {
  const links = knowledge.backlinks(id).filter(({ field }) => field === 'cites')
  return citationsOf(knowledge, id).map((citation) => {
    const parts = [...new Set(links.flatMap(({ from, targetPart }) => (from === citation ? (targetPart ?? []) : [])))]
    return {
      text: citation.data.title,
      route: routes.record('citations', citation.id),
      at: citation.data.at,
      note: `${CITATION_KIND[citation.data.kind].label}${parts.length === 0 ? '' : `: ${parts.join(', ')}`}`,
    }
  })
}

/** In how many reviews each part of a record was cited; parts never cited are left out. */
export const citedParts = (knowledge: Knowledge, { id }: AnyEntry): Readonly<Partial<Record<string, number>>> =>
  Object.fromEntries(
    [
      ...Map.groupBy(
        knowledge
          .backlinks(id)
          .filter(
            ({ from, field, targetPart }) => from.kind === 'citations' && field === 'cites' && targetPart !== undefined,
          ),
        ({ targetPart }) => targetPart ?? '',
      ),
    ].map(([part, links]) => [part, new Set(links.map(({ from }) => from)).size]),
  )
