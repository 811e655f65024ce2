import { relative } from 'node:path'
import { SCHEMAS, withSeverities } from '#schema/extend.ts'
import { isClaiming } from '#schema/kind-names.ts'
import { kinds } from '#schema/kinds.ts'
import { readContent } from '#content/read.ts'
import { audienceOf } from '#check/check-content.ts'
import { type Command, SETTING_FLAGS, settingsOf } from '../command.ts'
import { kindOf } from '../kind-of.ts'
import { fieldTable } from '../new/field.ts'
import { citationAnswers } from '../new/citation.ts'
import { gather } from '../new/gather.ts'
import { skeleton } from '../new/skeleton.ts'
import { writeNew } from '../new/write-new.ts'
import { done, UsageError } from '../context.ts'

const { content, now } = SETTING_FLAGS

const fieldFlags = Object.fromEntries(
  [...fieldTable()].map(([name, { means, kinds: of }]) => [
    name,
    { value: name.toUpperCase(), means: `${means} For ${of.join(', ')}.` },
  ]),
)

export const newCommand: Command = {
  name: 'new',
  summary: 'Begin a record: write a valid file with a comment on every field.',
  positionals: ['KIND', '[URL|REFS...]'],
  flags: {
    id: {
      value: 'ID',
      means: 'Id of the record and name of its file (default: made of its date, organization and title).',
    },
    ...fieldFlags,
    content,
    now,
  },
  notes: [
    'At a terminal it asks for what no flag gave. Elsewhere texts get a value to replace, and the ' +
      'record is a draft, as every new account of others is where site.yaml has account: ' +
      'compiled; times, references and values of closed lists have to be given. Lists are ' +
      'separated by commas; --date dates the id of an incident. Nothing is ever overwritten.',
    'A citation is begun from the address of a review and what it cites: aftermath new citation ' +
      'https://example.org/acme/router/pull/12 2024-07-19-channel-file-291#e-revert',
  ],
  async run(context, given) {
    const [word = '', ...words] = given.positionals
    const kind = kindOf(word)
    if (kind !== 'citations' && words[0] !== undefined)
      throw new UsageError(
        `expected only KIND after "new", found "${words[0]}"; only a citation takes an address and references there`,
      )
    const settings = settingsOf(context, given)
    const read = readContent(settings.content, audienceOf(settings, false), settings.schemas)
    if (read.findings.some(({ rule }) => rule === 'content-folder'))
      throw new UsageError(
        `expected a content folder at ${settings.content}, found none. Name one ` +
          'with --content, or begin a site with "aftermath new-site DIR"',
      )
    const { content: _, now: __, ...flags } = given.flags
    const answers = { ...citationAnswers(words, settings.today), ...flags }
    const known = { entries: read.entries, unread: read.unread, today: settings.today }
    const gathered = await gather(kind, answers, known, context.ask, withSeverities(SCHEMAS, read.site))
    const { id, values } = gathered
    // What is told of others is not reviewed because it was written: somebody compares it with its sources first.
    const isUnchecked = read.site.account === 'compiled' && isClaiming(kind)
    const draft = gathered.draft || isUnchecked
    const file = `${kind}/${id}${kinds[kind].body ? '.mdx' : '.yaml'}`
    const text = skeleton(kind, values, settings.today, draft, withSeverities(settings.schemas, read.site))
    const path = writeNew(settings.content, kind, id, file, text)
    const shown = relative(context.cwd, path)
    const compare = isUnchecked ? 'compare it with its sources, say so under checked, and ' : ''
    const rest = draft ? `It is a draft: fill it in, run "aftermath check", then ${compare}delete recordStatus.\n` : ''
    return done(`Wrote ${shown.startsWith('..') ? path : shown}\n${rest}`)
  },
}
