import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import type { TestContext } from 'node:test'
import { run } from '#cli/run.ts'
import type { Result } from '#cli/context.ts'
import type { Finding } from '#schema/finding.ts'

/** A whole, honest content folder. */
export const SMALL = resolve(import.meta.dirname, 'fixtures/small')

/**
 * A fresh folder outside the repository that goes with the test; `content/` in it is the small folder with files
 * written over it.
 */
export function contentFolder(
  t: TestContext,
  files: Readonly<Record<string, string | Uint8Array>> = {},
  base: string | null = SMALL,
): string {
  const folder = mkdtempSync(join(tmpdir(), 'aftermath-test-'))
  t.after(() => rmSync(folder, { recursive: true, force: true }))
  if (base !== null) cpSync(base, join(folder, 'content'), { recursive: true })
  for (const [file, text] of Object.entries(files)) {
    const path = join(folder, 'content', file)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, text)
  }
  return folder
}

/** Runs the command line in-process, as if in a folder, without a terminal. */
export const cli = (
  cwd: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Result> =>
  run(args, { env, cwd, clock: Date.UTC(2026, 5, 1, 12), color: false, columns: undefined, progress: () => {} })

/** What the check finds in a folder, and its exit code. */
export async function found(cwd: string, ...flags: string[]): Promise<{ exitCode: number; findings: Finding[] }> {
  const { exitCode, stdout } = await cli(cwd, ['check', '--format', 'json', ...flags])
  return { exitCode, findings: JSON.parse(stdout) as Finding[] }
}
