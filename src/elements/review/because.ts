import type { Why } from '#review/rank.ts'

const MOST = 5

/** The signs of a match in a few words, without the globs behind them: `regex, waf/rules/xss.lua`. */
export function becauseOf(why: readonly Why[]): string {
  const words = why.flatMap(({ kind, text }) =>
    kind === 'path' ? [text.replace(/ matches .*$/s, '')] : kind === 'search' ? text.split(', ') : [text],
  )
  // A word counts once, however it is written.
  const once = new Map(words.toReversed().map((word) => [word.toLowerCase(), word]))
  return [...once.values()].toReversed().slice(0, MOST).join(', ')
}
