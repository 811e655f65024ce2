import { createHash } from 'node:crypto'
import { join } from 'node:path'
import type { Settings } from '#reader/settings.ts'

/** Everything a build writes beside its output: one ignored folder in the repository. */
export const workFolder = (root: string): string => join(root, '.aftermath')

/** The cache of one content folder for one audience and prefix. Builds of different content never share one, so they may run side by side. */
export function cacheFolder(root: string, { content, audience, base, site }: Pick<Settings, 'content' | 'audience' | 'base' | 'site'>): string {
  const key = createHash('sha256').update([content, audience, base, site].join('\n')).digest('hex').slice(0, 12)
  return join(workFolder(root), 'cache', key)
}
