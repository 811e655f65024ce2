import { problem, type BodyProblem } from './rules.ts'

// The parser's words, shortened to what an author can act on.
const REMEDIES: readonly (readonly [RegExp, string])[] = [
  [/character `!`/, 'write a comment as {/* words */}'],
  [/create a link in MDX/, 'write a link as [text](https://…), and a "<" that is meant to be read as \\<'],
  [
    /closing tag|open tag/,
    'give every component its closing tag, in the same block as its opening one, or end it with />',
  ],
  [/brace|expression|oxc/i, 'close the brace, or write a brace that is meant to be read as \\{'],
  [/import|export|ESM/i, 'take out the import or export'],
]

const LONGEST = 100

/**
 * Turns what the parser throws into a problem. What has no place is a limit or a fault of the parser itself: still of
 * this body alone, so it is said of the body and does not end the program.
 */
export function syntaxProblem(error: unknown): BodyProblem {
  const found =
    error instanceof Error ? /^(\d+):(\d+)(?:-\d+:\d+)?: ([\s\S]*?)(?: \(mdx[\w:-]*\))?$/.exec(error.message) : null
  if (found?.[3] === undefined) {
    const words = (error instanceof Error ? error.message : String(error)).split('\n', 1)[0]?.slice(0, LONGEST) ?? ''
    return problem(
      'body-syntax',
      { line: 1, column: 1 },
      `expected a body that can be parsed, found one at which the parser gives up: ${words}`,
      'make it shorter or simpler; halve it to find the place',
    )
  }
  const message = found[3]
    .replace(/ \(note: [\s\S]*\)$/, '')
    // Places inside the message are counted in the body, not in the file.
    .replace(/ \((?:`[^`]*` opened at )?\d+:\d+\)/g, '')
    .replace(/Could not parse (\w+) with oxc: /, 'this is no $1 that can be read: ')
  const fix = REMEDIES.find(([pattern]) => pattern.test(found[3] ?? ''))?.[1] ?? 'correct it as the message says'
  const first = message.charAt(0).toLowerCase() + message.slice(1)
  return problem('body-syntax', { line: Number(found[1]), column: Number(found[2]) }, first, fix)
}
