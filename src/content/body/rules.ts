import type { Place } from './tree.ts'

/** The rules a body is held to, each with what it asks. Rule pages and findings share these ids. */
export const BODY_RULES = {
  'file-encoding': 'A body says nothing in characters that do not show or are none.',
  'body-syntax': 'A body is well-formed MDX.',
  'body-size':
    'A body has at most 200,000 characters, nests at most 100 levels, ' +
    'and holds what can be checked and printed in a moment.',
  'body-code':
    'A body runs no code: no import, no export, nothing in braces but text, numbers, true, false and comments.',
  'body-component': 'A body uses only the documented components, each in its place.',
  'body-attribute': 'A component has the attributes it needs and no others.',
  'body-url': 'A link leads to a web or mail address, a record, a part of one, or a heading of the same body.',
  'body-image': 'A picture lies beside the record and says in words what it shows.',
  'body-heading': 'Headings in a body begin at the second level; the first is the title of the record.',
  'body-footnote': 'Footnotes and link definitions are not used: sources are records, addresses stand in place.',
  'body-restricted': 'A restricted passage has a TLP label and can be taken out of the text cleanly.',
  'body-table': 'Every row of a table has at most as many cells as its head.',
  'body-listing': 'A listing stands between fences.',
  'body-dropped': 'What stands in a Markdown file and on no page is named.',
  'body-minute': 'The body of a meeting holds no minute lines: points are written in the front matter.',
} as const

/** After so many problems nobody reads on: whatever is said of the next one only takes time. */
export const MOST_PROBLEMS = 100

export type BodyRule = keyof typeof BODY_RULES

/** Something wrong in a body; the place is counted from 1 within the body text. */
export interface BodyProblem extends Place {
  readonly rule: BodyRule
  readonly message: string
  readonly fix?: string
}

/** Builds a problem at a place. */
export const problem = (rule: BodyRule, { line, column }: Place, message: string, fix: string): BodyProblem => ({
  rule,
  message,
  fix,
  line,
  column,
})
