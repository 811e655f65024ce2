import assert from 'node:assert/strict'
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import test from 'node:test'
import { cacheFolder } from '#extras/cache.ts'
import { builtFiles } from '#extras/audit/built-files.ts'
import { SMALL } from '../content-folder.ts'
import { freshFolder } from '../fresh-folder.ts'
import { buildSite } from './site.ts'

const root = resolve(import.meta.dirname, '../..')

test('a cache that was deleted, damaged, cut short or put out of reach changes no byte of a build', (t) => {
  const folder = freshFolder()
  const [content, out] = [join(folder, 'content'), join(folder, 'out')]
  cpSync(SMALL, content, { recursive: true })
  const cache = cacheFolder(root, { content, audience: 'CLEAR', base: '/', site: undefined })
  t.after(() => [folder, cache].forEach((path) => rmSync(path, { recursive: true, force: true })))
  const build = () => {
    const { status, said } = buildSite(content, out, ['--now', '2026-06-01'], { AFTERMATH_OG: '1' })
    assert.equal(status, 0, said)
    const files = [...builtFiles(out)].map(({ file, text }): [string, string] => [
      file,
      file.endsWith('.png') ? readFileSync(join(out, file), 'base64') : text,
    ])
    return { files: new Map(files), said }
  }
  const cold = build()
  assert.ok([...cold.files.keys()].some((file) => file.startsWith('og/')))
  const pictures = join(cache, 'pictures')
  const files = readdirSync(cache, { recursive: true, withFileTypes: true }).filter((item) => item.isFile())
  assert.ok(existsSync(pictures) && files.length > 4)
  for (const [index, { parentPath, name }] of files.entries()) {
    const path = join(parentPath, name)
    const bytes = readFileSync(path)
    // One is half-written, one has a byte changed in its middle, one is of another version, and one is gone.
    if (index % 4 === 0) truncateSync(path, Math.floor(bytes.length / 2))
    else if (index % 4 === 1) writeFileSync(path, bytes.fill(0, bytes.length >> 1, (bytes.length >> 1) + 1))
    else if (index % 4 === 2) writeFileSync(path, '{"version":0}')
    else rmSync(path)
  }
  assert.deepEqual(build().files, cold.files)
  // Not a folder: nothing can be read from it or written into it, whoever builds.
  rmSync(pictures, { recursive: true })
  writeFileSync(pictures, '')
  const without = build()
  assert.deepEqual(without.files, cold.files)
  assert.equal(without.said.match(/Pictures were not kept for the next build: /g)?.length, 1)
})
