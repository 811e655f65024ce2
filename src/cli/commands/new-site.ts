import { spawnSync } from 'node:child_process'
import {
  copyFileSync,
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { basename, dirname, join, relative, resolve, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { makeFolder } from '#content/make-folder.ts'
import { visible } from '#schema/characters.ts'
import type { Command } from '../command.ts'
import { writeSchemas } from '../write-schemas.ts'
import { done, UsageError, type CommandContext } from '../context.ts'
import { writeProblem } from '../write-problem.ts'

/** Folder of the package: the repository, or where npm put it. */
const engine = fileURLToPath(new URL('../../..', import.meta.url)).replace(/[\\/]$/, '')
const STARTER = join(engine, 'examples', 'starter')
/** Packs the repository; an installed package has no such script. */
const PACK_SCRIPT = join(engine, 'scripts', 'package.ts')

/** npm leaves files of this name out of a tarball, so this one is written. */
const GITIGNORE = ['node_modules/', 'dist/', '.astro/', '.aftermath/', '.DS_Store', '']
/** What is no part of the starter, where somebody has run it in its place. */
const NOT_COPIED = ['node_modules', 'dist', '.astro', '.aftermath', 'package-lock.json']

const names = z.record(z.string(), z.string())
const ownManifest = z.object({
  version: z.string(),
  dependencies: names,
  peerDependencies: names.default({}),
})
const siteManifest = z.record(z.string(), z.unknown())

const isOutside = (folder: string, path: string): boolean => {
  const way = relative(folder, path)
  return way === '..' || way.startsWith(`..${sep}`)
}

/**
 * Throws a UsageError unless the folder is free: absent, empty or a fresh Git repository, and outside of this package.
 */
function requireFree(folder: string): void {
  if (!isOutside(engine, folder))
    throw new UsageError(
      `expected a folder outside of ${engine}, which is the program, found ` +
        `${folder}. Name one beside it, such as ../our-incidents`,
    )
  if (!existsSync(folder)) return
  if (!statSync(folder).isDirectory())
    throw new UsageError(`expected a new or empty folder, found a file at ${folder}. Name another`)
  const first = readdirSync(folder).find((name) => name !== '.git')
  if (first !== undefined)
    throw new UsageError(
      `expected a new or empty folder, found "${first}" in ${folder}. Name another, or move what is there`,
    )
}

/** A folder's name as npm takes it for the name of a package. */
const packageName = (folder: string): string =>
  basename(folder)
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '') || 'our-incidents'

/**
 * What the site's package.json asks for: this version; in the repository, whose state may never have been published, a
 * tarball of it that is put into the folder; or what was asked for.
 */
function packageFor(folder: string, version: string, asked: string | undefined, context: CommandContext): string {
  if (asked !== undefined && asked.endsWith('.tgz')) {
    const file = resolve(context.cwd, asked)
    if (!existsSync(file)) throw new UsageError(`expected a tarball or a version after --package, found no ${file}`)
    copyFileSync(file, join(folder, basename(file)))
    return `file:${basename(file)}`
  }
  if (asked !== undefined || !existsSync(PACK_SCRIPT)) return asked ?? version
  context.progress('Packing astro-aftermath …')
  const { status, stdout, stderr } = spawnSync(process.execPath, [PACK_SCRIPT, 'to', folder], { encoding: 'utf8' })
  if (status !== 0) throw new Error(stderr)
  return `file:${stdout.trim()}`
}

/** Pins the versions that the site is begun with in its package.json, and names it after its folder. */
function pin(site: string, folder: string, asked: string | undefined, context: CommandContext): void {
  const own = ownManifest.parse(JSON.parse(readFileSync(join(engine, 'package.json'), 'utf8')))
  const astro = (own.peerDependencies['astro'] ?? own.dependencies['astro'] ?? '').replace('^', '')
  const file = join(site, 'package.json')
  const read = siteManifest.parse(JSON.parse(readFileSync(file, 'utf8')))
  const dependencies = { astro, 'astro-aftermath': packageFor(site, own.version, asked, context) }
  writeFileSync(file, `${JSON.stringify({ ...read, name: packageName(folder), dependencies }, null, 2)}\n`)
}

/** Makes the folder a Git repository. Says what there is to say of it. */
function initialiseGit(folder: string): string {
  if (existsSync(join(folder, '.git'))) return ''
  const git = (...args: string[]) => spawnSync('git', args, { cwd: folder, encoding: 'utf8' })
  const { error, stdout } = git('rev-parse', '--is-inside-work-tree')
  if (error) return 'Git was not found: once it is installed, type "git init -b main" in the folder.\n'
  if (stdout.trim() === 'true') return 'The folder lies in a Git repository already, and none was made in it.\n'
  const made = git('init', '--quiet')
  // The workflows publish "main"; older versions of Git cannot be told so by "init".
  if (made.status === 0) git('symbolic-ref', 'HEAD', 'refs/heads/main')
  return made.status === 0 ? '' : `Git could not make a repository of the folder: ${made.stderr}`
}

/** A path as a shell takes it. */
const quoted = (path: string): string => (/^[\w./\\:-]+$/.test(path) ? path : `"${path}"`)

/**
 * Puts the site together beside its place and moves it there, so that it is whole or not there. Says what there is to
 * say of it.
 */
function writeSite(folder: string, asked: string | undefined, context: CommandContext): string {
  const scratch = join(dirname(folder), `.${basename(folder)}-${process.pid}.new`)
  try {
    makeFolder(dirname(folder))
    cpSync(STARTER, scratch, { recursive: true, filter: (path) => !NOT_COPIED.includes(basename(path)) })
    writeFileSync(join(scratch, '.gitignore'), GITIGNORE.join('\n'))
    writeSchemas(join(scratch, 'content'))
    pin(scratch, folder, asked, context)
    makeFolder(folder)
    for (const name of readdirSync(scratch)) renameSync(join(scratch, name), join(folder, name))
  } catch (error) {
    throw error instanceof UsageError ? error : writeProblem(error, folder)
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
  return initialiseGit(folder)
}

export const newSiteCommand: Command = {
  name: 'new-site',
  summary: 'Begin a site of your own: an Astro project with four linked records, checks and publishing.',
  positionals: ['DIR'],
  flags: {
    package: {
      value: 'SPEC',
      means:
        'What package.json asks for in place of this version of astro-aftermath: ' +
        'another version, or a tarball (.tgz), which is copied into the folder.',
    },
  },
  notes: ['DIR is new or empty. In the repository of Aftermath the site gets a tarball of the repository as it is.'],
  async run(context, given) {
    const { env, cwd } = context
    // npm runs scripts in the folder of their package; INIT_CWD is where the person stands.
    const standing = (env['npm_lifecycle_event'] === 'new-site' ? env['INIT_CWD'] : undefined) ?? cwd
    const folder = resolve(standing, given.positionals[0] ?? '')
    requireFree(folder)
    const note = writeSite(folder, given.flags['package'], { ...context, cwd: standing })
    const way = relative(standing, folder)
    const shown = way.length < folder.length ? way : folder
    return done(
      `Wrote ${visible(folder)}\n${note}Next:\n  cd ${visible(quoted(shown))}\n  npm install\n  npm run dev\n`,
    )
  },
}
