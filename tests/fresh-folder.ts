import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const folders: string[] = []
process.once('exit', () => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

/** A fresh folder outside the repository, which goes as the process ends. */
export function freshFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'aftermath-'))
  folders.push(folder)
  return folder
}
