import { type Engine, best, exactly, type Unit } from './ask.ts'
import { completions, corrections, type Correction, shelfOf, type Vocabulary } from './vocabulary.ts'
import { ANSWERS, FEW, SPELLED } from './weights.ts'

/** How words that no record has, or hardly any, were understood. */
export interface Unknown {
  readonly corrected: readonly (readonly [from: string, to: string])[]
  readonly offered: readonly (readonly [from: string, to: string])[]
}

// A word must be this many times as common as the one typed to be offered in its place.
const COMMONER = 10

const isEnglish = (word: string) => /^\p{L}+$/u.test(word)

const common = (units: readonly Unit[]): number => {
  const [first, ...rest] = units.map(({ hits }) => new Set(hits.map(({ id }) => id)))
  return first ? rest.reduce((left, right) => left.intersection(right), first).size : 0
}

// The first two letters may have changed places.
async function nearTo(engine: Engine, word: string): Promise<Correction[]> {
  const shelves = [...new Set([...word.slice(0, 2)].map(shelfOf))]
  const parts: readonly Vocabulary[] = await Promise.all(shelves.map((shelf) => engine.vocabulary(shelf)))
  return corrections(word, {
    words: parts.flatMap(({ words }) => words),
    records: parts.flatMap(({ records }) => records),
  })
}

const known = async (engine: Engine, word: string): Promise<string[]> =>
  completions(word, await engine.vocabulary(shelfOf(word)))

async function corrected(engine: Engine, units: readonly Unit[], index: number): Promise<Unit | undefined> {
  const unit = units[index]
  if (!unit) return undefined
  const tries = await Promise.all(
    (await nearTo(engine, unit.word)).map(async ({ word }): Promise<Unit> => {
      return { word, pieces: [word], hits: await exactly(engine, word), marks: [word] }
    }),
  )
  // Words still to be corrected are left out of the comparison.
  const settled = units.filter((other, place) => place !== index && other.hits.length > 0)
  return tries.find((other) => common([...settled, other]) > 0) ?? tries[0]
}

/**
 * Replaces words that no record has, and that begin none, by the nearest known ones, if there are any, those first that
 * occur together with the rest of the query. A word that exists stays as it is; a much commoner one that it may be a
 * slip of is offered. Nor is any of the words by number that are `understood` otherwise.
 */
export async function mended(
  engine: Engine,
  asked: readonly Unit[],
  understood: ReadonlySet<number>,
): Promise<Unknown & { readonly units: readonly Unit[] }> {
  if (asked.length > SPELLED) return { units: asked, corrected: [], offered: [] }
  let units = asked
  const offered: (readonly [string, string])[] = []
  for (const [index, { word, hits, pieces }] of asked.entries()) {
    if (hits.length >= FEW || pieces.length > 1 || !isEnglish(word) || understood.has(index)) continue
    if (hits.length > 0) {
      const [nearest] = await nearTo(engine, word)
      if (hits.length < 3 && nearest && nearest.records >= COMMONER * hits.length) offered.push([word, nearest.word])
      continue
    }
    if ((await known(engine, word)).length > 0) continue
    const other = await corrected(engine, units, index)
    if (other) units = units.with(index, other)
  }
  return {
    units,
    corrected: units.flatMap(({ word }, index) => {
      const typed = asked[index]?.word ?? word
      return typed === word ? [] : [[typed, word] as const]
    }),
    offered,
  }
}

/** Looks for words that few records have also as the beginning of longer ones: they may not be typed to the end yet. */
export async function complete(engine: Engine, units: readonly Unit[]): Promise<Unit[]> {
  if (units.length > SPELLED) return [...units]
  return Promise.all(
    units.map(async (unit) => {
      // Another ending of the word says nothing of whether it is typed to its end.
      const exact = unit.hits.filter(({ weight }) => weight === ANSWERS.exact).length
      if (exact >= FEW) return unit
      const longer = await known(engine, unit.word)
      if (longer.length === 0) return unit
      const weight = exact > 0 ? ANSWERS.begun : ANSWERS.completed
      const more = (await Promise.all(longer.map((word) => exactly(engine, word)))).flat()
      return {
        ...unit,
        hits: best([...unit.hits, ...more.map((hit) => ({ ...hit, weight }))]),
        marks: [...unit.marks, ...longer],
      }
    }),
  )
}
