import { cpSync, existsSync, mkdirSync, readdirSync, renameSync, rmdirSync, rmSync, statSync } from 'node:fs'
import { basename, dirname, join, relative, resolve } from 'node:path'
import { writeProblem } from '../write-problem.ts'
import { writeSchemas } from '../schemas/write-schemas.ts'
import { UsageError } from '../world.ts'

const STARTER = join(import.meta.dirname, 'starter')

/** Throws a UsageError unless the folder is free: absent or empty, outside the engine, below a folder that exists. */
function checkTarget(folder: string, engine: string): void {
  if (!relative(engine, folder).startsWith('..'))
    throw new UsageError(
      `expected a folder outside the engine (${engine}), found ${folder}. Name one beside it, such as ../our-incidents`,
    )
  if (!existsSync(folder)) return
  if (!statSync(folder).isDirectory())
    throw new UsageError(`expected a new or empty folder, found a file at ${folder}. Name another`)
  const [first] = readdirSync(folder)
  if (first !== undefined)
    throw new UsageError(
      `expected a new or empty folder, found "${first}" in ${folder}. Name another, or move what is there`,
    )
}

/**
 * Writes a content folder of three linked records with its settings, schemas and workflow. It is put together beside its place and
 * renamed into it, so that the folder is whole or not there.
 * @param target folder to make, relative to `cwd`; absent or empty.
 * @param engine absolute path of this repository.
 * @returns the absolute path.
 * @throws UsageError when the target will not do, with what to type; WriteError when the disk will not take it.
 */
export function newSite(target: string, cwd: string, engine: string): string {
  const folder = resolve(cwd, target)
  checkTarget(folder, engine)
  const scratch = join(dirname(folder), `.${basename(folder)}-${process.pid}.new`)
  try {
    mkdirSync(dirname(folder), { recursive: true })
    cpSync(STARTER, scratch, { recursive: true })
    writeSchemas(scratch)
    if (existsSync(folder)) rmdirSync(folder)
    renameSync(scratch, folder)
  } catch (error) {
    throw writeProblem(error, folder)
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
  return folder
}
