import { type Knowledge, link } from '#knowledge/knowledge.ts'
import { readContent } from '#content/read.ts'
import { siteContextOf } from '#content/site-context.ts'
import { audienceOf } from '#check/check-content.ts'
import { type Arguments, settingsOf } from './command.ts'
import { UsageError, type CommandContext } from './context.ts'

/**
 * The knowledge base as the readers of a build see it: for commands whose output is shown to others. What is above the
 * audience reads exactly as if it were not there. Throws a UsageError where there is no content folder.
 */
export function audienceKnowledge(context: CommandContext, given: Arguments): Knowledge {
  const settings = settingsOf(context, given)
  const { site, entries, findings } = readContent(settings.content, audienceOf(settings, true), settings.schemas)
  const missing = findings.find(({ rule }) => rule === 'content-folder')
  if (missing) throw new UsageError(missing.message)
  return link(entries, siteContextOf(settings, site))
}
