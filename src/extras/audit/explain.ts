import { Joints } from './joints.ts'
import { Phrases, type Secret } from './phrases.ts'
import type { Leak } from './scan.ts'
import type { Secrets } from './secrets.ts'

/** Words that pages have of their own. */
export interface Own {
  /** Texts that the code prints. */
  readonly printed: readonly string[]
  /** Texts that the owner publishes beside the records, whatever they say: wordings that mean the same in a search. */
  readonly spoken: readonly string[]
  /** A word as the precedent finder shortens it. */
  readonly stem: (word: string) => string
}

// What a thing is called is told by those words alone, wherever they come from; other words mean something only in their text.
const CALLED: ReadonlySet<Secret> = new Set(['an id', 'a name', 'a title'])
const STEMS = 'data/precedents.json'

const phrasesOf = (leaks: readonly Leak[]) => new Set(leaks.map(({ phrase }) => phrase))

const held = (phrases: Phrases, texts: readonly string[]): ReadonlyMap<string, Secret> => {
  const found = new Map<string, Secret>()
  for (const text of texts) phrases.find(text, found)
  return found
}

function stemsOf(leaks: readonly Leak[], openTexts: readonly string[], stem: Own['stem']): ReadonlySet<string> {
  const wanted = phrasesOf(leaks.filter(({ file, phrase }) => file === STEMS && !phrase.includes(' ')))
  return wanted.size === 0
    ? wanted
    : new Set(
        openTexts.flatMap((text) =>
          (text.toLowerCase().match(/\p{L}+/gu) ?? []).map(stem).filter((one) => wanted.has(one)),
        ),
      )
}

/**
 * The leaks that pages do not make by themselves: with words of the code, of open texts that are set side by side or shortened, or of
 * wordings that the owner publishes. Numbers are never explained so.
 */
export function unexplained(
  leaks: readonly Leak[],
  { phrases, openTexts }: Secrets,
  { printed, spoken, stem }: Own,
): Leak[] {
  const doubtful = leaks.filter(({ secret }) => secret !== 'a number')
  if (doubtful.length === 0) return [...leaks]
  const code = held(phrases, printed)
  const said = held(phrases, spoken)
  const joints = new Joints(phrasesOf(doubtful))
  for (const text of [...openTexts, ...printed]) joints.add(text)
  const stems = stemsOf(doubtful, openTexts, stem)
  const explained = ({ file, secret, phrase }: Leak): boolean =>
    code.has(phrase) ||
    (file === STEMS && stems.has(phrase)) ||
    (!CALLED.has(secret) && (said.has(phrase) || joints.joins(phrase)))
  return leaks.filter((leak) => leak.secret === 'a number' || !explained(leak))
}
