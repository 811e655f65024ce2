import { realpathSync } from 'node:fs'
import { join, relative, isAbsolute } from 'node:path'

/** Whether a path of a folder really lies in it, links followed; a link that leads out would publish what nobody put there. */
export function isInside(root: string, file: string): boolean {
  const path = relative(realpathSync(root), realpathSync(join(root, file)))
  return path !== '' && !path.startsWith('..') && !isAbsolute(path)
}
