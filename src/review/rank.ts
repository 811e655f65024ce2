import { CHANGE_KIND } from '#schema/incident-words.ts'
import { compared, type Compared, holdsTerm, type PromptMatch, PromptMatcher, rarity, sharedWords } from './match.ts'
import type { Precedent, Precedents } from './precedents.ts'
import type { Change } from './read-change.ts'
import { visible } from '#schema/characters.ts'
import { oneLine } from '#text/words.ts'
import { FEWEST, isTelling } from './words.ts'

/** Why an incident was suggested: what kind of sign, and the sign itself in words. */
export interface Why {
  readonly kind: 'path' | 'term' | 'change' | 'setting' | 'product' | 'control' | 'finding' | 'search'
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

/**
 * How much each sign counts. Set on the cases of the benchmark that anybody may look at; docs/benchmarks.md has what
 * was measured on the others.
 */
export const WEIGHTS = {
  path: 0.9,
  /** A glob that names only the language of a file, for its share of another. */
  type: 0.3,
  term: 1,
  both: 1.4,
  kinds: 1.15,
  second: 0.4,
  control: 0.6,
  setting: 3,
  product: 1.5,
  finding: 0.5,
  words: 0.45,
  wordsCounted: 7,
  /** A word counts as rare that at most this share of the incidents knows. */
  rare: 0.34,
  /**
   * The least score of an incident for which so many rare words speak, of whatever sign: the fewer, the more each must
   * say.
   */
  least: [Infinity, Infinity, 14, 11, 7.5],
  share: 0.55,
  most: 5,
} as const

const isOfType = (glob: string) => /^(?:\*\*\/)?\*\.[\w.{},]+$/.test(glob)

interface Scored {
  readonly precedent: Precedent
  readonly score: number
  readonly matches: readonly { readonly match: PromptMatch; readonly score: number }[]
  readonly shared: readonly string[]
  readonly controls: readonly string[]
  readonly settings: readonly string[]
  readonly products: readonly string[]
  /**
   * The finding that has most of the words of the change, and these as they stand there; absent where none has two rare
   * ones.
   */
  readonly finding?: { readonly text: string; readonly words: readonly string[]; readonly score: number }
  /** How many different rare words speak for it. */
  readonly rare: number
}

/** Ranks precedents for changes; made once for a set of precedents, asked often. */
export class PrecedentFinder {
  readonly #matcher = new PromptMatcher()
  readonly #rarity: (word: string) => number
  readonly #precedents: Precedents
  readonly #leastRare: number

  constructor(precedents: Precedents) {
    this.#precedents = precedents
    this.#rarity = rarity(precedents)
    this.#leastRare = Math.log(1 + 1 / WEIGHTS.rare)
  }

  /** Incidents whose lesson may apply to a change, best first; none where nothing is near enough. */
  suggest(change: Change): Suggestion[] {
    const scored = this.#ranked(compared(change))
    const best = scored.find(isNear)?.score ?? 0
    return scored
      .filter((one) => isNear(one) && one.score >= WEIGHTS.share * best)
      .slice(0, WEIGHTS.most)
      .map(suggestion)
  }

  #ranked(given: Compared): Scored[] {
    const paths = this.#pathWeights(given)
    return this.#precedents.incidents
      .map((precedent) => this.#score(precedent, given, paths))
      .sort((a, b) => b.score - a.score || (a.precedent.id < b.precedent.id ? -1 : 1))
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
    const path = Math.max(
      0,
      ...match.paths.map(({ glob, path: own }) => pathWeight(own) * (isOfType(glob) ? WEIGHTS.type : 1)),
    )
    const terms = match.terms.map((term) => this.#termWeight(term)).sort((a, b) => b - a)
    const term = terms.reduce((sum, weight, index) => sum + weight / (index + 1), 0)
    const both = term > 0 && match.paths.some(({ glob }) => !isOfType(glob)) ? WEIGHTS.both : 1
    return (WEIGHTS.path * path + WEIGHTS.term * term) * both * (match.kinds.length > 0 ? WEIGHTS.kinds : 1)
  }

  #termWeight(term: string): number {
    const weights = this.#matcher.term(term).map((word) => this.#rarity(word))
    return Math.min(
      4,
      weights.reduce((sum, weight) => sum + weight, 0),
    )
  }

