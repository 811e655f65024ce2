import type { Span } from './tree.ts'

/** A stretch of a text and what is put in its place. */
export interface Edit extends Span {
  readonly put: string
}

/** A text with edits made; where two overlap, what lies in both is taken out once. */
export function edited(text: string, edits: readonly Edit[]): string {
  let [rest, at] = ['', 0]
  for (const { from, to, put } of edits.toSorted((a, b) => a.from - b.from)) {
    rest += text.slice(at, from) + put
    at = Math.max(at, to)
  }
  return rest + text.slice(at)
}

const LINE_START = /(?:^|\n)[ \t>]*(?:(?:[-+*]|\d+[.)])[ \t]+(?:\[[ xX]\][ \t]+)?)*$/
// What would begin a block or a module if it came to stand at the start of a line.
const OPENS_BLOCK = new RegExp(
  String.raw`^(?:#{1,6}(?:\s|$)|[>=|:]|[-+*](?:\s|$)|--|(?:\*[ \t]*){3,}(?:\r?\n|$)|(?:_[ \t]*){3,}(?:\r?\n|$)|` +
    '```|~~~|' +
    String.raw`\d+[.)]|import\b|export\b)`,
)

/**
 * What comes to stand at the start of a line when a stretch before it goes: how much of it is written anew, and how, so
 * that it opens no block. Undefined where it does not begin a line.
 */
export function opening(before: string, after: string): { readonly length: number; readonly put: string } | undefined {
  if (!LINE_START.test(before)) return undefined
  if (!OPENS_BLOCK.test(after)) return { length: 0, put: '' }
  const digits = /^\d*/.exec(after)?.[0] ?? ''
  // A letter cannot be escaped.
  return /^[a-z]/.test(after)
    ? { length: 1, put: `&#${after.charCodeAt(0)};` }
    : { length: digits.length, put: `${digits}\\` }
}
