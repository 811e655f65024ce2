import { type ChangeKind, changeKinds } from './change-kinds.ts'
import { globMatcher, PathNames } from './glob-match.ts'
import type { Precedent, PrecedentPrompt, Precedents } from './precedents.ts'
import type { Change } from './read-change.ts'
import { FEWEST, isTelling, plainWords, stem, wordsOf } from './words.ts'

/** A change as it is compared with: its words in order, each once, and its kinds. */
export interface Compared {
  readonly paths: readonly { readonly path: string; readonly names: PathNames }[]
  /** All words in order between spaces, so that a phrase can be looked for. */
  readonly phrases: string
  /** Each stemmed word, with the first form in which it stands there. */
  readonly words: ReadonlyMap<string, string>
  readonly kinds: readonly ChangeKind[]
}

/** Readies a change for comparison. */
export function compared(change: Change): Compared {
  const ordered = plainWords(`${change.text}\n${change.paths.join('\n')}`).map((word): [string, string] => [
    stem(word),
    word,
  ])
  const paths = change.paths.map((path) => ({ path, names: new PathNames(path) }))
  return {
    paths,
    phrases: ` ${ordered.map(([word]) => word).join(' ')} `,
    words: new Map(ordered.toReversed()),
    kinds: changeKinds(change),
  }
}

/** Whether a term, perhaps of several words, stands in a change. */
export function holdsTerm({ words, phrases }: Compared, term: readonly string[]): boolean {
  // The phrase is looked for only where all its words are there: a long text is searched for few phrases.
  return (
    term.length > 0 &&
    term.every((word) => words.has(word)) &&
    (term.length === 1 || phrases.includes(` ${term.join(' ')} `))
  )
}

/** What of a prompt's conditions a change meets. */
export interface PromptMatch {
  readonly prompt: PrecedentPrompt
  readonly paths: readonly { readonly glob: string; readonly path: string }[]
  readonly terms: readonly string[]
  readonly kinds: readonly ChangeKind[]
}

/** Matches prompts against changes; globs and terms are prepared once. */
export class PromptMatcher {
  readonly #globs = new Map<string, (path: PathNames) => boolean>()
  readonly #found = new WeakMap<Compared, Map<string, readonly string[]>>()
  readonly #terms = new Map<string, readonly string[]>()

  #glob(pattern: string): (path: PathNames) => boolean {
    const known = this.#globs.get(pattern)
    if (known) return known
    const made = globMatcher(pattern)
    this.#globs.set(pattern, made)
    return made
  }

  /** The first path of a change that matches a glob, or none; looked for once, since many prompts have the same. */
  #firstPath(glob: string, change: Compared): readonly string[] {
    const own = this.#found.get(change) ?? new Map<string, readonly string[]>()
    this.#found.set(change, own)
    const known = own.get(glob)
    if (known) return known
    const isMatch = this.#glob(glob)
    const first = change.paths.find(({ names }) => isMatch(names))
    const made = first === undefined ? [] : [first.path]
    own.set(glob, made)
    return made
  }

  term(text: string): readonly string[] {
    const known = this.#terms.get(text)
    if (known) return known
    const made = wordsOf(text)
    this.#terms.set(text, made)
    return made
  }

  match(prompt: PrecedentPrompt, change: Compared): PromptMatch {
    return {
      prompt,
      paths: prompt.paths.flatMap((glob) => this.#firstPath(glob, change).map((path) => ({ glob, path }))),
      terms: prompt.terms.filter((term) => holdsTerm(change, this.term(term))),
      kinds: prompt.changes.filter((kind) => change.kinds.includes(kind)),
    }
  }
}

/** In how many incidents each word is known: common words tell little. */
export function rarity({ incidents }: Precedents): (word: string) => number {
  const counts = new Map<string, number>()
  for (const { words, prompts } of incidents) {
    const own = new Set([...Object.keys(words), ...prompts.flatMap(({ terms }) => terms.flatMap(wordsOf))])
    for (const word of own) counts.set(word, (counts.get(word) ?? 0) + 1)
  }
  return (word) =>
    isTelling(word) ? Math.log(1 + Math.max(FEWEST, incidents.length) / (1 + (counts.get(word) ?? 0))) : 0.3
}

/** The telling words that a change shares with an incident, as they stand in the change, heaviest first. */
export const sharedWords = ({ words }: Precedent, change: Compared): [word: string, weight: number][] =>
  Object.entries(words).flatMap(([word, weight]): [string, number][] => {
    const written = change.words.get(word)
    return written === undefined ? [] : [[written, weight]]
  })
