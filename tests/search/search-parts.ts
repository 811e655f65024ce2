import type { Indexed } from '#search/passages.ts'

/** A record as the index gives it back: a head of seven words, then a part. */
export const parts: Indexed = {
  content: 'Title words kernel and more alpha beta gamma kernel access delta',
  anchors: [{ id: 'e-two', element: 'section', location: 7, title: 'Event: gamma' }],
}
