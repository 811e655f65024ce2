/**
 * Whether an expression holds comments and nothing else. A loop, because a pattern for it can be made to run for ages.
 */
export function isComment(code: string): boolean {
  let rest = code.trim()
  if (rest === '') return false
  while (rest !== '') {
    const closer = rest.startsWith('/*') ? '*/' : rest.startsWith('//') ? '\n' : undefined
    if (closer === undefined) return false
    const end = rest.indexOf(closer, 2)
    if (end === -1) return closer === '\n'
    rest = rest.slice(end + closer.length).trimStart()
  }
  return true
}

/**
 * What a literal expression says: a quoted string without escapes, a number, true or false; undefined for any other
 * code.
 */
export function literalValue(code: string): string | number | boolean | undefined {
  const text = code.trim()
  if (text === 'true' || text === 'false') return text === 'true'
  if (/^-?\d+(?:\.\d+)?$/.test(text)) return Number(text)
  return /^"([^"\\\n]*)"$/.exec(text)?.[1] ?? /^'([^'\\\n]*)'$/.exec(text)?.[1]
}

/** Whether braces around this code may stand in a body. */
export const isLiteralOrComment = (code: string): boolean => isComment(code) || literalValue(code) !== undefined
