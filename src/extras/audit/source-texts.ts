import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { BuiltFile } from './built-files.ts'

/** The folder of the program: `src` in its repository, the compiled one in a package. */
const program = fileURLToPath(new URL('../..', import.meta.url))

/** The source files of the program: whatever words its pages add to those of records stand here. */
export const sourceFiles = (): BuiltFile[] =>
  globSync('**/*.{ts,js,mjs,css,svg,astro,mdx}', { cwd: program, exclude: ['**/*.d.ts'] })
    .sort()
    .map((file) => ({ file, text: readFileSync(join(program, file), 'utf8') }))

const LITERAL = /'([^'\n]*)'|"([^"\n]*)"|`([^`]*)`|>([^<>{}`]+)[<{]|\}([^<>{}`]+)[<{]/g

/** The texts that code prints: its string literals, the fixed parts of its templates, the text between its tags. */
export const literalsIn = (code: string): string[] =>
  [...code.matchAll(LITERAL)]
    .flatMap(([, single, double, template, ...between]) => [
      single,
      double,
      ...between,
      ...(template?.split(/\$\{[^}$]*\}/) ?? []),
    ])
    .filter((text) => text !== undefined)
