import { stemOf } from './terms.ts'
import { KIND_WORDS } from './weights.ts'

const KINDS = new Map(Object.entries(KIND_WORDS).map(([word, kind]) => [stemOf(word), kind]))

/** The kind of record that a word asks for, whatever its ending: "outages" is of incidents; undefined for others. */
export const kindMeant = (word: string): string | undefined => KINDS.get(stemOf(word))

/** Kinds of record that the words of a query ask for. */
export const kindsMeant = (words: readonly string[]): ReadonlySet<string> =>
  new Set(words.flatMap((word) => kindMeant(word) ?? []))
