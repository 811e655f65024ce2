import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { globSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { type BuiltFile, builtFiles } from './built-files.ts'
import { sourceFiles } from './source-texts.ts'
import type { Settings } from '#content/settings.ts'

/** Where a site stands: what its pages depend on, besides the code. */
type Place = Pick<Settings, 'base' | 'site'>

/** Twelve characters that change with the program, the project around it, and where the site stands. */
function stateOf(project: string, { base, site = '' }: Place): string {
  const hash = createHash('sha256').update([process.version, base, site].join('\n'))
  for (const { file, text } of sourceFiles()) hash.update(`${file}\n${text}`)
  for (const file of globSync(['src/**/*', 'astro.config.*', 'package-lock.json'], {
    cwd: project,
    withFileTypes: true,
  }))
    if (file.isFile()) hash.update(readFileSync(join(file.parentPath, file.name)))
  return hash.digest('hex').slice(0, 12)
}

function buildEmptySite(project: string, out: string, { base, site = '' }: Place): void {
  const content = mkdtempSync(join(tmpdir(), 'empty-content-'))
  try {
    writeFileSync(join(content, 'site.yaml'), 'title: Empty\ndescription: A knowledge base without records.\n')
    const astro = join(
      dirname(createRequire(join(project, 'package.json')).resolve('astro/package.json')),
      'bin/astro.mjs',
    )
    const env = {
      ...process.env,
      AFTERMATH_CONTENT: content,
      AFTERMATH_OUT: out,
      AFTERMATH_AUDIENCE: 'CLEAR',
      AFTERMATH_NOW: '2000-01-01',
      AFTERMATH_BASE: base,
      AFTERMATH_SITE: site,
      AFTERMATH_OG: '0',
    }
    const { status, stdout, stderr } = spawnSync(process.execPath, [astro, 'build'], {
      cwd: project,
      env,
      encoding: 'utf8',
    })
    if (status !== 0)
      throw new Error(`the empty site that an audit compares with could not be built: ${stdout}${stderr}`)
  } finally {
    rmSync(content, { recursive: true, force: true })
  }
}

/**
 * Every file of the site as it is without a single record, built once per state of the code and kept in the work
 * folder. It stands where the site does, so that addresses in it are the same.
 * @param project folder of the Astro project.
 */
export function emptySiteFiles(project: string, place: Place): Generator<BuiltFile> {
  const folder = join(project, '.aftermath', 'empty-site')
  const name = stateOf(project, place)
  mkdirSync(folder, { recursive: true })
  const kept = readdirSync(folder)
  if (!kept.includes(name)) {
    for (const old of kept) rmSync(join(folder, old), { recursive: true, force: true })
    buildEmptySite(project, join(folder, name), place)
  }
  return builtFiles(join(folder, name))
}
