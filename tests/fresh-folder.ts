import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative, resolve } from 'node:path'

const folders: string[] = []
process.once('exit', () => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

function freshIn(parent: string): string {
  const folder = mkdtempSync(join(parent, 'aftermath-'))
  folders.push(folder)
  return folder
}

/** A fresh folder outside the repository, which goes as the process ends. */
export const freshFolder = (): string => freshIn(tmpdir())

const PROJECTS = resolve(import.meta.dirname, '../.aftermath/projects')
const NOT_COPIED = /(?:^|\/)(?:package\.json|node_modules|dist|\.astro|\.aftermath)$/

/**
 * A fresh folder for a project, a copy of another where one is given, which goes as the process ends. It lies in the
 * repository and has no manifest, so that the package finds itself by its name; and where no development server looks:
 * Astro starts again when an `astro.config.mjs` comes or goes anywhere else below its root.
 */
export function freshProject(from?: string): string {
  mkdirSync(PROJECTS, { recursive: true })
  const folder = freshIn(PROJECTS)
  if (from !== undefined)
    cpSync(from, folder, { recursive: true, filter: (path) => !NOT_COPIED.test(relative(from, path)) })
  return folder
}
