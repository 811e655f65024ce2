import { FACETS, FACET_NAMES } from '#search/facet-names.ts'

/** One line of the help beside the search box: what to type, and what it does. */
export interface SearchHint {
  readonly example: string
  readonly means: string
}

/** Everything that can be typed, with examples that can be followed. */
export const searchHints = (): SearchHint[] => [
  { example: '"kernel access"', means: 'these words, together and in this order' },
  { example: 'outage -cloud', means: 'without a word' },
  ...FACET_NAMES.filter((name) => name !== 'level' && name !== 'site').map((name) => ({
    example: `${name}:${FACETS[name].example}`,
    means: FACETS[name].hint,
  })),
  { example: 'after:2024-07-19', means: 'from a day, month or year on' },
  { example: 'before:2024-10', means: 'before a day, month or year' },
]
