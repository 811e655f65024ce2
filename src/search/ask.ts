import type { Alternative, Equivalents } from './equivalents.ts'
import type { Hit, Weighed } from './rank.ts'
import { basesOf, exactTerm, phraseTerm, stemOf, stemTerm } from './terms.ts'
import type { Vocabulary } from './vocabulary.ts'
import { ANSWERS } from './weights.ts'

/** What finding needs of an index, whose terms are those of `terms.ts`. */
export interface Engine {
  /**
   * Records with a term; with a phrase, `"one two"`, those in which the terms follow each other, all with the same
   * score.
   */
  search(term: string): Promise<readonly Hit[]>
  /** The part of the vocabulary of that name (`shelfOf`). */
  vocabulary(shelf: string): Promise<Vocabulary>
  /** The groups of equivalent wordings of that name (`shelfOf`). */
  equivalents(shelf: string): Promise<Equivalents>
}

/** A word of a query with what was found for it. */
export interface Unit {
  readonly word: string
  /** The words it is made of, by which equivalents know it. */
  readonly pieces: readonly string[]
  readonly hits: readonly Weighed[]
  readonly marks: readonly string[]
}

const weighed = (hits: readonly Hit[], weight: number): Weighed[] => hits.map((hit) => ({ ...hit, weight }))

/** Hits of several terms as one list: each record with the best of its answers and all places. */
export function best(hits: readonly Weighed[]): Weighed[] {
  const byId = new Map<string, Weighed>()
  for (const hit of hits) {
    const other = byId.get(hit.id)
    if (!other) byId.set(hit.id, hit)
    else {
      const better = other.weight < hit.weight || (other.weight === hit.weight && other.score < hit.score) ? hit : other
      byId.set(hit.id, { ...better, words: [...other.words, ...hit.words] })
    }
  }
  return [...byId.values()]
}

/** Records with a word as it is typed. */
export const exactly = async (engine: Engine, word: string): Promise<Weighed[]> =>
  weighed(await engine.search(exactTerm(word)), ANSWERS.exact)

/** Records with a word of the same stem: `crashes` for `crashed`. */
export async function inflected(engine: Engine, word: string): Promise<Weighed[]> {
  if (!/^[a-z]{3,}$/.test(word)) return []
  const stem = stemOf(word)
  const others = basesOf(stem).filter((base) => base !== word)
  const terms = [...others.map(exactTerm), stemTerm(stem)]
  return weighed((await Promise.all(terms.map((term) => engine.search(term)))).flat(), ANSWERS.inflected)
}

const scores = (hits: readonly Hit[]) => new Map(hits.map(({ id, score }) => [id, score]))

/** Records in which words follow each other, scored by the rarest of the words, and those that merely have them all. */
export async function together(
  engine: Engine,
  words: readonly string[],
): Promise<{ phrase: Weighed[]; all: Weighed[] }> {
  const [exact, ...each] = await Promise.all([
    engine.search(phraseTerm(words)),
    ...words.map((word) => exactly(engine, word)),
  ])
  const lists = each.sort((a, b) => a.length - b.length)
  const rarest = scores(lists[0] ?? [])
  const others = lists.slice(1).map((hits) => new Set(hits.map(({ id }) => id)))
  return {
    phrase: exact.map((hit) => ({ ...hit, score: rarest.get(hit.id) ?? hit.score, weight: ANSWERS.phrase })),
    all: (lists[0] ?? [])
      .filter(({ id }) => others.every((own) => own.has(id)))
      .map((hit) => ({ ...hit, weight: ANSWERS.parts })),
  }
}

/** Records with another wording of what was typed. */
export async function otherwise(engine: Engine, { words, same }: Alternative): Promise<Weighed[]> {
  const [only = '', ...more] = words
  const hits =
    more.length === 0
      ? best([...(await exactly(engine, only)), ...(await inflected(engine, only))])
      : (await together(engine, words)).phrase
  const among = hits.length
  return hits.map((hit) => ({ ...hit, weight: hit.weight * (same ? ANSWERS.same : ANSWERS.related), among, same }))
}
