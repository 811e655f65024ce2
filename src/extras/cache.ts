import { createHash } from 'node:crypto'
import { readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Settings } from '#content/settings.ts'

/** Everything a build writes beside its output: one ignored folder in the repository. */
export const workFolder = (root: string): string => join(root, '.aftermath')

/**
 * The cache of one content folder for one audience and prefix. Builds of different content never share one, so they may
 * run side by side.
 */
export function cacheFolder(
  root: string,
  { content, audience, base, site }: Pick<Settings, 'content' | 'audience' | 'base' | 'site'>,
): string {
  const key = createHash('sha256').update([content, audience, base, site].join('\n')).digest('hex').slice(0, 12)
  return join(workFolder(root), 'cache', key)
}

const WEEK = 7 * 24 * 3_600_000

/**
 * Deletes what lies in a folder of the cache and is not among what is used. Only what is older than a week: another
 * build may be under way.
 */
export function forget(folder: string, used: ReadonlySet<string>): void {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name)
    if (!used.has(name) && Date.now() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Date.now()) > WEEK)
      rmSync(path, { recursive: true, force: true })
  }
}
