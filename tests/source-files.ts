import { globSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'

const root = resolve(import.meta.dirname, '..')

/** A file of the program or its tests. */
export interface SourceFile {
  /** Path from the root of the repository. */
  readonly path: string
  readonly text: string
  /** Modules it imports: a package, or a path from the root for what is ours. */
  readonly imports: readonly string[]
}

const IMPORT = /(?:^|[\n;])\s*(?:import|export)\s(?:[^'"`;]*?\sfrom\s+)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/g

function importsOf(path: string, text: string): string[] {
  return [...text.matchAll(IMPORT)].map(([, statik, dynamic]) => {
    const written = statik ?? dynamic ?? ''
    if (written.startsWith('#')) return `src/${written.slice(1)}`
    return written.startsWith('.') ? relative(root, resolve(root, dirname(path), written)) : written
  })
}

/** Every file below some folders that matches one of the endings, read. */
export function sourceFiles(folders: readonly string[], endings: readonly string[]): SourceFile[] {
  return folders
    .flatMap((folder) =>
      globSync(`${folder}/**/*.{${endings.join(',')},}`, {
        cwd: root,
        exclude: (name) => name === 'fixtures' || name === 'node_modules',
      }),
    )
    .filter((path) => endings.some((ending) => path.endsWith(`.${ending}`)))
    .sort()
    .map((path) => {
      const text = readFileSync(join(root, path), 'utf8')
      return { path, text, imports: importsOf(path, text) }
    })
}
