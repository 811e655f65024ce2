import type { Knowledge } from '#knowledge/knowledge.ts'
import { type CatalogFile, HEAD_STEP, labelOfValue, numbersText, VERSION } from '#search/catalog.ts'
import { STANCE, type Stance } from '#schema/vocabularies.ts'
import type { ShownRecord } from '#search/fragment.ts'
import { FACET_NAMES } from '#search/facet-names.ts'
import { moment } from '#time/moment.ts'
import { facetLabel, speakerNames } from '#views/search-facets.ts'
import type { SearchEntry } from '#views/search-entry.ts'
import { stanceWords } from '#views/stance-words.ts'
import { headTerms } from './search-document.ts'
import { searchMeasures } from './search-measures.ts'
import { importance, searchNames } from './search-names.ts'

const DAY = 86_400_000

/** Day number since 1970 of the earliest known instant of a Moment text; 0 for none. Days before 1970 are negative. */
function dayOf(text: string | undefined): number {
  if (text === undefined || text === '') return 0
  const { earliest, latest } = moment(text)
  const instant = earliest ?? latest
  return instant === null ? 0 : Math.floor(instant / DAY)
}

const oneOfEach = (numbers: readonly number[]) => numbersText(numbers.map((own) => (own === 0 ? [] : [own])))

function positionWords(knowledge: Knowledge, value: string): string {
  const [topic = '', stance = ''] = value.split('/')
  return Object.hasOwn(STANCE, stance) ? stanceWords(knowledge, topic, stance as Stance) : stance
}

/**
 * The file that tells the search page what each record of the index can be narrowed and sorted by. `indexed` are
 * the records in the order of the index, and `build` is its name; `shelves` and `equivalents` name the parts of the
 * vocabulary and of the equivalent wordings.
 */
export function searchCatalog(
  knowledge: Knowledge,
  {
    build,
    indexed,
  }: {
    readonly build: string
    readonly indexed: readonly { readonly entry: SearchEntry; readonly shown: ShownRecord }[]
  },
  { shelves, equivalents }: Pick<CatalogFile, 'shelves' | 'equivalents'>,
): CatalogFile {
  const speakers = speakerNames(knowledge)
  // Years follow from the days.
  const written = [...FACET_NAMES.filter((name) => name !== 'year'), 'position' as const]
  const facets = written.flatMap((name) => {
    const values = [...new Set(indexed.flatMap(({ entry }) => entry.facets[name] ?? []))].sort()
    if (values.length === 0) return []
    const number = new Map(values.map((value, index) => [value, index + 1]))
    const of = indexed.map(({ entry }) => (entry.facets[name] ?? []).flatMap((value) => number.get(value) ?? []))
    const label = (value: string) =>
      name === 'position' ? positionWords(knowledge, value) : facetLabel(knowledge, name, value, speakers)
    const short = (value: string) => (label(value) === labelOfValue(value) ? 0 : label(value))
    const names = values.map((value) => {
      const [first = 0, ...more] = searchNames(knowledge, name, value, label(value))
      return more.length === 0 || first === 0 ? first : [first, ...more]
    })
    const own = {
      values,
      labels: values.map(short),
      ...(names.some((one) => one !== 0) ? { names } : {}),
      of: numbersText(of),
    }
    return [[name, own] as const]
  })
  const heads = indexed.map(({ entry, shown }) => headTerms(entry, shown))
  return {
    version: VERSION,
    build,
    occurred: oneOfEach(indexed.map(({ entry }) => dayOf(entry.occurred))),
    changed: oneOfEach(indexed.map(({ entry }) => dayOf(entry.changed))),
    importance: oneOfEach(
      indexed.map(({ entry: { id } }) => {
        const record = knowledge.find(id)
        return record ? importance(knowledge, record) : 0
      }),
    ),
    shelves,
    titles: oneOfEach(heads.map(([title]) => title)),
    heads: oneOfEach(heads.map(([title, head]) => Math.ceil((head - title) / HEAD_STEP))),
    equivalents,
    measures: searchMeasures(knowledge),
    facets: Object.fromEntries(facets),
  }
}
