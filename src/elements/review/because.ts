import type { Why } from '#review/rank.ts'

const MOST = 5

/** The signs of a match in a few words, without the globs behind them: `regex, waf/rules/xss.lua`. */
export function becauseOf(why: readonly Why[]): string {
  const words = why.map(({ kind, text }) => (kind === 'path' ? text.replace(/ matches .*$/s, '') : text))
  return [...new Set(words)].slice(0, MOST).join(', ')
}
