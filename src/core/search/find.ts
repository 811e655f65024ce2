import type { Catalog } from './catalog.ts'
import { alternatives, type Equivalents } from './equivalents.ts'
import type { Query } from './query.ts'
import { type Asked, type Hit, rank, type Ranked } from './rank.ts'
import { corrections } from './spelling.ts'
import { contentWords, wordsIn } from './tokens.ts'

/** What finding needs of the index. A term is one word, several that must all occur, or a phrase in quotation marks. */
export interface Engine {
  search(term: string): Promise<readonly Hit[]>
  /** Every word of the index, commonest first; asked for only when a query has words that lead nowhere together. */
  vocabulary(): Promise<readonly string[]>
}

/** What was found, and how the query was understood. */
export interface Found {
  readonly ranked: readonly Ranked[]
  /** Number of results, from the start, that have every word. */
  readonly complete: number
  /** The words asked for. */
  readonly words: readonly string[]
  /** Words replaced by a likelier spelling, with what replaced them. */
  readonly corrected: readonly (readonly [from: string, to: string])[]
}

export const POWER = 0.5

// Sources support records; where both fit, the record is what a reader looks for.
const KIND_FACTOR: Readonly<Record<string, number>> = { sources: 0.6 }

function kindFactor(catalog: Catalog): (id: string) => number {
  const { values, of } = catalog.facets.kind
  const number = new Map(catalog.ids.map((id, index) => [id, index]))
  return (id) => KIND_FACTOR[values[of[number.get(id) ?? -1]?.[0] ?? -1] ?? ''] ?? 1
}

const best = (hits: readonly Hit[]): Hit[] => {
  const byId = new Map<string, Hit>()
  for (const hit of hits) {
    const other = byId.get(hit.id)
    if (!other || other.score < hit.score) byId.set(hit.id, other ? { ...hit, words: [...hit.words, ...other.words] } : hit)
  }
  return [...byId.values()]
}

async function wording(engine: Engine, words: readonly string[]): Promise<readonly Hit[]> {
  if (words.length === 1) return engine.search(words.join(''))
  const [exact, all] = await Promise.all([engine.search(`"${words.join(' ')}"`), engine.search(words.join(' '))])
  const scores = new Map(all.map(({ id, score }) => [id, score]))
  return exact.map((hit) => ({ ...hit, score: scores.get(hit.id) ?? hit.score }))
}

/** Asks for every word by itself, with its equivalents. */
async function ask(engine: Engine, words: readonly string[], typed: readonly string[], equivalents: Equivalents): Promise<Asked[]> {
  const others = alternatives(typed, equivalents)
  const [own, also] = await Promise.all([
    Promise.all(words.map((word) => engine.search(word))),
    Promise.all(others.map(({ words: instead }) => wording(engine, instead))),
  ])
  return words.map((word, index) => {
    const more = others.flatMap(({ of }, other) => (of.includes(word) ? (also[other] ?? []).map((hit) => ({ ...hit, score: hit.score / of.length })) : []))
    return { word, hits: best([...(own[index] ?? []), ...more]) }
  })
}

const common = (asked: readonly Asked[]): number => {
  const [first, ...rest] = asked.map(({ hits }) => new Set(hits.map(({ id }) => id)))
  return first ? rest.reduce((left, right) => left.intersection(right), first).size : 0
}

interface Spelled {
  readonly asked: readonly Asked[]
  readonly corrected: readonly (readonly [string, string])[]
}

/** Replaces words only where the corrected ones occur together and the typed ones do not. */
async function spell(engine: Engine, asked: readonly Asked[]): Promise<Spelled> {
  if (asked.length === 0 || common(asked) > 0) return { asked, corrected: [] }
  const vocabulary = await engine.vocabulary()
  const instead = await Promise.all(
    asked.map(async (own): Promise<Asked> => {
      const [word] = corrections(own.word, vocabulary)
      return word === undefined ? own : { word, hits: await engine.search(word) }
    }),
  )
  if (common(instead) === 0) return { asked, corrected: [] }
  return { asked: instead, corrected: instead.flatMap(({ word }, index) => (asked[index] && asked[index].word !== word ? [[asked[index].word, word] as const] : [])) }
}

async function only(engine: Engine, ranked: readonly Ranked[], { phrases, excluded }: Query): Promise<Ranked[]> {
  const needed = await Promise.all(phrases.map((phrase) => engine.search(`"${wordsIn(phrase).join(' ')}"`)))
  const unwanted = await Promise.all(excluded.map((text) => wording(engine, wordsIn(text))))
  const places = needed.map((hits) => new Map(hits.map(({ id, words }) => [id, words])))
  const out = new Set(unwanted.flat().map(({ id }) => id))
  return ranked
    .filter(({ id }) => !out.has(id) && places.every((own) => own.has(id)))
    .map((hit) => ({ ...hit, words: [...hit.words, ...places.flatMap((own) => own.get(hit.id) ?? [])] }))
}

/** Options of a search. */
export interface Manner {
  readonly catalog: Catalog
  readonly equivalents: Equivalents
  /** Only records with every word as typed: no stop words dropped, nothing relaxed, corrected or widened. */
  readonly literal: boolean
}

/**
 * Finds records for a query. Every content word is asked for by itself and the answers are ranked together, so that a pasted
 * paragraph finds the record that shares most of it; equivalents count as the word itself; spelling is the last resort. A query
 * of phrases alone is asked for by the words of its phrases; one of exclusions alone begins from every record.
 */
export async function find(engine: Engine, query: Query, { catalog, equivalents, literal }: Manner): Promise<Found> {
  const text = query.text || query.phrases.join(' ')
  if (literal) {
    const words = wordsIn(text)
    const hits = words.length > 0 ? await engine.search(words.join(' ')) : all(catalog)
    const ranked = await only(engine, hits.map((hit) => ({ ...hit, matched: words.length })), query)
    return { ranked, complete: ranked.length, words, corrected: [] }
  }
  const words = contentWords(text)
  if (words.length === 0) {
    const ranked = await only(engine, all(catalog).map((hit) => ({ ...hit, matched: 0 })), query)
    return { ranked, complete: ranked.length, words, corrected: [] }
  }
  const { asked, corrected } = await spell(engine, await ask(engine, words, wordsIn(text), equivalents))
  const ranked = await only(engine, rank(asked, { power: POWER, kind: kindFactor(catalog) }), query)
  return { ranked, complete: ranked.filter(({ matched }) => matched === asked.length).length, words: asked.map(({ word }) => word), corrected }
}

const all = (catalog: Catalog): Hit[] => catalog.ids.map((id) => ({ id, score: 0, words: [] }))
