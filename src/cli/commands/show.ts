import { type Knowledge, link } from '#core/graph/knowledge.ts'
import { parseReference } from '#core/schema/references.ts'
import { partsOf } from '#core/schema/walk.ts'
import { didYouMean } from '#core/text/suggest.ts'
import { readContent } from '#reader/read.ts'
import { worldOf } from '#reader/world.ts'
import { audienceOf } from '../check-content.ts'
import { type Command, hasAudience, SETTING_FLAGS, settingsOf } from '../command.ts'
import { pretty } from '../report/pretty.ts'
import { layout } from '../show/layout.ts'
import { partBlocks } from '../show/part.ts'
import { recordBlocks } from '../show/record.ts'
import { done, UsageError } from '../world.ts'

const { content, audience, now } = SETTING_FLAGS
const WIDTH = 100

function find(knowledge: Knowledge, reference: string) {
  const parsed = parseReference(reference)
  if (!parsed) throw new UsageError(`expected the id of a record, or id#part, found "${reference}"`)
  const entry = knowledge.find(parsed.id)
  if (!entry) throw new UsageError(`no record has the id "${parsed.id}".${didYouMean(parsed.id, knowledge.entries.flatMap(({ id, data }) => [id, ...data.aliases]))}`)
  if (parsed.part === undefined) return { entry }
  const part = knowledge.part(entry, parsed.part)
  if (!part) throw new UsageError(`${entry.id} has no part "${parsed.part}".${didYouMean(parsed.part, partsOf(entry.data).map(({ id }) => id))}`)
  return { entry, part }
}

export const showCommand: Command = {
  name: 'show',
  summary: 'Print a record, or one part of it, with its times in words and its sources.',
  positionals: ['ID'],
  flags: { content, audience, now },
  notes: ['ID is the id of a record (2024-07-19-channel-file-291), or of a part of it (2024-07-19-channel-file-291#e-revert). Old ids are understood.'],
  async run(world, given) {
    const settings = settingsOf(world, given)
    const [reference = ''] = given.positionals
    const { site, entries, findings, unread } = readContent(settings.content, audienceOf(settings, hasAudience(world, given)))
    const id = parseReference(reference)?.id ?? ''
    const own = findings.filter(({ file, rule }) => rule === 'content-folder' || (unread.has(id) && (file.includes(`/${id}.`) || file.includes(`/${id}/`))))
    if (own.length > 0) return done(pretty(own, { color: world.color, width: world.columns }), 1)
    const knowledge = link(entries, worldOf(settings, site))
    const { entry, part } = find(knowledge, reference)
    const blocks = part ? partBlocks(knowledge, entry, part) : recordBlocks(knowledge, entry)
    return done(layout(blocks, { width: Math.min(WIDTH, world.columns ?? WIDTH), color: world.color }))
  },
}
