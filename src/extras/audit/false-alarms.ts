import { AdjoiningTexts } from './adjoining-texts.ts'
import { Phrases, type SecretKind } from './phrases.ts'
import type { Leak } from './scan.ts'
import type { Secrets } from './secrets.ts'

/** Words that pages have of their own. */
export interface OwnWords {
  /** Texts that the code prints. */
  readonly printed: readonly string[]
  /** Texts that the owner publishes beside the records, whatever they say: wordings that mean the same in a search. */
  readonly published: readonly string[]
  /** A word as the precedent finder shortens it. */
  readonly stem: (word: string) => string
}

// A name tells of a thing wherever its words come from; other words mean something only in their text.
const NAMES: ReadonlySet<SecretKind> = new Set(['an id', 'a name', 'a title'])
const STEMS = 'data/precedents.json'

const phrasesOf = (leaks: readonly Leak[]) => new Set(leaks.map(({ phrase }) => phrase))

const held = (phrases: Phrases, texts: readonly string[]): ReadonlyMap<string, SecretKind> => {
  const found = new Map<string, SecretKind>()
  for (const text of texts) phrases.find(text, found)
  return found
}

function stemsOf(leaks: readonly Leak[], openTexts: readonly string[], stem: OwnWords['stem']): ReadonlySet<string> {
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
 * Leaves out the leaks that pages make by themselves: with words of the code, of open texts that are set side by side
 * or shortened, or of wordings that the owner publishes. A number is never a false alarm.
 */
export function withoutFalseAlarms(
  leaks: readonly Leak[],
  { phrases, openTexts }: Secrets,
  { printed, published, stem }: OwnWords,
): Leak[] {
  const doubtful = leaks.filter(({ secret }) => secret !== 'a number')
  if (doubtful.length === 0) return [...leaks]
  const code = held(phrases, printed)
  const shared = held(phrases, published)
  const adjoining = new AdjoiningTexts(phrasesOf(doubtful))
  for (const text of [...openTexts, ...printed]) adjoining.add(text)
  const stems = stemsOf(doubtful, openTexts, stem)
  const explained = ({ file, secret, phrase }: Leak): boolean =>
    code.has(phrase) ||
    (file === STEMS && stems.has(phrase)) ||
    (!NAMES.has(secret) && (shared.has(phrase) || adjoining.canMake(phrase)))
  return leaks.filter((leak) => leak.secret === 'a number' || !explained(leak))
}