  #held = (texts: readonly string[], given: Compared) =>
    texts.filter((text) => holdsTerm(given, this.#matcher.term(text)))

  #score(precedent: Precedent, given: Compared, pathWeight: (path: string) => number): Scored {
    const matches = precedent.prompts
      .map((prompt) => this.#matcher.match(prompt, given))
      .filter(({ paths, terms }) => paths.length + terms.length > 0)
      .map((match) => ({ match, score: this.#promptScore(match, pathWeight) }))
      .sort((a, b) => b.score - a.score)
    const shared = sharedWords(precedent, given).slice(0, WEIGHTS.wordsCounted)
    const lacking = precedent.controls.filter(({ state }) => state !== 'worked').map(({ title }) => title)
    const controls = this.#held(lacking, given)
    const settings = this.#held(precedent.settings, given)
    const products = this.#held(precedent.products, given)
    const words = shared.reduce((sum, [, weight]) => sum + weight, 0)
    const [first, second] = matches
    const finding = this.#finding(precedent, given)
    const score =
      (first?.score ?? 0) +
      WEIGHTS.second * (second?.score ?? 0) +
      WEIGHTS.finding * (finding?.score ?? 0) +
      WEIGHTS.words * words +
      WEIGHTS.control * controls.length +
      WEIGHTS.setting * settings.length +
      WEIGHTS.product * products.length
    const found = {
      ...{ matches, shared: shared.map(([word]) => word), controls, settings, products },
      ...(finding === undefined ? {} : { finding }),
    }
    return { precedent, score, ...found, rare: this.#rareWords(found) }
  }

  #isRare = (word: string) => isTelling(word) && this.#rarity(word) >= this.#leastRare

  #finding({ findings }: Precedent, given: Compared): Scored['finding'] {
    const found = findings.flatMap(({ text }) => {
      const own = [...new Set(this.#matcher.term(text))].filter((word) => given.words.has(word) && this.#isRare(word))
      const score = own.reduce((sum, word) => sum + this.#rarity(word), 0)
      return own.length < 2 ? [] : [{ text, words: own.map((word) => given.words.get(word) ?? word), score }]
    })
    return found.sort((a, b) => b.score - a.score)[0]
  }

  /** How many different rare words stand behind the signs of an incident: one word found in three ways is one. */
  #rareWords({
    matches,
    shared,
    controls,
    settings,
    products,
    finding,
  }: Omit<Scored, 'precedent' | 'score' | 'rare'>): number {
    const terms = matches.flatMap(({ match }) => match.terms)
    const globs = matches.flatMap(({ match }) => match.paths.map(({ glob }) => glob.replace(/\.\w+$/, '')))
    const all = [...terms, ...globs, ...shared, ...(finding?.words ?? []), ...controls, ...settings, ...products]
    const rare = new Set(all.flatMap((text) => this.#matcher.term(text)).filter(this.#isRare))
    // A phrase of common words is rare where it is a phrase: "last known good".
    const phrases = new Set(
      terms.filter((term) => /\S\s+\S/.test(term) && !this.#matcher.term(term).some((w) => rare.has(w))),
    )
    return rare.size + phrases.size
  }
}

/** Whether enough speaks for an incident to name it at all. */
const isNear = ({ score, rare }: Scored): boolean => score >= (WEIGHTS.least[rare] ?? WEIGHTS.least.at(-1) ?? 0)

const LONGEST = 160

/** A finding on one line, cut at a word where it is long. */
function short(text: string): string {
  const line = oneLine(text)
  return line.length <= LONGEST ? line : `${line.slice(0, line.lastIndexOf(' ', LONGEST))} …`
}

function whyOf({ matches, shared, controls, settings, products, finding }: Scored): Why[] {
  const of = <T>(pick: (match: PromptMatch) => readonly T[]) => [
    ...new Set(matches.flatMap(({ match }) => pick(match))),
  ]
  const paths = of(({ paths }) => paths.map(({ glob, path }) => `${visible(path)} matches ${glob}`))
  return [
    ...paths.map((text): Why => ({ kind: 'path', text })),
    ...of(({ terms }) => terms).map((text): Why => ({ kind: 'term', text })),
    ...of(({ kinds }) => kinds).map((kind): Why => ({ kind: 'change', text: CHANGE_KIND[kind].label.toLowerCase() })),
    ...settings.map((text): Why => ({ kind: 'setting', text })),
    ...products.map((text): Why => ({ kind: 'product', text })),
    ...controls.map((text): Why => ({ kind: 'control', text })),
    ...(finding ? [{ kind: 'finding' as const, text: short(finding.text) }] : []),
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
