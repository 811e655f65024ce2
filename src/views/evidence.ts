import type { Knowledge } from '#knowledge/knowledge.ts'
import { countsAsPrimary } from '#knowledge/claims.ts'
import { routes } from '#urls.ts'
import type { AnyEntry, Entry } from '#schema/entry.ts'
import { CONFIDENCE } from '#schema/vocabularies.ts'
import { SOURCE_KIND, SOURCE_READ } from '#schema/reference-kinds.ts'
import { formatText } from '#time/format.ts'

/** One source beside a claim: enough to judge it by without leaving the page. */
export interface Evidence {
  readonly id: string
  readonly title: string
  readonly publisher: string
  /** `primary`, `news` or `analysis`, and its word. */
  readonly grade: keyof typeof SOURCE_KIND
  readonly gradeLabel: string
  /** Whether it is primary and whole or part of the original was read. */
  readonly supportsAsPrimary: boolean
  readonly published?: string
  readonly route: string
  /** The publisher’s own address, where one is known. */
  readonly url?: string
}

/** The grade of a source in a word; of a primary one that was not read in the original also what was read. */
export const gradeLabel = (data: Entry<'sources'>['data']): string => {
  const { label } = SOURCE_KIND[data.kind]
  return data.kind !== 'primary' || data.read === undefined || countsAsPrimary(data)
    ? label
    : `${label}, ${SOURCE_READ[data.read].label.toLowerCase()}`
}

function evidenceOf({ id, data }: Entry<'sources'>): Evidence {
  const published = data.published ? formatText(data.published) : data.publishedNote
  return {
    id,
    title: data.title,
    publisher: data.publisher,
    grade: data.kind,
    gradeLabel: gradeLabel(data),
    supportsAsPrimary: countsAsPrimary(data),
    ...(published === undefined ? {} : { published }),
    route: routes.record('sources', id),
    ...(data.url === undefined ? {} : { url: data.url }),
  }
}

/** The sources of a claim, in the order its author gave them. */
export const evidence = (knowledge: Knowledge, ids: readonly string[]): Evidence[] =>
  ids.flatMap((id) => {
    const source = knowledge.get('sources', id)
    return source ? [evidenceOf(source)] : []
  })

/** How sure the editor is, in words; nothing when the confidence is high, which is what a reader may assume. */
export const doubt = (confidence: keyof typeof CONFIDENCE): string | undefined =>
  confidence === 'high' ? undefined : CONFIDENCE[confidence].label.toLowerCase()

/** Every source a record rests on, each once, in the order first met: the numbered list at its foot. */
export function sourcesOf(knowledge: Knowledge, entry: AnyEntry): Evidence[] {
  const ids: string[] = []
  const visit = (value: unknown, key?: string): void => {
    if (Array.isArray(value)) value.forEach((item) => visit(item, key))
    else if (typeof value === 'object' && value !== null)
      Object.entries(value).forEach(([name, item]) => visit(item, name))
    else if (key === 'sources' && typeof value === 'string') ids.push(value)
  }
  visit(entry.data)
  const mentioned = (entry.mentions ?? []).map(({ ref }) => ref).filter((id) => knowledge.get('sources', id))
  return evidence(knowledge, [...new Set([...ids, ...mentioned])])
}

/** What marks a claim: `[1] [3] low confidence`, with the numbers of the list at the record’s foot. */
export function marksOf(
  knowledge: Knowledge,
  entry: AnyEntry,
): (sources: readonly Pick<Evidence, 'id'>[], doubted?: string) => string {
  const numbers = new Map(sourcesOf(knowledge, entry).map(({ id }, index) => [id, index + 1]))
  return (sources, doubted) => {
    const marks = sources.flatMap(({ id }) => (numbers.has(id) ? [`[${numbers.get(id)}]`] : []))
    return [...marks, doubted ?? ''].join(' ').trim()
  }
}

/** A source in words, as lists of plain text name it. */
export const sourceWords = ({ title, publisher, published }: Evidence): string =>
  [title, publisher, published].filter((part) => part !== undefined).join('. ')
