import { PHASE_NAMES, type PhaseName } from '#knowledge/phase-order.ts'
import type { Phases } from './phases.ts'

/** One piece of a strip: the phases it stands for, where it begins and how wide it is in percent, and whether it is out of scale. */
export interface StripPiece {
  readonly names: readonly PhaseName[]
  readonly x: number
  readonly width: number
  readonly broken: boolean
}

/** What the bare strip of a list draws of an incident’s phases: no more than has to be sent to a browser. */
export interface Strip {
  /** The whole in one sentence, for those who cannot see it. */
  readonly words: string
  readonly pieces: readonly StripPiece[]
}

export const stripOf = ({ words, phases }: Phases): Strip => ({
  words,
  pieces: phases.map(({ names, x, width, broken }) => ({ names, x, width, broken })),
})

/** A strip as it is sent: its words, then for each piece the places of its names in `PHASE_NAMES`, beginning, width, and whether it is broken. */
export type PackedStrip = readonly [
  words: string,
  ...pieces: (readonly [names: string, x: number, width: number, broken: 0 | 1])[],
]

const short = (percent: number) => Math.round(percent * 10) / 10

export const packStrip = ({ words, pieces }: Strip): PackedStrip => [
  words,
  ...pieces.map(({ names, x, width, broken }): PackedStrip[1] => [
    names.map((name) => PHASE_NAMES.indexOf(name)).join(''),
    short(x),
    short(width),
    broken ? 1 : 0,
  ]),
]

/** Reads a packed strip, which may come from another site; undefined where it is none. */
export function readStrip(value: unknown): Strip | undefined {
  if (!Array.isArray(value)) return undefined
  const [words, ...packed]: unknown[] = value
  const pieces = packed.flatMap((one): StripPiece[] => {
    const [names, x, width, broken]: unknown[] = Array.isArray(one) ? one : []
    if (typeof names !== 'string' || typeof x !== 'number' || typeof width !== 'number') return []
    return [{ names: [...names].flatMap((place) => PHASE_NAMES[Number(place)] ?? []), x, width, broken: broken === 1 }]
  })
  const sound =
    typeof words === 'string' &&
    pieces.length > 0 &&
    pieces.length === packed.length &&
    pieces.every(({ names, x, width }) => names.length > 0 && x >= 0 && x <= 100 && width >= 0 && width <= 100)
  return sound ? { words, pieces } : undefined
}
