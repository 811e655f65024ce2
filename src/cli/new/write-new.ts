import { existsSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { makeFolder } from '#content/make-folder.ts'
import type { Kind } from '#schema/kind-names.ts'
import { UsageError } from '../context.ts'
import { writeProblem } from '../write-problem.ts'

/**
 * Writes a file that is not there yet and returns its path. A file that appears meanwhile is left as it is; one that
 * cannot be written whole is removed again.
 * @throws UsageError where a record of that name stands; WriteError when the disk will not take it.
 */
export function writeNew(content: string, kind: Kind, id: string, file: string, text: string): string {
  const path = join(content, file)
  const folder = join(content, kind, id)
  if (existsSync(folder))
    throw new UsageError(`expected an id that is free, found the folder ${folder}; nothing is overwritten`)
  let ours = false
  try {
    makeFolder(dirname(path))
    writeFileSync(path, '', { flag: 'wx' })
    ours = true
    writeFileSync(path, text)
  } catch (error) {
    if (ours) rmSync(path, { force: true })
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST')
      throw new UsageError(`expected an id that is free, found ${path}; nothing is overwritten`)
    throw writeProblem(error, path)
  }
  return path
}
