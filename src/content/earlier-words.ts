import { earlierWords, standingWords } from '#knowledge/part-words.ts'
import type { AnyEntry } from '#schema/entry.ts'
import type { WordsFile } from '#schema/release.ts'
import { digest } from './ledger-file.ts'

/**
 * Gives records what their parts said in earlier revisions, as far as that may be told to whom they were cut for.
 * Revisions are those that everybody knows: of a record with a revision that not everybody sees nothing is told,
 * because its readers count otherwise.
 * @param shown records as an audience sees them; @param written the same and more as they are written.
 */
export function withEarlierWords(
  shown: readonly AnyEntry[],
  written: readonly AnyEntry[],
  words: WordsFile | undefined,
): AnyEntry[] {
  if (!words) return [...shown]
  const authored = new Map(written.map((entry) => [entry.id, entry]))
  return shown.map((entry) => {
    const [own, versions] = [authored.get(entry.id), versionsOf(words, entry)]
    if (!own || !versions || entry.data.history.some(({ tlp }) => tlp !== 'CLEAR')) return entry
    const earlier = earlierWords(standingWords(versions, entry, own, digest), entry)
    return Object.keys(earlier).length === 0 ? entry : { ...entry, earlier }
  })
}

/** What was kept of a record, under its id or an old one. */
export const versionsOf = ({ records }: WordsFile, { id, data }: AnyEntry): WordsFile['records'][string] | undefined =>
  [id, ...data.aliases].map((name) => records[name]).find((found) => found !== undefined)
