import { markdownOf } from '#content/render/markdown.ts'
import { markdownPart, markdownTwin } from '#exports/markdown.ts'
import { type Command, SETTING_FLAGS } from '../command.ts'
import { lookUp } from '../look-up.ts'
import { done } from '../context.ts'

const { content, audience, now, site, base } = SETTING_FLAGS

export const showCommand: Command = {
  name: 'show',
  summary: 'Print a record as Markdown, as its .md file has it, or one part of it.',
  positionals: ['ID'],
  flags: { content, audience, now, site, base },
  notes: [
    'ID is the id of a record (2024-07-19-channel-file-291), or of a part of it ' +
      '(2024-07-19-channel-file-291#e-revert). Old ids are understood. A pinned ' +
      'revision (id@r3) must exist; what is printed is the current one.',
    'With --site and --base as the site was built, a record equals its .md file byte for byte.',
  ],
  async run(context, given) {
    const found = lookUp(context, given, given.positionals[0] ?? '')
    if ('exitCode' in found) return found
    const { knowledge, entry, part } = found
    return done(
      part ? markdownPart(knowledge, entry, part) : markdownTwin(knowledge, entry, markdownOf(knowledge, entry)),
    )
  },
}
