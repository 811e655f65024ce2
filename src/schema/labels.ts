import * as coordination from './coordination.ts'
import * as incidentWords from './incident-words.ts'
import { KINDS } from './kind-names.ts'
import { kinds } from './kinds.ts'
import * as proceedings from './proceedings.ts'
import * as vocabularies from './vocabularies.ts'

const isVocabulary = (value: unknown): value is Readonly<Record<string, { readonly label: string }>> =>
  typeof value === 'object' &&
  value !== null &&
  Object.values(value).length > 0 &&
  Object.values(value).every(
    (one: unknown) =>
      typeof one === 'object' && one !== null && 'label' in one && typeof one.label === 'string' && 'means' in one,
  )

/** The words by which pages call kinds of records and values of vocabularies, each once. */
export const labels = (): readonly string[] => [
  ...new Set([
    ...KINDS.flatMap((kind) => [kinds[kind].label, kinds[kind].singular]),
    ...[coordination, incidentWords, proceedings, vocabularies]
      .flatMap((module) => Object.values(module).filter(isVocabulary))
      .flatMap((vocabulary) => Object.values(vocabulary).map(({ label }) => label)),
  ]),
]
