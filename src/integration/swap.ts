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
  if (existsSync(out)) renameSync(out, previous)
  renameSync(scratch, out)
  await discard(out)
}

/** Deletes the build that was set aside; first under a name that nobody takes for a whole one, should the process die meanwhile. */
async function discard(out: string): Promise<void> {
  const [previous, old] = [oldOf(out), scratchFor(out)]
  if (!existsSync(previous)) return
  rmSync(old, { recursive: true, force: true })
  renameSync(previous, old)
  // Thousands of files: one after another, a busy disk takes longer to delete them than the build took to write them.
  await rm(old, { recursive: true, force: true })
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
export async function repair(out: string): Promise<void> {
  mkdirSync(dirname(out), { recursive: true })
  const previous = oldOf(out)
  if (existsSync(out)) await discard(out)
  else if (existsSync(previous)) renameSync(previous, out)
  sweep(dirname(out), new RegExp(`^\\.${basename(out).replaceAll('.', '\\.')}-(\\d+)\\.building$`))
}

/** Deletes what dead processes left in a folder: whatever has a name in which `pattern` finds the number of one. */
export function sweep(folder: string, pattern: RegExp): void {
  if (!existsSync(folder)) return
  for (const name of readdirSync(folder)) {
    const pid = pattern.exec(name)?.[1]
    if (pid && !alive(Number(pid))) rmSync(join(folder, name), { recursive: true, force: true })
  }
}

function alive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return pid !== process.pid
  } catch (error) {
    // Somebody else's process may not be asked, and lives.
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
