import { type FoundPart, type Knowledge, link } from '#knowledge/knowledge.ts'
import type { AnyEntry } from '#schema/entry.ts'
import { parseReference, type Reference } from '#schema/references.ts'
import { partsOf } from '#schema/walk.ts'
import { didYouMean } from '#text/suggest.ts'
import { readContent } from '#content/read.ts'
import { siteContextOf } from '#content/site-context.ts'
import { audienceOf } from '#check/check-content.ts'
import { type Arguments, hasAudience, settingsOf } from './command.ts'
import { pretty } from '#check/pretty.ts'
import { unknownId } from './unknown-id.ts'
import { done, type Result, UsageError, type CommandContext } from './context.ts'

/** What a reference given on the command line leads to. */
export interface LookedUp {
  readonly knowledge: Knowledge
  readonly reference: Reference
  readonly entry: AnyEntry
  readonly part?: FoundPart
}

function find(knowledge: Knowledge, written: string): LookedUp {
  const reference = parseReference(written)
  if (!reference) throw new UsageError(`expected the id of a record, or id#part, found "${written}"`)
  const entry = knowledge.find(reference.id)
  if (!entry) throw unknownId(knowledge, reference.id)
  const { revision } = reference
  if (revision !== undefined && !entry.data.history.some((one) => one.revision === revision))
    throw new UsageError(`expected a revision of ${entry.id} up to ${entry.data.revision}, found "${written}"`)
  if (reference.part === undefined) return { knowledge, reference, entry }
  const part = knowledge.part(entry, reference.part)
  if (!part)
    throw new UsageError(
      `${entry.id} has no part "${reference.part}".${didYouMean(
        reference.part,
        partsOf(entry.data).map(({ id }) => id),
      )}`,
    )
  return { knowledge, reference, entry, part }
}

/**
 * Reads the content folder and finds a record or part by its reference; old ids are understood. Gives the findings as a
 * Result where the record itself has errors; throws a UsageError where there is none that the audience may see.
 */
export function lookUp(context: CommandContext, given: Arguments, written: string): LookedUp | Result {
  const settings = settingsOf(context, given)
  const { site, entries, findings, unread } = readContent(
    settings.content,
    audienceOf(settings, hasAudience(context, given)),
    settings.schemas,
  )
  const id = parseReference(written)?.id ?? ''
  // Nobody can tell whom a record that cannot be read is for: to an audience it is unknown, like all that is not for
  // it.
  const mayTell = !hasAudience(context, given) && unread.has(id)
  const own = findings.filter(
    ({ file, rule }) =>
      rule === 'content-folder' || (mayTell && (file.includes(`/${id}.`) || file.includes(`/${id}/`))),
  )
  if (own.length > 0) return done(pretty(own, { color: context.color, width: context.columns }), 1)
  return find(link(entries, siteContextOf(settings, site)), written)
}
