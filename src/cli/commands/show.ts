import { type Command, SETTING_FLAGS } from '../command.ts'
import { lookUp } from '../look-up.ts'
import { layout } from '../show/layout.ts'
import { partBlocks } from '../show/part.ts'
import { recordBlocks } from '../show/record.ts'
import { done } from '../world.ts'

const { content, audience, now } = SETTING_FLAGS
const WIDTH = 100
const NARROWEST = 40

export const showCommand: Command = {
  name: 'show',
  summary: 'Print a record, or one part of it, with its times in words and its sources.',
  positionals: ['ID'],
  flags: { content, audience, now },
  notes: [
    'ID is the id of a record (2024-07-19-channel-file-291), or of a part of it (2024-07-19-channel-file-291#e-revert). Old ids are understood. A pinned revision (id@r3) must exist; what is printed is the current one.',
  ],
  async run(world, given) {
    const found = lookUp(world, given, given.positionals[0] ?? '')
    if ('exitCode' in found) return found
    const { knowledge, entry, part } = found
    const blocks = part ? partBlocks(knowledge, entry, part) : recordBlocks(knowledge, entry)
    return done(
      layout(blocks, { width: Math.max(NARROWEST, Math.min(WIDTH, world.columns ?? WIDTH)), color: world.color }),
    )
  },
}
