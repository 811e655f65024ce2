import { isPair, isScalar, type Pair, type Scalar, type YAMLMap } from 'yaml'
import { quoted } from './yaml-remedy.ts'

/** Words for a finding, and where it stands in the text. */
interface Found {
  readonly at: number
  readonly message: string
  readonly fix: string
}

/** The key of a pair, where it is text. */
export const keyOf = (pair: unknown): string | undefined =>
  isPair(pair) && isScalar(pair.key) ? String(pair.key.value) : undefined

const isBare = ({ value }: Pair): boolean => value === null || (isScalar(value) && value.source === '')

/**
 * Finds keys without a value between braces: the text before them held a comma, at which YAML ends it. One finding for
 * each text, with the whole of it.
 */
export function unquotedCommas({ items }: YAMLMap): Found[] {
  const found: Found[] = []
  for (const [index, pair] of items.entries()) {
    const before = items[index - 1]
    if (!isBare(pair) || before === undefined || isBare(before) || !isScalar(pair.key)) continue
    const next = items.findIndex((other, at) => at > index && !isBare(other))
    const parts = items
      .slice(index, next === -1 ? undefined : next)
      .map((other) => (isScalar(other.key) ? (other.key.source ?? '') : ''))
    const name = keyOf(before) ?? ''
    const { value } = before
    const start = isScalar(value) && value.type === 'PLAIN' ? (value.source ?? '') : undefined
    const at = pair.key.range?.[0] ?? 0
    const message =
      `expected key: value between braces, found "${parts[0] ?? ''}" ` +
      'without a value: a comma ends a text without quotes'
    if (start === undefined) found.push({ at, message, fix: `write ${parts[0] ?? ''}: and its value, or delete it` })
    else if (/^\d{1,3}$/.test(start) && parts.every((part) => /^\d{3}$/.test(part)))
      found.push({ at, message, fix: `write the number without commas: ${name}: ${[start, ...parts].join('')}` })
    else
      found.push({
        at,
        message,
        fix: `put the value of ${name} in quotes: ${name}: ${quoted([start, ...parts].join(', '))}`,
      })
  }
  return found
}

// Fields that hold words for readers; in the others a comment is a comment.
const WORDS = new RegExp(
  String.raw`^(?:title|shortTitle|summary|text|name|what|note|why|ask|question|description|definition|` +
    String.raw`publisher|scope|of|venue|statusReason|about)$`,
)

/**
 * Finds words of a text without quotes that YAML takes for something else: what follows ` #` is a comment, what follows
 * `&` at the beginning a name for the value.
 */
export function findLostWords(
  node: Scalar,
  parent: unknown,
  text: string,
  say: (at: number, words: Pick<Found, 'message' | 'fix'>) => void,
): void {
  const key = keyOf(parent)
  // A key of a map is no value.
  if (isPair(parent) && parent.key === node) return
  const end = node.range?.[1] ?? 0
  const comment = /^[ \t]*#(?=\S| \S)[^\n]*/.exec(text.slice(end, end + 400))?.[0].trim()
  const isSpaced = comment !== undefined && /^#\s/.test(comment)
  const value = node.source ?? ''
  const field = key === undefined ? '' : `${key}: `
  const isEmpty = value === ''
  // "# a note" after one word or a number is how comments are written.
  const isWords = key !== undefined && WORDS.test(key) && /\s/.test(value)
  if (comment !== undefined && (!isSpaced || isWords) && (!isEmpty || !isSpaced)) {
    const whole = isEmpty ? comment : `${value} ${comment}`
    say(isEmpty ? end : end + 1, {
      message:
        `expected a text to be read to its end, found that ${JSON.stringify(comment.slice(0, 60))} is a ` +
        `comment to YAML: the value is ${isEmpty ? 'nothing' : JSON.stringify(value.slice(0, 60))}`,
      fix: `put the text in quotes: ${field}${quoted(whole)}; or write a comment on a line of its own`,
    })
  }
  if (node.anchor !== undefined && key !== undefined && WORDS.test(key))
    say(node.range?.[0] ?? 0, {
      message:
        `expected a text, found that "&${node.anchor}" at its beginning ` +
        'is a name for the value to YAML, and no part of it',
      fix: `put the text in quotes: ${field}${quoted(`&${node.anchor} ${value}`)}`,
    })
}
