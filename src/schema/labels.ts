import * as coordination from './coordination.ts'
import * as incidentWords from './incident-words.ts'
import { KINDS } from './kind-names.ts'
import { kinds } from './kinds.ts'
import * as parties from './parties.ts'
import * as proceedings from './proceedings.ts'
import * as references from './reference-kinds.ts'
import * as statements from './statements.ts'
import * as summits from './summits.ts'
import * as vocabularies from './vocabularies.ts'

interface Value {
  readonly label: string
  readonly means: string
}

const isVocabulary = (value: unknown): value is Readonly<Record<string, Value>> =>
  typeof value === 'object' &&
  value !== null &&
  Object.values(value).length > 0 &&
  Object.values(value).every(
    (one: unknown) =>
      typeof one === 'object' &&
      one !== null &&
      'label' in one &&
      typeof one.label === 'string' &&
      'means' in one &&
      typeof one.means === 'string',
  )

/** The words by which pages call and explain the values of vocabularies, of all that modules export. */
export const wordsOf = (modules: readonly object[]): readonly string[] =>
  modules
    .flatMap((module): unknown[] => Object.values(module))
    .filter(isVocabulary)
    .flatMap((vocabulary) => Object.values(vocabulary).flatMap(({ label, means }) => [label, means]))

/** The words by which pages call kinds of records and values of vocabularies, and what these mean, each once. */
export const labels = (): readonly string[] => [
  ...new Set([
    ...KINDS.flatMap((kind) => [kinds[kind].label, kinds[kind].singular]),
    ...wordsOf([coordination, incidentWords, parties, proceedings, references, statements, summits, vocabularies]),
  ]),
]
