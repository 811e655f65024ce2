/** What is chosen: words, and values by facet. */
export interface Chosen {
  readonly words: readonly string[]
  readonly values: Readonly<Record<string, ReadonlySet<string>>>
}

/**
 * A result as it is compared: its words in lower case, its organization and year, and its answers as `topic:stance`.
 */
export interface Row {
  readonly text: string
  readonly org: string
  readonly year: string
  readonly answers: readonly (readonly [topic: string, stance: string])[]
}

const has = (chosen: ReadonlySet<string> | undefined, value: string) =>
  chosen === undefined || chosen.size === 0 || chosen.has(value)

/** Whether a result is among what is chosen. Topic and stance must be met by one and the same answer. */
export function isChosen({ text, org, year, answers }: Row, { words, values }: Chosen): boolean {
  const { topic, stance } = values
  const free = (topic?.size ?? 0) === 0 && (stance?.size ?? 0) === 0
  return (
    has(values['org'], org) &&
    has(values['year'], year) &&
    (free || answers.some((answer) => has(topic, answer[0]) && has(stance, answer[1]))) &&
    words.every((word) => text.includes(word))
  )
}

/** How many results there would be with one more value of a facet chosen alone. */
export const countWith = (rows: readonly Row[], chosen: Chosen, facet: string, value: string): number =>
  rows.filter((row) => isChosen(row, { ...chosen, values: { ...chosen.values, [facet]: new Set([value]) } })).length
