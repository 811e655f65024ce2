import { spawnSync } from 'node:child_process'
import { globSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { gunzipSync } from 'node:zlib'

const root = resolve(import.meta.dirname, '../..')

/** A fresh folder outside the repository. */
export const freshFolder = (): string => mkdtempSync(join(tmpdir(), 'aftermath-'))

/** Writes files (relative path to text) below a folder. */
export function writeFiles(folder: string, files: Readonly<Record<string, string | Uint8Array>>): void {
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    writeFileSync(join(folder, file), text)
  }
}

/** Runs the real build on a content folder, without pictures if `env` does not ask for them; gives exit code and what it said. */
export function buildSite(
  content: string,
  out: string,
  flags: readonly string[] = [],
  env: Readonly<Record<string, string>> = {},
): { status: number | null; said: string } {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['src/cli/bin.mjs', 'build', '--content', content, '--out', out, ...flags],
    {
      cwd: root,
      encoding: 'utf8',
      env: { ...process.env, NO_COLOR: '1', AFTERMATH_OG: '0', ...env },
    },
  )
  return { status, said: stdout + stderr }
}

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
