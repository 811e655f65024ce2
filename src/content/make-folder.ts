import { existsSync, mkdirSync } from 'node:fs'
import { dirname } from 'node:path'

/**
 * Makes a folder and those above it. Node's own recursive `mkdirSync` never ends where a file system takes no new
 * folders and says that there is none (`/proc` of Linux); this throws the error of the system, as `mkdirSync` does
 * elsewhere.
 */
export function makeFolder(path: string): void {
  if (existsSync(path)) return
  if (dirname(path) !== path) makeFolder(dirname(path))
  mkdirSync(path)
}
