import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import test, { after, before } from 'node:test'
import { ODD, request, sent } from './odd-requests.ts'
import { freshFolder } from '../fresh-folder.ts'
import { writeFiles } from './site.ts'

const root = resolve(import.meta.dirname, '../..')
let server: ChildProcess
let port = 0
let folder = ''
// What a build of a process that is dead left behind: no process has a number so large.
const LEFT = ['.site-99999999.building', '.site.previous']
// What only has such a name.
const OTHER = '.site-99999998.building'

before(async () => {
  folder = freshFolder()
  const out = join(folder, 'site')
  const site = { _headers: '', '404.html': 'none', 'data/refs.json': '{}', 'index.html': 'home page' }
  for (const name of ['site', ...LEFT]) writeFiles(join(folder, name), site)
  writeFiles(join(folder, OTHER), { 'chapter.txt': 'Years of work.' })
  server = spawn(process.execPath, ['src/cli/bin.mjs', 'preview', '--port', '0', '--out', out], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  port = await new Promise<number>((found, failed) => {
    server.stdout?.on('data', (chunk: Buffer) => {
      const [, given] = /http:\/\/localhost:(\d+)\//.exec(chunk.toString()) ?? []
      if (given !== undefined) found(Number(given))
    })
    server.once('exit', (code) => failed(new Error(`the preview ended with ${code}`)))
  })
})
after(() => server.kill())

test('no request ends a preview: it answers the next one', async () => {
  for (const odd of ODD) {
    await sent(port, odd)
    const next = await sent(port, request('GET /'))
    assert.match(next, /^HTTP\/1\.1 200 .*home page/s, `after ${JSON.stringify(odd.slice(0, 80))}`)
  }
})

test('a preview serves what asks for this machine by its name, and no other host', async () => {
  for (const host of ['localhost', 'localhost:4321', '127.0.0.1', '[::1]'])
    assert.match(await sent(port, request('GET /', [], host)), /^HTTP\/1\.1 200 /, host)
  for (const host of ['evil.example', 'localhost.evil.example', 'kb.internal']) {
    const answer = await sent(port, request('GET /', [], host))
    assert.match(answer, /^HTTP\/1\.1 403 /, host)
    assert.ok(!answer.includes('home page'), host)
  }
})

test('a preview deletes nothing beside its site, whether a build left it there or somebody else', async () => {
  assert.match(await sent(port, request('GET /')), /home page/)
  assert.deepEqual(readdirSync(folder).sort(), [...LEFT, OTHER, 'site'].sort())
})
