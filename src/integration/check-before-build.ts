import { AstroError } from 'astro/errors'
import { checkContent, hasErrors } from '#check/check-content.ts'
import { pretty } from '#check/pretty.ts'
import type { Settings } from '#content/settings.ts'
import { type AuditInput, readBoth } from '#extras/audit/audit-site.ts'

/** Says what is going on, on stderr, so that stdout stays free for results. */
export const progress = (line: string): void => void process.stderr.write(`${line}\n`)

/** The content may not be built; whatever there is to say of it was printed. */
export class ContentError extends AstroError {}

/** Hints are for who asks: they say nothing about a build. */
const mustBeSeen = ({ level }: { readonly level: string }) => level !== 'hint'

const refuse = (message: string, hint: string): never => {
  throw new ContentError(message, hint)
}

/**
 * Checks the content before anything is built of it: everything, drafts and embargoes included. Prints the findings,
 * and gives what the audit of the build compares.
 * @throws ContentError where it has errors.
 */
export function checkBeforeBuild(settings: Settings): AuditInput {
  progress('Checking content …')
  const { toCheck, toShow, ...readings } = readBoth(settings)
  const { findings, restricted } = checkContent(settings, false, undefined, toCheck)
  const { audience } = settings
  // A build log is read by more people than the content: it must not name what the build leaves out.
  const silent = restricted && audience !== 'RED'
  if (!silent) process.stderr.write(pretty(findings.filter(mustBeSeen), { color: false, folder: settings.content }))
  if (hasErrors(findings))
    refuse(
      'The content has errors, and nothing was built.',
      silent
        ? 'They are not printed here, because the content also holds what this ' +
            'build must not show; "aftermath check" prints them.'
        : 'They are printed above; "aftermath check" prints them again.',
    )
  // What is left when something was removed must hold by itself: nothing may point at what is gone.
  if (restricted && hasErrors(checkContent(settings, true, undefined, toShow).findings))
    refuse(
      `What TLP:${audience} may see has errors of its own, because something ` +
        'that it needs is above that level. Nothing was built.',
      `"aftermath check --audience ${audience}" prints them.`,
    )
  const kept = settings.menu.hidden.find((kind) => readings.shown.every(kind).length > 0)
  if (kept !== undefined)
    refuse(
      'astro.config.mjs: aftermath({ hide }): expected kinds without ' +
        `records, found "${kept}", of which the content has some`,
      `Take "${kept}" out of hide, or delete the records in ${kept}/.`,
    )
  return readings
}
