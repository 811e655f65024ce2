import { spawnSync } from 'node:child_process'
import { globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { freshFolder } from '../fresh-folder.ts'
import type { BuildRequest } from './build-worker.ts'

const root = resolve(import.meta.dirname, '../..')
const entries = { aftermath: 'src/cli/bin.mjs', astro: 'node_modules/astro/bin/astro.mjs' } as const

/** What a finished command left. */
interface Built {
  readonly status: number | null
  readonly said: string
}

/**
 * Runs a building command: by the build server of the run (`AFTERMATH_BUILD_SERVER`, see `tests/unit.ts`) where there
 * is one, else, and where it must be so, in a process of its own.
 */
function runTool(request: BuildRequest, alone: boolean): Built {
  const server = process.env['AFTERMATH_BUILD_SERVER']
  const { status, stdout, stderr } =
    alone || server === undefined
      ? spawnSync(process.execPath, [resolve(root, entries[request.tool]), ...request.args], {
          cwd: request.cwd,
          env: request.env,
          encoding: 'utf8',
        })
      : spawnSync(process.execPath, [resolve(import.meta.dirname, 'build-client.ts'), server], {
          input: JSON.stringify(request),
          encoding: 'utf8',
          maxBuffer: 1e9,
        })
  return { status, said: stdout + stderr }
}

// Settings of this run, and what Node tells a test file, are not for a build.
const environment = (extra: Readonly<Record<string, string>>): Record<string, string> => ({
  ...Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) =>
      value === undefined || /^(?:NODE_TEST|AFTERMATH_|INIT_CWD)/.test(name) ? [] : [[name, value]],
    ),
  ),
  NO_COLOR: '1',
  AFTERMATH_OG: '0',
  ASTRO_TELEMETRY_DISABLED: '1',
  ...extra,
})

/** Writes files (relative path to text) below a folder. */
export function writeFiles(folder: string, files: Readonly<Record<string, string | Uint8Array>>): void {
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    writeFileSync(join(folder, file), text)
  }
}

/**
 * Runs the real build on a content folder, without pictures if `env` does not ask for them; gives exit code and what it
 * said. Variables that are not ours (the time zone, the language, coverage) hold for a whole process, so a build with
 * such has one of its own.
 */
export const buildSite = (
  content: string,
  out: string,
  flags: readonly string[] = [],
  env: Readonly<Record<string, string>> = {},
): Built =>
  runTool(
    {
      tool: 'aftermath',
      args: ['build', '--content', content, '--out', out, ...flags],
      cwd: root,
      env: environment(env),
    },
    Object.keys(env).some((name) => !name.startsWith('AFTERMATH_')),
  )

/**
 * Runs a bare `astro build` in the folder of a project, without pictures if `env` does not ask for them; gives also the
 * fresh folder of its output. Loaded modules stay loaded: a changed project needs a path of its own. Where a build is
 * meant to fail, `aftermath build` leaves the process that builds fit for the next; `astro build` ends it.
 */
export function astroBuild(
  project: string,
  env: Readonly<Record<string, string>> = {},
  tool: BuildRequest['tool'] = 'astro',
): Built & { out: string } {
  const out = join(freshFolder(), 'dist')
  const request = {
    tool,
    args: ['build'],
    cwd: project,
    env: environment({ AFTERMATH_OUT: out, ...env }),
  } as const
  return { ...runTool(request, false), out }
}

/** Runs a bare `astro sync` in the folder of a project. */
export const astroSync = (project: string): Built =>
  runTool({ tool: 'astro', args: ['sync'], cwd: project, env: environment({}) }, false)

/** Builds a site and throws with what the build said where it does not exit 0. */
export function buildOrThrow(
  content: string,
  out: string,
  flags: readonly string[] = [],
  env: Readonly<Record<string, string>> = {},
): void {
  const { status, said } = buildSite(content, out, flags, env)
  if (status !== 0) throw new Error(`the build of ${content} ended with ${status}:\n${said}`)
}

/** Every file of a built folder with its bytes as text; the search index is unpacked. */
export function builtTexts(out: string): Map<string, string> {
  const files = globSync('**/*', { cwd: out, withFileTypes: true }).filter((item) => item.isFile())
  return new Map(
    files.map((item) => {
      const path = join(item.parentPath, item.name)
      const bytes = readFileSync(path)
      const text = bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes
      return [path.slice(out.length + 1), text.toString('utf8')]
    }),
  )
}
