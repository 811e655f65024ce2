import { spawnSync } from 'node:child_process'
import { cpSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { isModule } from './manifest.ts'

/** A quoted path of a module of ours that ends in `.ts`: an import, or the address of a worker. */
const MODULE_PATH = /(['"])((?:#|\.{1,2}\/)[^'"\n]+)\.ts\1/g

/** Every file below a folder, by its path from there. */
const filesIn = (folder: string, pattern = '**/*'): string[] =>
  globSync(pattern, { cwd: folder, withFileTypes: true })
    .filter((item) => item.isFile())
    .map((item) => join(item.parentPath, item.name).slice(folder.length + 1))

/**
 * Compiles `src/` of the repository: JavaScript with declarations, and what needs no compiling as it is. Paths of
 * modules end in `.js` afterwards, in templates too.
 * @param root the repository.
 * @param lib folder to fill; what it holds is deleted.
 * @throws Error with the compiler's words where a source cannot be compiled.
 */
export function compile(root: string, lib: string): void {
  rmSync(lib, { recursive: true, force: true })
  const tsc = join(dirname(createRequire(join(root, 'package.json')).resolve('typescript/package.json')), 'bin/tsc')
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [tsc, '--project', 'tsconfig.package.json', '--outDir', lib],
    { cwd: root, encoding: 'utf8' },
  )
  if (status !== 0) throw new Error(`the sources could not be compiled:\n${stdout}${stderr}`)
  const source = join(root, 'src')
  for (const file of filesIn(source)) {
    if (isModule(file)) continue
    mkdirSync(dirname(join(lib, file)), { recursive: true })
    cpSync(join(source, file), join(lib, file))
  }
  for (const file of filesIn(lib, '**/*.{js,mjs,ts,astro}')) {
    const text = readFileSync(join(lib, file), 'utf8')
    const written = text.replace(MODULE_PATH, '$1$2.js$1')
    if (written !== text) writeFileSync(join(lib, file), written)
  }
}
