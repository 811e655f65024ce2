import type { Catalog } from './catalog.ts'
import { alternatives, type Equivalents } from './equivalents.ts'
import type { Query } from './query.ts'
import { type Asked, type Hit, rank, type Ranked } from './rank.ts'
import { corrections } from './spelling.ts'
import { contentWords, wordsIn } from './tokens.ts'
import { KIND_FACTORS, POWER, SHORT, SPELLED, whole } from './weights.ts'

/** What finding needs of the index. A term is one word, several that must all occur, or a phrase in quotation marks. */
export interface Engine {
  search(term: string): Promise<readonly Hit[]>
  /** Every word of the index, commonest first; asked for only when a query has words that lead nowhere together. */
  vocabulary(): Promise<readonly string[]>
}

/** What was found, and how the query was understood. */
export interface Found {
  readonly ranked: readonly Ranked[]
  /** Number of results that have every word. */
  readonly complete: number
  /** The words asked for. */
  readonly words: readonly string[]
  /** Words replaced by a likelier spelling, with what replaced them. */
  readonly corrected: readonly (readonly [from: string, to: string])[]
}

function kindFactor(catalog: Catalog): (id: string) => number {
  const { values, of } = catalog.facets.kind
  const number = new Map(catalog.ids.map((id, index) => [id, index]))
  return (id) => {
    const kind = values[of[number.get(id) ?? -1]?.[0] ?? -1] ?? ''
    return (Object.hasOwn(KIND_FACTORS, kind) ? KIND_FACTORS[kind] : undefined) ?? 1
  }
}

const best = (hits: readonly Hit[]): Hit[] => {
  const byId = new Map<string, Hit>()
  for (const hit of hits) {
    const other = byId.get(hit.id)
    if (!other || other.score < hit.score)
      byId.set(hit.id, other ? { ...hit, words: [...hit.words, ...other.words] } : hit)
  }
  return [...byId.values()]
}

async function wording(engine: Engine, words: readonly string[]): Promise<readonly Hit[]> {
  if (words.length === 1) return engine.search(words.join(''))
  const [exact, all] = await Promise.all([engine.search(`"${words.join(' ')}"`), engine.search(words.join(' '))])
  const scores = new Map(all.map(({ id, score }) => [id, score]))
  return exact.map((hit) => ({ ...hit, score: scores.get(hit.id) ?? hit.score }))
}

/** Adds to each word what its equivalents find. `typed` are all words of the query in order, since an equivalent may be of several. */
async function widen(
  engine: Engine,
  asked: readonly Asked[],
  typed: readonly string[],
  equivalents: Equivalents,
): Promise<Asked[]> {
  const others = alternatives(typed, equivalents)
  const also = await Promise.all(others.map(({ words: instead }) => wording(engine, instead)))
  return asked.map(({ word, hits }) => {
    const more = others.flatMap(({ of }, index) =>
      of.includes(word) ? (also[index] ?? []).map((hit) => ({ ...hit, score: hit.score / of.length })) : [],
    )
    return { word, hits: best([...hits, ...more]) }
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

// The index answers an unknown word with the longest known beginning of it. In a short query that is worse than nothing
// ("solarwnids" is not "solar"); among many words it serves as a rough stemmer.
async function unknownWords(
  engine: Engine,
  asked: readonly Asked[],
  vocabulary: () => Promise<readonly string[]>,
): Promise<ReadonlySet<string>> {
  const exact = await Promise.all(asked.map(({ word }) => engine.search(`"${word}"`)))
  const doubtful = asked.filter((_, index) => exact[index]?.length === 0)
  if (doubtful.length === 0) return new Set()
  const known = await vocabulary()
  return new Set(doubtful.map(({ word }) => word).filter((word) => !known.some((other) => other.startsWith(word))))
}

/** Drops what was found for the beginnings of unknown words in short queries, and replaces such words where the corrected ones occur together with the rest. */
async function spell(engine: Engine, asked: readonly Asked[]): Promise<Spelled> {
  if (asked.length > SPELLED) return { asked, corrected: [] }
  const vocabulary = () => engine.vocabulary()
  const unknown = await unknownWords(engine, asked, vocabulary)
  if (unknown.size === 0) return { asked, corrected: [] }
  const known = await vocabulary()
  const typed = asked.map((own): Asked =>
    unknown.has(own.word) && asked.length <= SHORT ? { word: own.word, hits: [] } : own,
  )
  let best = typed
  for (const [index, own] of typed.entries()) {
    if (!unknown.has(own.word)) continue
    const tries = await Promise.all(
      corrections(own.word, known).map(async (word): Promise<Asked> => ({ word, hits: await engine.search(word) })),
    )
    // Words still to be corrected are left out of the comparison.
    const settled = best.filter(
      (other, place) => place !== index && (!unknown.has(other.word) || other !== typed[place]),
    )
    const fitting = tries
      .map((other) => ({ other, together: common([...settled, other]) }))
      .filter(({ together }) => together > 0)
    const [nearest] = fitting
    if (nearest) best = best.with(index, nearest.other)
  }
  return {
    asked: best,
    corrected: best.flatMap(({ word }, index) =>
      typed[index] && typed[index].word !== word ? [[typed[index].word, word] as const] : [],
    ),
  }
}

async function only(engine: Engine, ranked: readonly Ranked[], { phrases, excluded }: Query): Promise<Ranked[]> {
  const needed = await Promise.all(phrases.map((phrase) => engine.search(`"${wordsIn(phrase).join(' ')}"`)))
  // In quotation marks, so that an unknown word leaves nothing out rather than what begins like it.
  const unwanted = await Promise.all(excluded.map((text) => engine.search(`"${wordsIn(text).join(' ')}"`)))
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
    const ranked = await only(
      engine,
      hits.map((hit) => ({ ...hit, matched: words.length })),
      query,
    )
    return { ranked, complete: ranked.length, words, corrected: [] }
  }
  const words = contentWords(text)
  if (words.length === 0) {
    const ranked = await only(
      engine,
      all(catalog).map((hit) => ({ ...hit, matched: 0 })),
      query,
    )
    return { ranked, complete: ranked.length, words, corrected: [] }
  }
  const alone = await Promise.all(
    words.map(async (word): Promise<Asked> => ({ word, hits: await engine.search(word) })),
  )
  const spelled = await spell(engine, alone)
  const { corrected } = spelled
  const right = new Map(corrected)
  const asked = await widen(
    engine,
    spelled.asked,
    wordsIn(text).map((word) => right.get(word) ?? word),
    equivalents,
  )
  const ranked = await only(
    engine,
    rank(asked, { power: POWER, whole, factor: kindFactor(catalog), records: catalog.ids.length }),
    query,
  )
  return {
    ranked,
    complete: ranked.filter(({ matched }) => matched === asked.length).length,
    words: asked.map(({ word }) => word),
    corrected,
  }
}

const all = (catalog: Catalog): Hit[] => catalog.ids.map((id) => ({ id, score: 0, words: [] }))
