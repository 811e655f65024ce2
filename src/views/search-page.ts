import type { FacetName } from '#search/facet-names.ts'

/** One line of the help beside the search box: what to type, and what it does. */
export interface SearchHint {
  readonly example: string
  readonly means: string
}

// Here and not beside the names, which every search loads.
const OPERATORS = [
  ['kind', 'statement', 'kind of record'],
  ['org', 'eset', 'organization that spoke, promised or took part'],
  ['speaker', '"adam meyers"', 'person who spoke'],
  ['incident', 'channel-file-291', 'records about an incident, by its id or words of its title'],
  ['product', 'windows', 'product or service that an incident involved'],
  ['topic', 'kernel-access', 'topic'],
  ['stance', 'opposes', 'position taken on a topic'],
  ['outcome', 'declined', 'what became of a question or a commitment'],
  ['cause', 'dns', 'cause of an incident'],
  ['severity', 'critical', 'severity of an incident'],
  ['control', 'staged-rollout', 'safeguard'],
  ['field', 'gold', 'value of a field that this site adds to records'],
  ['year', '2024', 'year'],
] as const satisfies readonly (readonly [name: FacetName, example: string, means: string])[]

/** Everything that can be typed, with examples that can be followed. */
export const searchHints = (): SearchHint[] => [
  { example: '"kernel access"', means: 'these words, together and in this order' },
  { example: 'outage -cloud', means: 'without a word' },
  ...OPERATORS.map(([name, example, means]) => ({ example: `${name}:${example}`, means })),
  { example: 'after:2024-07-19', means: 'from a day, month or year on' },
  { example: 'before:2024-10', means: 'before a day, month or year' },
]
