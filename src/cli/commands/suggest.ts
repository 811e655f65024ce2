import { promptsOf, reviewComment, whyInWords } from '#review/comment.ts'
import { precedents } from '#exports/precedents.ts'
import type { Precedents } from '#review/precedents.ts'
import { precedentsSchema } from '#exports/precedents-schema.ts'
import { PrecedentFinder, type Suggestion } from '#review/rank.ts'
import { isUnreadable, LARGEST, LARGEST_INPUT, readChange } from '#review/read-change.ts'
import { visible } from '#schema/characters.ts'
import { audienceKnowledge } from '../audience-knowledge.ts'
import { builtData } from '../built-data.ts'
import { type Arguments, type Command, SETTING_FLAGS } from '../command.ts'
import { readInput } from '../read-input.ts'
import { done, type Result, UsageError, type CommandContext } from '../context.ts'

const { content, now, site, base } = SETTING_FLAGS
const audience = {
  ...SETTING_FLAGS.audience,
  means: 'Suggest only what this TLP 2.0 level may see (default: CLEAR): a review comment is read by others.',
}

const known = async (context: CommandContext, given: Arguments): Promise<Precedents> =>
  given.flags['data'] === undefined
    ? precedents(audienceKnowledge(context, given))
    : builtData(context, given.flags['data'], 'precedents.json', precedentsSchema)

const CUT =
  'The change is long: compared were the names of all its files and the ' +
  `first ${LARGEST / 1_000_000} million characters of its lines.\n`

const pretty = (from: Precedents, suggestions: readonly Suggestion[]): string =>
  suggestions
    .map((one) =>
      [
        one.title,
        `  ${one.url}`,
        ...whyInWords(one.why).map((why) => `  ${why}`),
        ...promptsOf(from, one).flatMap(({ ask, reference }) => [`  [ ] ${ask}`, `      ${reference}`]),
      ]
        .map(visible)
        .join('\n'),
    )
    .join('\n\n')

function print(format: string, from: Precedents, suggestions: readonly Suggestion[]): Result {
  if (format === 'json') return done(`${JSON.stringify(suggestions, null, 2)}\n`)
  if (format === 'markdown') return done(reviewComment(from, suggestions))
  return suggestions.length === 0
    ? { exitCode: 0, stdout: '', stderr: 'No incident here is near this change.\n' }
    : done(`${pretty(from, suggestions)}\n`)
}

export const suggestCommand: Command = {
  name: 'suggest',
  summary: 'Find incidents whose lesson applies to a change: a diff, a list of files, a paragraph or a stack trace.',
  positionals: ['[FILE|-]'],
  flags: {
    format: {
      value: 'FORMAT',
      oneOf: ['pretty', 'json', 'markdown'],
      means: 'How suggestions are printed (default: pretty); markdown is a review comment.',
    },
    data: {
      value: 'PATH',
      means:
        'The data folder of a built site, or its precedents.json, or the ' +
        'address of either, instead of a content folder.',
    },
    content,
    audience,
    now,
    site,
    base,
  },
  notes: [
    'Without FILE, or with -, standard input is read: git diff | aftermath ' +
      'suggest. Nothing is printed, or [] as JSON, when no incident is near.',
  ],
  async run(context, given) {
    const text = await readInput(context, given.positionals[0] ?? '-', LARGEST_INPUT)
    const format = given.flags['format'] ?? 'pretty'
    const from = await known(context, given)
    // A branch without changes is no fault of whoever runs this after every push.
    if (text.trim() === '') return { ...print(format, from, []), stderr: 'The change is empty; nothing to compare.\n' }
    const change = readChange(text)
    if (isUnreadable(change)) throw new UsageError(change.problem)
    const found = print(format, from, new PrecedentFinder(from).suggest(change))
    return change.isCut ? { ...found, stderr: `${CUT}${found.stderr}` } : found
  },
}
