import { spawnSync } from 'node:child_process'
import { globSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BuiltFile, builtFiles } from './built-files.ts'
import { codeHash } from '#content/code-hash.ts'
import type { Settings } from '#content/settings.ts'

const root = new URL('../..', import.meta.url).pathname

/** The product’s own source: whatever words its pages add to those of records stand here. */
export const sourceTexts = (): BuiltFile[] =>
  globSync('src/**/*.{ts,js,mjs,css,svg,astro,mdx}', { cwd: root })
    .sort()
    .map((file) => ({ file, text: readFileSync(join(root, file), 'utf8') }))

/** Where a site stands: what its bundled code depends on, besides the code. */
type Standing = Pick<Settings, 'base' | 'site'>

function buildShell(out: string, { base, site }: Standing): void {
  const content = mkdtempSync(join(tmpdir(), 'empty-content-'))
  try {
    writeFileSync(join(content, 'site.yaml'), 'title: Empty\ndescription: A knowledge base without records.\n')
    const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('AFTERMATH_')))
    const args = [
      'src/site/run/main.ts',
      'build',
      '--content',
      content,
      '--out',
      out,
      '--now',
      '2000-01-01',
      '--base',
      base,
      ...(site === undefined ? [] : ['--site', site]),
    ]
    const { status, stderr } = spawnSync(process.execPath, args, { cwd: root, env, encoding: 'utf8' })
    if (status !== 0) throw new Error(`the empty site that an audit compares with could not be built: ${stderr}`)
  } finally {
    rmSync(content, { recursive: true, force: true })
  }
}

/**
 * Every file of the site as it is without a single record, built once per state of the code and kept in the work folder. It stands where
 * the site does, so that the code which was bundled for that serves it, too.
 */
export function shellFiles(standing: Standing): Generator<BuiltFile> {
  const folder = join(root, '.aftermath', 'shell')
  const name = codeHash(root, standing.base, standing.site ?? '')
  mkdirSync(folder, { recursive: true })
  const kept = readdirSync(folder)
  if (!kept.includes(name)) {
    for (const old of kept) rmSync(join(folder, old), { recursive: true, force: true })
    buildShell(join(folder, name), standing)
  }
  return builtFiles(join(folder, name))
}
