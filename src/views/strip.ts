import { PHASE_NAMES, type PhaseName } from '#knowledge/phase-order.ts'
import type { Phase, Phases } from './phases.ts'

/**
 * One piece of a strip: the phases it stands for, where it begins and how wide it is in percent, and whether it is out
 * of scale.
 */
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

/** The bare strip of an incident’s phases. */
export const stripOf = ({ words, phases }: Phases): Strip => ({
  words,
  pieces: phases.map(({ names, x, width, broken }) => ({ names, x, width, broken })),
})

/** What the strip at the head of an incident shows besides its pieces. */
export interface StripDetails {
  /** The name and length of each phase whose piece has room for them, at the beginning of the piece in percent. */
  readonly labels: readonly { readonly x: number; readonly name: string; readonly length: string }[]
  /** Where a boundary is known between two times alone: both ends in percent. */
  readonly doubts: readonly { readonly from: number; readonly to: number }[]
}

/** The names of a phase as a label: `Unnoticed, diagnosing`. */
export const phaseName = ({ names }: Phase): string => names.join(', ').replace(/^./, (letter) => letter.toUpperCase())

/** The labels that have room, and the doubts, of a detailed strip. */
export function detailsOf({ phases, boundaries }: Phases): StripDetails {
  const labels = phases.map((phase) => ({
    x: phase.x,
    name: phaseName(phase),
    length: phase.broken ? `${phase.length}, not to scale` : phase.length,
  }))
  return {
    // From 60rem on, one percent of the strip is at least 7.2 px wide and a letter of its label at most 6.4 px.
    labels: labels.filter(
      ({ name, length }, index) => (phases[index]?.width ?? 0) * 7.2 > Math.max(name.length, length.length) * 6.4 + 16,
    ),
    doubts: boundaries
      .filter(({ xLow, xHigh }) => xHigh - xLow > 0.5)
      .map(({ xLow, xHigh }) => ({ from: xLow, to: xHigh })),
  }
}

/**
 * A strip as it is sent: its words, then for each piece the places of its names in `PHASE_NAMES`, beginning, width, and
 * whether it is broken.
 */
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
