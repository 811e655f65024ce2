import { readdirSync } from 'node:fs'
import { resolve } from 'node:path'

const out = resolve(import.meta.dirname, '../..', process.env['AFTERMATH_OUT'] ?? 'dist')

let known: readonly string[] | undefined

/** Every HTML page of the built site as a path from its root, sorted: `/`, `/incidents/`, … They are listed once. */
export const builtPages = (): readonly string[] =>
  (known ??= readdirSync(out, { recursive: true, encoding: 'utf8' })
    .map((file) => `/${file.replaceAll('\\', '/')}`)
    .filter((file) => file.endsWith('/index.html') && !file.startsWith('/pagefind/'))
    .map((file) => file.slice(0, -'index.html'.length))
    .sort())

export const builtFolder = out
