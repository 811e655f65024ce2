import { cpSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'

// Beside the output and so on its file system: what happens to the output itself is a rename.
const scratchFor = (out: string): string => join(dirname(out), `.${basename(out)}-${process.pid}.building`)

const oldOf = (out: string) => join(dirname(out), `.${basename(out)}.previous`)

/**
 * Puts a finished build in the place of the last one. Two renames; if the process dies between them, `repair` brings the old
 * build back, so that the site is always the old or the new one, whole.
 */
export async function swap(built: string, out: string): Promise<void> {
  const scratch = scratchFor(out)
  bring(built, scratch)
  const previous = oldOf(out)
  rmSync(previous, { recursive: true, force: true })
  if (existsSync(out)) renameSync(out, previous)
  renameSync(scratch, out)
  // Thousands of files: one after another, a busy disk takes longer to delete them than the build took to write them.
  await rm(previous, { recursive: true, force: true })
}

/** Moves a folder, by copy where the two places are on different file systems. */
function bring(from: string, target: string): void {
  try {
    renameSync(from, target)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EXDEV')) throw error
    cpSync(from, target, { recursive: true })
  }
}

/** Finishes what an interrupted run left behind: restores the last build if it was moved aside, and deletes half-built folders of dead processes. */
export function repair(out: string): void {
  mkdirSync(dirname(out), { recursive: true })
  const previous = oldOf(out)
  if (existsSync(previous)) {
    if (existsSync(out)) rmSync(previous, { recursive: true, force: true })
    else renameSync(previous, out)
  }
  const half = new RegExp(`^\\.${basename(out).replaceAll('.', '\\.')}-(\\d+)\\.building$`)
  for (const name of readdirSync(dirname(out))) {
    const pid = half.exec(name)?.[1]
    if (pid && !alive(Number(pid))) rmSync(join(dirname(out), name), { recursive: true, force: true })
  }
}

function alive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return pid !== process.pid
  } catch {
    return false
  }
}
