import { createHash } from 'node:crypto'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const CODE = ['src/**/*', 'public/**/*', 'astro.config.mjs', 'package-lock.json']

/** Twelve characters that change with every change of the program in `root`, of a package, or of Node, and with `more`. */
export function codeHash(root: string, ...more: readonly string[]): string {
  const hash = createHash('sha256').update([process.version, ...more].join('\n'))
  const files = globSync(CODE, { cwd: root, withFileTypes: true }).filter((item) => item.isFile())
  for (const file of files.map(({ parentPath, name }) => join(parentPath, name)).sort()) hash.update(`${file.slice(root.length)}\n`).update(readFileSync(file))
  return hash.digest('hex').slice(0, 12)
}
