import { cpSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Settings } from '#reader/settings.ts'
import { auditSite, exposedLines, type Readings } from '#cli/audit-site.ts'
import { siteView } from '#core/views/site.ts'
import { writeUnder } from '#core/routes.ts'
import { bodiesOf } from '#site/body/render-entry.ts'
import { hand } from '#site/reading.ts'
import { ASSETS, loadBundle } from '#site/bundle/bundle.ts'
import { startBeside } from './beside.ts'
import { type Bundling, startBundle } from './bundle.ts'
import { writeHeaders } from './headers.ts'
import { writePages } from './pages.ts'
import { cacheFolder, workFolder } from './cache.ts'
import { startDrawing } from './pictures.ts'
import { writeRedirects } from './redirects.ts'
import { repair, swap, sweep } from './swap.ts'

/** Says what is going on, on stderr, so that stdout stays free for results. */
export const progress = (line: string): void => void process.stderr.write(`${line}\n`)

/** Hands the settings of this run to Astro and to the bundled pages, which read the environment. */
export function exportSettings(settings: Settings): void {
  Object.assign(process.env, {
    AFTERMATH_CONTENT: settings.content,
    AFTERMATH_OUT: settings.out,
    AFTERMATH_AUDIENCE: settings.audience,
    AFTERMATH_BASE: settings.base,
    AFTERMATH_NOW: new Date(settings.now).toISOString().replace(/:\d{2}\.\d{3}Z$/, 'Z'),
    AFTERMATH_OG: settings.pictures ? '1' : '0',
    ...(settings.site === undefined ? {} : { AFTERMATH_SITE: settings.site }),
    ASTRO_TELEMETRY_DISABLED: '1',
  })
}

/** A build that holds what it must not show: names the files. */
export class DisclosureError extends Error {}

/** Builds the site and its index in a scratch folder of the repository, searches it for what it must not hold, then swaps it in. On any failure the last build stays as it was. */
export async function build(settings: Settings, root: string, readings: Readings, bundling: Bundling = startBundle(settings, root)): Promise<void> {
  await repair(settings.out)
  sweep(workFolder(root), /^build-(\d+)$/)
  const scratch = join(workFolder(root), `build-${process.pid}`)
  exportSettings(settings)
  // Bodies are rendered outside of Astro, so the prefix has to be said.
  writeUnder(settings.base)
  hand({ knowledge: readings.shown, body: bodiesOf(readings.shown) })
  const beside = startBeside(readings.shown, settings, scratch)
  const drawing = settings.pictures ? startDrawing(readings.shown, join(cacheFolder(root, settings), 'pictures')) : undefined
  try {
    progress('Building pages …')
    const bundle = await bundling.ready()
    await writePages(await loadBundle(bundle), scratch, settings.base, beside)
    cpSync(join(bundle, ASSETS), scratch, { recursive: true })
    progress('Indexing …')
    await beside.finish()
    await drawing?.place(scratch)
    writeHeaders(scratch, { audience: settings.audience, peers: siteView(readings.shown).peers, base: settings.base })
    writeRedirects(scratch, readings.shown, settings.base)
    progress('Auditing …')
    const exposed = await auditSite(settings, readings, scratch)
    if (exposed.length > 0) throw new DisclosureError(`The build holds what TLP:${settings.audience} may not see, and was not put in place:\n${exposedLines(exposed)}`)
    await swap(scratch, settings.out)
    progress(`Built ${readings.shown.entries.length} records into ${settings.out}`)
  } finally {
    hand(undefined)
    bundling.stop()
    await beside.stop()
    await drawing?.stop()
    rmSync(scratch, { recursive: true, force: true })
  }
}
