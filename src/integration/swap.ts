import {
  accessSync,
  constants,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { makeFolder } from '#content/make-folder.ts'
import { SettingError } from '#content/settings.ts'
import { isBuild } from './target.ts'

// Beside the output and so on its file system: what happens to the output itself is a rename.
const scratchFor = (out: string): string => join(dirname(out), `.${basename(out)}-${process.pid}.building`)

const oldOf = (out: string) => join(dirname(out), `.${basename(out)}.previous`)

// Stands in a folder while a build is copied into it from another file system, and only then.
const COPYING = '.aftermath-copying'

const isOurs = (folder: string): boolean => isBuild(folder) || existsSync(join(folder, COPYING))

/**
 * Refuses to go on where the place that the last build is set aside in holds something else: nothing is deleted that is
 * no build.
 */
function requireFree(previous: string): void {
  if (existsSync(previous) && !isOurs(previous))
    throw new SettingError(
      `expected ${previous} to be free or an earlier build, because a build ` +
        'is set aside there; found other files. Move them away.',
    )
}

/**
 * Puts a finished build in the place of the last one. Two renames; if the process dies between them, `repair` brings
 * the old build back, so that the site is always the old or the new one, whole.
 */
export async function swap(built: string, out: string): Promise<void> {
  const scratch = scratchFor(out)
  const previous = oldOf(out)
  requireFree(previous)
  bring(built, scratch)
  if (existsSync(out)) renameSync(out, previous)
  renameSync(scratch, out)
  await discard(out)
}

/**
 * Deletes the build that was set aside; first under a name that nobody takes for a whole one, should the process die
 * meanwhile.
 */
async function discard(out: string): Promise<void> {
  const [previous, old] = [oldOf(out), scratchFor(out)]
  if (!existsSync(previous)) return
  requireFree(previous)
  if (existsSync(old)) await discardFolder(old)
  renameSync(previous, old)
  await discardFolder(old)
}

/**
 * Deletes a build. What says that it is one goes last, so that a run that dies meanwhile leaves what the next one may
 * delete.
 */
async function discardFolder(folder: string): Promise<void> {
  writeFileSync(join(folder, COPYING), '')
  // Thousands of files: one after another, a busy disk takes longer to delete them than the build took to write them.
  await Promise.all(
    readdirSync(folder)
      .filter((name) => name !== COPYING)
      .map((name) => rm(join(folder, name), { recursive: true, force: true })),
  )
  rmSync(folder, { recursive: true, force: true })
}

/** Moves a folder, by copy where the two places are on different file systems. */
function bring(from: string, target: string): void {
  try {
    renameSync(from, target)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EXDEV')) throw error
    mkdirSync(target)
    try {
      writeFileSync(join(target, COPYING), '')
      cpSync(from, target, { recursive: true })
      rmSync(join(target, COPYING))
    } catch (problem) {
      // A disk that is full is not to stay so for what nobody can use.
      rmSync(target, { recursive: true, force: true })
      throw problem
    }
  }
}

/** Brings the last build back where an interrupted run had moved it aside. Deletes nothing. */
export function restore(out: string): void {
  const previous = oldOf(out)
  if (!existsSync(out) && existsSync(previous) && isBuild(previous)) renameSync(previous, out)
}

/**
 * Finishes what an interrupted run left behind: restores the last build if it was moved aside, and deletes half-built
 * folders of dead processes.
 */
export async function repair(out: string): Promise<void> {
  makeFolder(dirname(out))
  // Said before the work, not after it.
  accessSync(dirname(out), constants.W_OK)
  restore(out)
  if (existsSync(out)) await discard(out)
  sweep(dirname(out), new RegExp(`^\\.${basename(out).replaceAll('.', '\\.')}-(\\d+)\\.building$`), isOurs)
}

/**
 * Deletes what dead processes left in a folder: whatever has a name in which `pattern` finds the number of one, and is
 * `ours`.
 */
export function sweep(folder: string, pattern: RegExp, ours: (path: string) => boolean = () => true): void {
  if (!existsSync(folder)) return
  for (const name of readdirSync(folder)) {
    const pid = pattern.exec(name)?.[1]
    const path = join(folder, name)
    if (pid && !alive(Number(pid)) && ours(path)) rmSync(path, { recursive: true, force: true })
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
