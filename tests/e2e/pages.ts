import { globSync } from 'node:fs'
import { resolve } from 'node:path'

const out = resolve(import.meta.dirname, '../..', process.env['AFTERMATH_OUT'] ?? 'dist')

/** Every HTML page of the built site as a path from its root, sorted: `/`, `/incidents/`, … */
export const builtPages = (): string[] =>
  globSync('**/index.html', { cwd: out })
    .map((file) => `/${file.replaceAll('\\', '/').replace(/index\.html$/, '')}`)
    .filter((path) => !path.startsWith('/pagefind/'))
    .sort()

export const builtFolder = out
