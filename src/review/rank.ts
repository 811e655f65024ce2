import { CHANGE_KIND } from '#schema/incident-words.ts'
import { compared, type Compared, holdsTerm, type PromptMatch, PromptMatcher, rarity, sharedWords } from './match.ts'
import type { Precedent, Precedents } from './precedents.ts'
import type { Change } from './read-change.ts'
import { FEWEST } from './words.ts'

/** Why an incident was suggested: what kind of sign, and the sign itself in words. */
export interface Why {
  readonly kind: 'path' | 'term' | 'change' | 'control' | 'search'
  readonly text: string
}

/** An incident whose lesson may apply, best first in a list of them. */
export interface Suggestion {
  readonly id: string
  readonly title: string
  readonly url: string
  /** From 0; comparable within one answer only. */
  readonly score: number
  readonly why: readonly Why[]
  /** References of the prompts that apply, best first: `id#q-…`. */
  readonly prompts: readonly string[]
}

/** How much each sign counts. Set before the benchmark was first run and not changed since; docs/benchmarks.md has what was measured. */
export const WEIGHTS = {
  path: 0.9,
  term: 1,
  both: 1.4,
  kinds: 1.15,
  second: 0.4,
  control: 0.6,
  words: 0.45,
  wordsCounted: 7,
  least: 3.2,
  share: 0.55,
  most: 5,
} as const

interface Scored {
  readonly precedent: Precedent
  readonly score: number
  readonly matches: readonly { readonly match: PromptMatch; readonly score: number }[]
  readonly shared: readonly string[]
  readonly controls: readonly string[]
}

/** Ranks precedents for changes; made once for a set of precedents, asked often. */
export class PrecedentFinder {
  readonly #matcher = new PromptMatcher()
  readonly #rarity: (word: string) => number
  readonly #precedents: Precedents

  constructor(precedents: Precedents) {
    this.#precedents = precedents
    this.#rarity = rarity(precedents)
  }

  /** Incidents whose lesson may apply to a change, best first; none where nothing is near enough. */
  suggest(change: Change): Suggestion[] {
    const given = compared(change)
    const paths = this.#pathWeights(given)
    const scored = this.#precedents.incidents
      .map((precedent) => this.#score(precedent, given, paths))
      .sort((a, b) => b.score - a.score || (a.precedent.id < b.precedent.id ? -1 : 1))
    const best = scored[0]?.score ?? 0
    return scored
      .filter(({ score }) => score >= WEIGHTS.least && score >= WEIGHTS.share * best)
      .slice(0, WEIGHTS.most)
      .map(suggestion)
  }

  // A glob that most incidents have for this change says little about any of them.
  #pathWeights(given: Compared): (glob: string) => number {
    const matching = new Map<string, Set<string>>()
    for (const { id, prompts } of this.#precedents.incidents)
      for (const prompt of prompts)
        for (const { path } of this.#matcher.match({ ...prompt, terms: [] }, given).paths)
          matching.set(path, (matching.get(path) ?? new Set()).add(id))
    const all = Math.max(FEWEST, this.#precedents.incidents.length)
    return (path) => Math.log(1 + all / (1 + (matching.get(path)?.size ?? 0)))
  }

  #promptScore(match: PromptMatch, pathWeight: (path: string) => number): number {
    const path = Math.max(0, ...match.paths.map((found) => pathWeight(found.path)))
    const terms = match.terms.map((term) => this.#termWeight(term)).sort((a, b) => b - a)
    const term = terms.reduce((sum, weight, index) => sum + weight / (index + 1), 0)
    const both = path > 0 && term > 0 ? WEIGHTS.both : 1
    return (WEIGHTS.path * path + WEIGHTS.term * term) * both * (match.kinds.length > 0 ? WEIGHTS.kinds : 1)
  }

  #termWeight(term: string): number {
    const weights = this.#matcher.term(term).map((word) => this.#rarity(word))
    return Math.min(
      4,
      weights.reduce((sum, weight) => sum + weight, 0),
    )
  }

  #score(precedent: Precedent, given: Compared, pathWeight: (path: string) => number): Scored {
    const matches = precedent.prompts
      .map((prompt) => this.#matcher.match(prompt, given))
      .filter(({ paths, terms }) => paths.length + terms.length > 0)
      .map((match) => ({ match, score: this.#promptScore(match, pathWeight) }))
      .sort((a, b) => b.score - a.score)
    const shared = sharedWords(precedent, given).slice(0, WEIGHTS.wordsCounted)
    const controls = precedent.controls
      .filter(({ title, state }) => state !== 'worked' && holdsTerm(given, this.#matcher.term(title)))
      .map(({ title }) => title)
    const words = shared.reduce((sum, [, weight]) => sum + weight, 0)
    const [first, second] = matches
    const score =
      (first?.score ?? 0) +
      WEIGHTS.second * (second?.score ?? 0) +
      WEIGHTS.words * words +
      WEIGHTS.control * controls.length
    return { precedent, score, matches, shared: shared.map(([word]) => word), controls }
  }
}

function whyOf({ matches, shared, controls }: Scored): Why[] {
  const of = <T>(pick: (match: PromptMatch) => readonly T[]) => [
    ...new Set(matches.flatMap(({ match }) => pick(match))),
  ]
  const paths = of(({ paths }) => paths.map(({ glob, path }) => `${path} matches ${glob}`))
  return [
    ...paths.map((text): Why => ({ kind: 'path', text })),
    ...of(({ terms }) => terms).map((text): Why => ({ kind: 'term', text })),
    ...of(({ kinds }) => kinds).map((kind): Why => ({ kind: 'change', text: CHANGE_KIND[kind].label.toLowerCase() })),
    ...controls.map((text): Why => ({ kind: 'control', text })),
    ...(shared.length === 0 ? [] : [{ kind: 'search' as const, text: shared.join(', ') }]),
  ]
}

const suggestion = (scored: Scored): Suggestion => ({
  id: scored.precedent.id,
  title: scored.precedent.title,
  url: scored.precedent.url,
  score: Math.round(scored.score * 100) / 100,
  why: whyOf(scored),
  prompts: scored.matches.map(({ match }) => `${scored.precedent.id}#${match.prompt.id}`),
})
