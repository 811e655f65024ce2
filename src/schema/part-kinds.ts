/** Letters that begin part ids, with the part they name. */
export const PART_KINDS = {
  e: 'event',
  m: 'milestone',
  i: 'impact figure',
  f: 'finding',
  a: 'action',
  q: 'review prompt',
  p: 'summit point',
  k: 'quotation',
  l: 'log entry',
  c: 'claim',
  s: 'step',
  x: 'contradiction',
} as const
export type PartLetter = keyof typeof PART_KINDS
