import type { Why } from '#review/rank.ts'
import { said } from '../words.ts'

const MOST = 5

/** The signs of a match in a few words, without the globs behind them: `regex, waf/rules/xss.lua`. */
export function becauseOf(why: readonly Why[]): string {
  // A finding is a sentence of its own, which the fold of reasons has.
  const signs = why.filter(({ kind }) => kind !== 'finding')
  const words = signs.flatMap(({ kind, text }) =>
    kind === 'path' ? [text.replace(/ matches .*$/s, '')] : kind === 'search' ? text.split(', ') : [text],
  )
  // A word counts once, however it is written.
  const once = new Map(words.toReversed().map((word) => [word.toLowerCase(), word]))
  return [...once.values()].toReversed().slice(0, MOST).map(said).join(', ')
}
