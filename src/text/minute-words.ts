/** Words that begin a minute line in the notes of a meeting, as scribes write them, with what each becomes. */
export const MINUTE_WORDS = {
  Topic: { kind: 'topic', label: 'Topic', means: 'What the lines after it are about; a topic id or plain words.' },
  RESOLUTION: { kind: 'resolution', label: 'Resolution', means: 'Something the meeting decided.' },
  ACTION: { kind: 'action', label: 'Action', means: 'Something somebody said they would do.' },
  ISSUE: { kind: 'issue', label: 'Issue', means: 'A question left open.' },
} as const

export type MinuteKind = (typeof MINUTE_WORDS)[keyof typeof MINUTE_WORDS]['kind']

/** The opening of a minute line: its word, and what stands in brackets before the colon. */
export interface MinuteOpening {
  readonly kind: MinuteKind
  readonly label: string
  /** The hand-set point id, when one is given in the right form. */
  readonly id?: string
  /** Organizations that say so, from `[p-x by microsoft, eset]`. */
  readonly by: readonly string[]
  /** What stands in the brackets, when it is not understood. */
  readonly misread?: string
  /** Characters the opening takes. */
  readonly length: number
}

const OPENING = /^(Topic|RESOLUTION|ACTION|ISSUE)(?: ?\[([^\]\n]*)\])?:[ \t]*/
const BRACKET = /^(p-[a-z0-9]+(?:-[a-z0-9]+)*)(?: by ([a-z0-9-]+(?:, ?[a-z0-9-]+)*))?$/

/** Reads `RESOLUTION [p-id by org, org]: ` at the start of a text; undefined when the text is no minute line. */
export function minuteOpening(text: string): MinuteOpening | undefined {
  const opening = OPENING.exec(text)
  if (opening === null) return undefined
  const { kind, label } = MINUTE_WORDS[opening[1] as keyof typeof MINUTE_WORDS]
  const base = { kind, label, by: [], length: opening[0].length }
  const bracket = opening[2]
  if (bracket === undefined) return base
  const parts = BRACKET.exec(bracket)
  if (parts?.[1] === undefined || kind === 'topic') return { ...base, misread: bracket }
  return { ...base, id: parts[1], by: parts[2]?.split(/, ?/) ?? [] }
}
