import { type Engine, best, exactly, inflected, otherwise, together, type Unit } from './ask.ts'
import type { Catalog } from './catalog.ts'
import { type Alternative, alternatives } from './equivalents.ts'
import type { Query } from './query.ts'
import { type Hit, rank, type Ranked } from './rank.ts'
import { STOP_WORDS } from './stop-words.ts'
import { DESCRIBED, phraseTerm } from './terms.ts'
import { MOST_WORDS, nameOf, type Token, tokensIn, wordsIn } from './tokens.ts'
import { complete, mended, type Unknown } from './spell.ts'
import { shelfOf } from './vocabulary.ts'
import { leadOf, priorOf } from './prior.ts'
import { ANSWERS, NEAR, POWER, whole } from './weights.ts'

/** What was found, and how the query was understood. */
export interface Found {
  /** Whether there were only words that carry no meaning of their own, which were then asked for. */
  readonly isCommon: boolean
  readonly ranked: readonly Ranked[]
  /** Number of results that have every word. */
  readonly complete: number
  /** The words asked for. */
  readonly words: readonly string[]
  /** Every word that counts as found where it stands in a text: those asked for and what was asked in their place. */
  readonly marks: readonly string[]
  /** Words that no record has, replaced by a likelier spelling, with what replaced them. */
  readonly corrected: readonly (readonly [from: string, to: string])[]
  /** Words that some record has, with a commoner one that may have been meant. */
  readonly offered: readonly (readonly [from: string, to: string])[]
}

/** The tokens of a text worth asking for, each once, in order: all of them where only stop words were typed. */
export function contentTokens(text: string): { readonly tokens: Token[]; readonly isCommon: boolean } {
  const all = [...new Map(tokensIn(text).map((token) => [nameOf(token), token])).values()]
  const content = all.filter((token) => {
    const name = nameOf(token)
    return !STOP_WORDS.has(name) && (name.length > 1 || !/^[a-z]$/.test(name))
  })
  const isCommon = content.length === 0 && all.length > 0
  return { tokens: (isCommon ? all : content).slice(0, MOST_WORDS), isCommon }
}

async function askWord(engine: Engine, word: string): Promise<Unit> {
  const [exact, others] = await Promise.all([exactly(engine, word), inflected(engine, word)])
  return { word, pieces: [word], hits: best([...exact, ...others]), marks: [word] }
}

/**
 * A compound as one where records have it as one, or its parts one after the other; otherwise its parts by themselves.
 */
async function askToken(engine: Engine, token: Token): Promise<Unit[]> {
  const word = nameOf(token)
  const pieces = token.pieces.map(({ key }) => key)
  if (pieces.length === 1) return [await askWord(engine, word)]
  const [exact, { phrase, all }] = await Promise.all([exactly(engine, word), together(engine, pieces)])
  if (exact.length + phrase.length > 0)
    return [{ word, pieces, hits: best([...exact, ...phrase, ...all]), marks: [word, ...pieces] }]
  // The numbers of a version by themselves are in nothing that was meant.
  if (pieces.every((piece) => /^\p{N}+$/u.test(piece))) return [{ word, pieces, hits: [], marks: [word] }]
  const parts = pieces.filter((piece) => piece.length > 1 && !STOP_WORDS.has(piece))
  return Promise.all((parts.length > 0 ? parts : pieces).map((piece) => askWord(engine, piece)))
}

/** A word of a query in its place, with the number of its unit; without one where it is not asked for. */
interface Placed {
  readonly word: string
  readonly unit?: number
}

/** All words of a query in their order: those of its units, and those that carry no meaning by themselves. */
function inPlace(text: string, tokens: readonly Token[], owned: readonly number[], units: readonly Unit[]): Placed[] {
  const first = new Map(tokens.map((token, index) => [token.start, index]))
  return tokensIn(text).flatMap(({ start, pieces }): Placed[] => {
    const left = units.flatMap((unit, number) => (owned[number] === first.get(start) ? [{ unit, number }] : []))
    const [only] = left
    if (only && only.unit.pieces.length > 1) return only.unit.pieces.map((word) => ({ word, unit: only.number }))
    // Of a compound in its parts, those without meaning are not asked for.
    return pieces.map(({ key }, index) => {
      const [next] = left
      const isNext = next && (next.unit.word === key || left.length === pieces.length - index)
      if (isNext) left.shift()
      return isNext ? { word: next.unit.word, unit: next.number } : { word: key }
    })
  })
}

/** Other wordings of the words of a query. */
async function wordings(engine: Engine, placed: readonly Placed[]): Promise<Alternative[]> {
  const typed = placed.map(({ word }) => word)
  const shelves = [...new Set(typed.map(shelfOf))]
  const groups = await Promise.all(shelves.map((shelf) => engine.equivalents(shelf)))
  return alternatives(typed, groups.flat())
}

/** The units that a wording replaces. */
const replaced = (placed: readonly Placed[], { start, length }: Alternative): ReadonlySet<number> =>
  new Set(placed.slice(start, start + length).flatMap(({ unit }) => unit ?? []))

