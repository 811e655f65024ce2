import type { Asked } from '#review/comment.ts'
import type { Why } from '#review/rank.ts'

/**
 * What the page asks the finder: where the list of incidents is, what is compared, and a number by which the answer is
 * known.
 */
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

/** A precedent as the page shows it. */
export interface Shown {
  readonly reference: string
  /** The short title, where there is one. */
  readonly title: string
  readonly lesson: string | undefined
  readonly url: string
  /** Packed phases, as they came over the network. */
  readonly strip: unknown
  readonly why: readonly Why[]
  readonly asks: readonly Asked[]
}

/** A safeguard near a change that no incident is near. */
export interface Safeguard {
  readonly title: string
  readonly url: string | undefined
}

/**
 * What the finder answers the page: precedents and what to ask because of them, nearest safeguards where there is none,
 * or why it cannot answer.
 */
export type Answer =
  { readonly problem: string } | { readonly precedents: readonly Shown[]; readonly safeguards: readonly Safeguard[] }
