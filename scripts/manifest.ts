import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

const names = z.record(z.string(), z.string())

/** What is rewritten for publication; everything else is copied or belongs to the repository alone. */
const repositoryManifest = z.looseObject({
  exports: names,
  imports: names,
  bin: names,
  scripts: names,
  dependencies: names,
  peerDependencies: names.default({}),
})
const ONLY_HERE = ['private', 'scripts', 'devDependencies', 'allowScripts', 'overrides']

/** Whether a file is a module that the compiler turns into JavaScript; declarations are not. */
export const isModule = (path: string): boolean => /(?<!\.d)\.ts$/.test(path)

const compiled = (path: string): string => {
  const target = path.replace(/^(?:\.\/)?src\//, './lib/')
  return isModule(target) ? target.replace(/\.ts$/, '.js') : target
}

/** The target of an entry point; a module comes with its declarations. */
function entryPoint(path: string): string | { readonly types: string; readonly default: string } {
  const target = compiled(path)
  return isModule(path) ? { types: target.replace(/\.js$/, '.d.ts'), default: target } : target
}

const mapValues = <T>(values: Readonly<Record<string, string>>, map: (value: string) => T): Record<string, T> =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, map(value)]))

/**
 * The package.json to publish: entry points lead to `lib/`, and nothing is left that serves the repository alone.
 * @param text that of the repository.
 */
export function publishedManifest(text: string): string {
  const read: unknown = JSON.parse(text)
  const given = repositoryManifest.parse(read)
  const { astro = '', ...dependencies } = given.dependencies
  const { prepack, postpack } = given.scripts
  const published = {
    // In the order of the repository's file, which the schema does not keep.
    ...Object.fromEntries(Object.entries(read as object).filter(([name]) => !ONLY_HERE.includes(name))),
    exports: mapValues(given.exports, entryPoint),
    imports: mapValues(given.imports, compiled),
    bin: mapValues(given.bin, compiled),
    // An interrupted pack leaves this file in the place of the other: the next pack has to find them in it.
    scripts: { prepack, postpack },
    dependencies,
    // The site brings its Astro, so that there is one.
    peerDependencies: { ...given.peerDependencies, astro: `^${astro}` },
  }
  return `${JSON.stringify(published, null, 2)}\n`
}

/** The files that take part when package.json is exchanged; the last two exist only until it is put back. */
function places(root: string) {
  const folder = join(root, '.aftermath', 'pack')
  return {
    manifest: join(root, 'package.json'),
    folder,
    original: join(folder, 'original.json'),
    published: join(folder, 'published.json'),
  }
}

/** Writes a file so that it is the old one or the new one, whole. */
function replace(file: string, bytes: string | Uint8Array): void {
  const next = `${file}.${process.pid}`
  writeFileSync(next, bytes)
  renameSync(next, file)
}

/**
 * Puts the package.json of the repository back, byte for byte, where a pack left the published one, and deletes what
 * that pack compiled.
 * @throws Error where package.json was changed since, with what to type.
 */
export function restoreManifest(root: string): void {
  const { manifest, folder, original, published } = places(root)
  rmSync(join(root, 'lib'), { recursive: true, force: true })
  const current = readFileSync(manifest)
  const isPublished = existsSync(published) && current.equals(readFileSync(published))
  if (isPublished) replace(manifest, readFileSync(original))
  else if (/"\.\/lib\//.test(current.toString()))
    throw new Error(
      'package.json is the one that an interrupted "npm pack" left, and was changed ' +
        'since. Take back that of the repository: git checkout package.json',
    )
  rmSync(folder, { recursive: true, force: true })
}

/** Puts the published package.json in the place of the repository's, which is kept for `restoreManifest`. */
export function exchangeManifest(root: string): void {
  const { manifest, folder, original, published } = places(root)
  const bytes = readFileSync(manifest)
  const text = publishedManifest(bytes.toString())
  mkdirSync(folder, { recursive: true })
  writeFileSync(original, bytes)
  writeFileSync(published, text)
  replace(manifest, text)
}
