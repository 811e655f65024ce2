import assert from 'node:assert/strict'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Finding } from '#schema/finding.ts'
import { cli, SMALL } from '../content-folder.ts'
import { contentWith, mend, type Plant } from './planted.ts'
import { writeFiles } from './site.ts'

/** A folder of its own with the small content and plants in it, for as long as something is done with it. */
export async function withContent<T>(
  plants: readonly Plant[],
  work: (folder: string) => T | Promise<T>,
  isHidden?: (one: Plant) => boolean,
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'canaries-'))
  try {
    cpSync(SMALL, join(folder, 'content'), { recursive: true })
    writeFiles(join(folder, 'content'), contentWith(plants, isHidden))
    return await work(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const errorsOf = (plants: readonly Plant[]) =>
  withContent(plants, async (folder) =>
    (JSON.parse((await cli(folder, ['check', '--format', 'json'])).stdout) as Finding[]).filter(
      ({ level }) => level === 'error',
    ),
  )

/** Plants that pass the check: what the rules refuse in a made-up record is taken out of it. */
export async function sound(plants: readonly Plant[]): Promise<Plant[]> {
  const left = [...plants]
  for (let errors = await errorsOf(left); errors.length > 0; errors = await errorsOf(left))
    for (const { file, path } of errors) {
      const own = left.filter((one) => one.file === file && (one.list === undefined || path.startsWith(`${one.list}[`)))
      assert.ok(own.length > 0, `${file} ${path}`)
      if (!own.some((one) => mend(one, path))) left.splice(left.indexOf(own.at(-1) as Plant), 1)
    }
  return left
}
