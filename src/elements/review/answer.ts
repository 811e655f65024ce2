import type { Suggestion } from '#review/rank.ts'

/** What the page asks the finder: where the list of incidents is, what is compared, and a number by which the answer is known. */
export interface Question {
  readonly run: number
  readonly address: string
  readonly text: string
}

/** An answer with the number of its question. */
export interface Answered {
  readonly run: number
  readonly answer: Answer
}

/** What the finder answers the page: suggestions with their prompts and the review comment, or why there are none. */
export type Answer =
  | { readonly problem: string }
  | {
      readonly suggestions: readonly (Suggestion & {
        readonly asks: readonly { readonly ask: string; readonly url: string }[]
      })[]
      readonly comment: string
    }
