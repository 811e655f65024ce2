import type { Suggestion } from '#core/suggest/rank.ts'

/** What the finder answers the page: suggestions with their prompts and the review comment, or why there are none. */
export type Answer =
  | { readonly problem: string }
  | { readonly suggestions: readonly (Suggestion & { readonly asks: readonly { readonly ask: string; readonly url: string }[] })[]; readonly comment: string }
