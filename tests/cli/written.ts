import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The file that a command says it wrote, and its text. */
export const written = (folder: string, stdout: string) => {
  const file = /^Wrote (\S+)/.exec(stdout)?.[1] ?? assert.fail(stdout)
  return { file, text: readFileSync(join(folder, file), 'utf8') }
}