/** Adds to each word what its equivalents find: to each of several words that one replaces, a share. */
async function widen(
  engine: Engine,
  units: readonly Unit[],
  placed: readonly Placed[],
  others: readonly Alternative[],
): Promise<Unit[]> {
  const found = await Promise.all(
    others.map(async (other) => {
      const places = replaced(placed, other)
      const hits = await otherwise(engine, other)
      return {
        places,
        words: other.words,
        length: other.length,
        hits: hits.map((hit) => ({ ...hit, weight: hit.weight / Math.sqrt(places.size) })),
      }
    }),
  )
  return units.map((unit, index) => {
    const own = found.filter(({ places }) => places.has(index))
    if (own.length === 0) return unit
    // A word that was typed as part of a wording is by itself not what was meant.
    const isPart = own.some(({ length }) => length > unit.pieces.length)
    return {
      ...unit,
      hits: [
        ...unit.hits.map((hit) => ({ ...hit, weight: hit.weight * (isPart ? ANSWERS.part : 1) })),
        ...own.flatMap(({ hits }) => hits),
      ],
      marks: [...unit.marks, ...own.flatMap(({ words }) => words.filter((word) => !STOP_WORDS.has(word)))],
    }
  })
}

/** Whether it is the text of a record that has what was asked for, and not only a description of it. */
const isOfText = ({ words }: Hit): boolean => words.some((place) => place < DESCRIBED)

async function only(engine: Engine, ranked: readonly Ranked[], { phrases, excluded }: Query): Promise<Ranked[]> {
  const asked = async (text: string) => (await engine.search(phraseTerm(wordsIn(text)))).filter(isOfText)
  const ask = (texts: readonly string[]) => Promise.all(texts.map(asked))
  const [needed, unwanted] = [await ask(phrases), await ask(excluded)]
  const wanted = needed.map((hits) => new Set(hits.map(({ id }) => id)))
  const out = new Set(unwanted.flat().map(({ id }) => id))
  return ranked.filter(({ id }) => !out.has(id) && wanted.every((own) => own.has(id)))
}

/** Options of a search. */
export interface Manner {
  readonly catalog: Catalog
  /** Only records with every word as typed: no stop words dropped, nothing relaxed, completed, corrected or widened. */
  readonly literal: boolean
}

const every = (catalog: Catalog): Hit[] => catalog.ids.map((id) => ({ id, score: 0, words: [] }))

const NOTHING: Unknown = { corrected: [], offered: [] }

async function literally(engine: Engine, text: string, catalog: Catalog): Promise<Unit[]> {
  const words = wordsIn(text)
  if (words.length === 0)
    return [{ word: '', pieces: [], hits: every(catalog).map((hit) => ({ ...hit, weight: 1 })), marks: [] }]
  return Promise.all(
    words.map(async (word) => ({
      word,
      pieces: [word],
      hits: (await exactly(engine, word)).filter(isOfText),
      marks: [word],
    })),
  )
}

/**
 * Finds records for a query. Every content word is asked for by itself and the answers are ranked together, so that a
 * pasted paragraph finds the record that shares most of it. The word itself comes before its other endings, a compound
 * before its parts; equivalents count almost as the word; what no record has is completed or, as the last resort,
 * corrected. A query of phrases alone is asked for by the words of its phrases; one of exclusions alone begins from
 * every record.
 */
export async function find(engine: Engine, query: Query, { catalog, literal }: Manner): Promise<Found> {
  const text = query.text || query.phrases.join(' ')
  const { tokens, isCommon } = contentTokens(text)
  if (tokens.length === 0 && !literal) {
    const ranked = await only(
      engine,
      every(catalog).map((hit) => ({ ...hit, matched: 0 })),
      query,
    )
    return { ranked, complete: ranked.length, words: [], marks: [], isCommon, ...NOTHING }
  }
  const perToken = literal ? [] : await Promise.all(tokens.map((token) => askToken(engine, token)))
  const asked = literal ? await literally(engine, text, catalog) : perToken.flat()
  const owned = perToken.flatMap((units, token) => units.map(() => token))
  const placed = (units: readonly Unit[]) => inPlace(text, tokens, owned, units)
  const first = placed(asked)
  // A word that the equivalents know is no slip, although no record may have it.
  const known = literal ? [] : (await wordings(engine, first)).flatMap((other) => [...replaced(first, other)])
  const spelled = literal ? { units: asked, ...NOTHING } : await mended(engine, asked, new Set(known))
  const completed = literal ? spelled.units : await complete(engine, spelled.units)
  const last = placed(completed)
  const others = literal ? [] : await wordings(engine, last)
  const units = await widen(engine, completed, last, others)
  const factor = priorOf(
    catalog,
    units.flatMap(({ pieces }) => pieces),
    others.map(({ words }) => words),
  )
  const lead = leadOf(catalog)
  const ranked = rank(units, { power: POWER, whole, near: NEAR, lead, factor, records: catalog.ids.length })
  const kept = await only(engine, literal ? ranked.filter(({ matched }) => matched === units.length) : ranked, query)
  return {
    ranked: kept,
    complete: kept.filter(({ matched }) => matched === units.length).length,
    words: units.map(({ word }) => word).filter((word) => word !== ''),
    marks: [...new Set([...units.flatMap(({ marks }) => marks), ...query.phrases.flatMap(wordsIn)])],
    isCommon: isCommon && !literal,
    corrected: spelled.corrected,
    offered: spelled.offered,
  }
}
