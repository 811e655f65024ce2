import type { AnyEntry } from '#schema/entry.ts'
import type { DataPath } from '#schema/finding.ts'
import { isObject } from '#schema/walk.ts'
import type { Rule } from './rule.ts'

// Words that judge people or know better afterwards, where what happened could be said instead.
const JUDGING = new RegExp(
  String.raw`\b(?:(?:human|operator|user|pilot) errors?|(?:should|could|ought to) have|shouldn['’]t have|` +
    String.raw`careless(?:ly|ness)?|sloppy|incompeten(?:t|ce)|reckless(?:ly)?|stupid(?:ly)?)\b`,
  'giu',
)
// Other people’s words: in quotation marks, in blockquotes, in code.
const QUOTED = /"[^"\n]*"|‘[^‘’\n]*’(?!\p{L})|`[^`\n]*`|“/gu
const BLOCKQUOTE = /^[ \t]*>.*$/gmu
// Names and references, not prose.
const NOT_PROSE = new Set([
  'quotes',
  'products',
  'speaker',
  'venue',
  'place',
  'identifier',
  'participants',
  'appliesWhen',
  'tags',
])

const blank = (text: string) => text.replace(/[^\n]/gu, ' ')

/**
 * A text with what stands in quotation marks blanked. “…” may end paragraphs away, so whether it ends at all is known
 * first.
 */
function unquoted(text: string): string {
  const pattern = new RegExp(QUOTED)
  const last = text.lastIndexOf('”')
  const pieces: string[] = []
  let done = 0
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const end = match[0] === '“' ? (match.index < last ? text.indexOf('”', match.index) + 1 : 0) : pattern.lastIndex
    if (end === 0) continue
    pieces.push(text.slice(done, match.index), blank(text.slice(match.index, end)))
    pattern.lastIndex = done = end
  }
  return pieces.join('') + text.slice(done)
}

const ours = (text: string) => unquoted(text.replace(BLOCKQUOTE, blank))

function* texts(value: unknown, path: DataPath = []): Generator<{ path: DataPath; text: string }> {
  if (typeof value === 'string') yield { path, text: value }
  else if (Array.isArray(value)) for (const [index, item] of value.entries()) yield* texts(item, [...path, index])
  else if (isObject(value))
    for (const [key, item] of Object.entries(value)) if (!NOT_PROSE.has(key)) yield* texts(item, [...path, key])
}

function* places(entry: AnyEntry): Generator<{ path: DataPath; words: string }> {
  for (const { path, text } of texts(entry.data))
    for (const [words] of ours(text).matchAll(JUDGING)) yield { path, words }
  const lines = entry.body?.split('\n') ?? []
  for (const [index, line] of ours(entry.body ?? '')
    .split('\n')
    .entries())
    for (const { 0: words, index: offset } of line.matchAll(JUDGING))
      yield { path: ['body', lines[index] ?? '', offset], words }
}

/** Records say what happened and what systems allowed, not who is to blame. Only our own words are looked at. */
export const blamelessWording: Rule = {
  id: 'blameless-wording',
  *check({ entries }) {
    for (const entry of entries) {
      // Titles of sources and citations are other people’s words.
      if (entry.kind === 'sources' || entry.kind === 'citations') continue
      for (const { path, words } of places(entry))
        yield {
          entry,
          path,
          message: `expected words that say what happened, found "${words}"`,
          fix:
            'say what was done, what was not, and what made that ' +
            'possible; put other people’s words in quotation marks',
        }
    }
  },
}
