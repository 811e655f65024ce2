import type { Knowledge } from '#knowledge/knowledge.ts'
import { stands } from '#schema/entry.ts'
import { isClaiming } from '#schema/kind-names.ts'
import { SOURCE_READ } from '#schema/reference-kinds.ts'
import { CHECKED, type Vocabulary } from '#schema/vocabularies.ts'
import { count } from '#text/words.ts'
import { corrections } from './corrections.ts'
import type { Meaning } from './legend.ts'

/** A vocabulary with how many have each of its values, and how many have none; without the words that nothing has. */
function tallies(vocabulary: Vocabulary, values: readonly (string | undefined)[], none: Meaning): Meaning[] {
  const words = [...Object.entries(vocabulary).map(([value, word]) => ({ value, ...word })), none]
  return words.flatMap(({ value, label, means }) => {
    const n = values.filter((one = none.value) => one === value).length
    return n === 0 ? [] : [{ value, label: `${label}: ${n}`, means }]
  })
}

/**
 * How the records of a site were made, checked and corrected: the owner’s words, and counts from the records
 * themselves.
 */
export function makingView(knowledge: Knowledge) {
  const records = knowledge.entries.filter((entry) => stands(entry) && isClaiming(entry.kind))
  const sources = knowledge.all('sources')
  return {
    method: knowledge.site.method,
    records: count(records.length, 'record'),
    sources: count(sources.length, 'source'),
    checked: tallies(
      CHECKED,
      records.map(({ data }) => data.checked?.how),
      {
        value: 'none',
        label: 'Not compared again',
        means: 'Written from the sources named; nobody says that it was compared with them since.',
      },
    ),
    read: tallies(
      SOURCE_READ,
      sources.map(({ data }) => data.read),
      { value: 'none', label: 'Not said', means: 'The record does not say what of it was read.' },
    ),
    archived: sources.filter(({ data }) => data.archive !== undefined).length,
    corrections: count(corrections(knowledge).length, 'correction'),
  }
}
