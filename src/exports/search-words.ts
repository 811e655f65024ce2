import { wordsIn } from '#search/tokens.ts'
import type { SearchEntry } from '#views/search-entry.ts'

/**
 * Words that a mistyped one may have meant, commonest first: those of titles and names, and those that stand in at least two
 * records. Numbers and short words are left out, because a slip in them cannot be told from another word.
 */
export function searchWords(entries: readonly SearchEntry[]): string[] {
  const records = new Map<string, number>()
  const named = new Set<string>()
  const usable = (text: string) => wordsIn(text).filter((word) => word.length > 3 && /^\p{L}+$/u.test(word))
  for (const { title, summary, meta, text, parts } of entries) {
    for (const word of usable(`${title} ${Object.values(meta).join(' ')}`)) named.add(word)
    for (const word of new Set(
      usable([title, summary, ...Object.values(meta), ...text, ...parts.map((part) => part.text)].join(' ')),
    ))
      records.set(word, (records.get(word) ?? 0) + 1)
  }
  return [...records]
    .filter(([word, count]) => count > 1 || named.has(word))
    .sort(([a, left], [b, right]) => right - left || (a < b ? -1 : 1))
    .map(([word]) => word)
}
