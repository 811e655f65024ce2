/** A text as a quoted YAML scalar, its quotation marks kept as they are where that can be. */
export const quoted = (text: string): string =>
  /["\\]/.test(text) && !text.includes("'") ? `'${text}'` : `"${text.replace(/[\\"]/g, '\\$&')}"`

const GENERAL = 'quote texts that contain ": ", "#", or begin with a sign; indent lists by two spaces; use no tags'
// `key: value` on a line of its own, perhaps the first of an item.
const FIELD = /^ *(?:- )*([A-Za-z][\w-]*): +(\S.*)$/
const UNSPACED = /^ *(?:- )*([A-Za-z][\w-]*):([^\s:/].*)$/
// Signs that mean something to YAML at the beginning of a value.
const SIGN = /^[@`%&*!|>?{[\]},-]/

/**
 * What to type for a syntax error, from the line on which it stands and the one before, and the parser’s words for it.
 */
export function syntaxRemedy(line: string, before: string, message: string): string {
  if (message.startsWith('Tabs are')) return 'indent with spaces, two for each level'
  if (message.startsWith('Missing closing')) return 'close the quotes; a quotation mark within "…" is written \\"'
  if (/^(?:Implicit|Unexpected scalar)/.test(message)) {
    const spaced = withSpace(line)
    if (spaced !== undefined) return spaced
  }
  if (/must be sufficiently indented and end with/.test(message) && [line, before].some((one) => /[ \t]#/.test(one)))
    return 'put the text that holds " #" in quotes: what follows it is a comment to YAML, the closing bracket too'
  if (/flow collections/.test(message)) {
    const key = /(?<![\w-])([A-Za-z][\w-]*): +[^,{}[\]"']*: /.exec(line)?.[1]
    return key === undefined ? GENERAL : `put the value of ${key} in quotes, since it holds ": "`
  }
  return quotedField(line) ?? GENERAL
}

/** A field whose value is no plain text to YAML, as its author meant it. */
function quotedField(line: string): string | undefined {
  const [, key, given = ''] = FIELD.exec(line) ?? []
  const value = given.trimEnd()
  if (key === undefined || value.startsWith('!!')) return undefined
  const isFlow = /^[{[].*[}\]],?$/.test(value)
  const isWhole = /^"(?:[^"\\]|\\.)*"$/.test(value) || /^'(?:[^']|'')*'$/.test(value)
  if (isFlow || isWhole) return undefined
  // An apostrophe within single quotes.
  const apostrophe = /^'([^"]*)'$/.exec(value)?.[1]
  if (apostrophe !== undefined) return `put the text in double quotes: ${key}: "${apostrophe}"`
  return SIGN.test(value) || /^["']/.test(value) || /: |:$/.test(value)
    ? `put the text in quotes: ${key}: ${quoted(value)}`
    : undefined
}

/** What to type where a key lacks the space after its colon; undefined for other lines. */
export function withSpace(line: string): string | undefined {
  const unspaced = UNSPACED.exec(line)
  return unspaced ? `put a space after the colon: ${unspaced[1]}: ${unspaced[2]}` : undefined
}
