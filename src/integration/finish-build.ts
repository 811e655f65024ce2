import type { AstroIntegration } from 'astro'
import { AstroError } from 'astro/errors'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readSearchWordings } from '#content/search-wordings.ts'
import type { Settings } from '#content/settings.ts'
import { auditSite, exposedLines, type AuditInput } from '#extras/audit/audit-site.ts'
import type { Drawing } from '#extras/pictures/start.ts'
import { siteView } from '#views/site.ts'
import { progress } from './check-before-build.ts'
import { filesOf } from './files.ts'
import { writeHeaders } from './headers.ts'
import { writeRedirects } from './redirects.ts'
import { builtAnchors, indexPages } from './search-index.ts'
import { getSiteContent } from './session.ts'
import { swap } from './swap.ts'

/** Writes every file that is no page; where an endpoint of the site’s own wrote one at that address, that one stays. */
async function writeFiles(readings: AuditInput, folder: string): Promise<void> {
  for (const { route, content } of filesOf(readings.shown)) {
    const path = join(folder, route)
    if (existsSync(path)) continue
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, await content())
  }
}

/** What a build has read and begun by the time that its pages are written. */
export interface BuildWork {
  readonly settings: Settings
  readonly readings: AuditInput
  readonly drawing: Drawing | undefined
}

/**
 * The last of all integrations: when pages are written and every other integration is done, it adds files, search
 * index, pictures, headers and redirects, searches the whole for what its audience must not see, and puts it in the
 * place of the last build.
 */
export function finishBuild({ settings, readings, drawing }: BuildWork): AstroIntegration {
  return {
    name: 'astro-aftermath/finish',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        const folder = fileURLToPath(dir)
        const { shown } = readings
        progress('Writing files …')
        await writeFiles(readings, folder)
        progress('Indexing …')
        const anchors = builtAnchors(folder)
        await indexPages(getSiteContent(), readSearchWordings(settings.content), folder, async (entry) =>
          anchors(entry),
        )
        const notKept = await drawing?.place(folder)
        if (notKept !== undefined) progress(notKept)
        writeHeaders(folder, { audience: settings.audience, peers: siteView(shown).peers, base: settings.base })
        writeRedirects(folder, shown, settings.base)
        progress('Auditing …')
        const exposed = await auditSite(settings, readings, folder)
        if (exposed.length > 0)
          throw new AstroError(
            `The build holds what TLP:${settings.audience} may not see, and ` +
              `was not put in place:\n${exposedLines(exposed)}`,
            'Mark what names it for the same audience, or take the name out of it.',
          )
        await swap(folder, settings.out)
        progress(`Built ${shown.entries.length} records into ${settings.out}`)
      },
    },
  }
}
