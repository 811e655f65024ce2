import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { connect } from 'node:net'
import { join, resolve } from 'node:path'
import test, { after, before } from 'node:test'
import { freshFolder, writeFiles } from './site.ts'

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

/** Sends bytes as they are, which no client of ours would; gives what was answered until the connection ended. */
const sent = (request: string): Promise<string> =>
  new Promise((answered) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(request, 'latin1'))
    let said = ''
    socket.on('data', (chunk: Buffer) => (said += chunk.toString('latin1')))
    socket.once('error', () => answered(said))
    socket.once('close', () => answered(said))
  })

const request = (line: string, headers: readonly string[] = [], host = 'localhost') =>
  [`${line} HTTP/1.1`, `Host: ${host}`, 'Connection: close', ...headers, '', ''].join('\r\n')

const ODD: readonly string[] = [
  ...[
    'bytes=5-2',
    'bytes=-',
    'bytes=a-b',
    'bytes=0-99999999999999999999',
    'bytes=-0',
    'lines=1-2',
    'bytes=1-2,0-0,5-3',
  ].map((range) => request('GET /index.html', [`Range: ${range}`])),
  ...['POST', 'PUT', 'DELETE', 'OPTIONS', 'TRACE', 'PROPFIND', 'HEAD', 'BREW'].map((method) => request(`${method} /`)),
  ...[
    '//',
    '/%',
    '/%00',
    '/%E0%A4%A',
    '/..%2f..%2fetc/passwd',
    '*',
    'http://[',
    '/\\..\\x',
    `/${'a'.repeat(9000)}`,
  ].map((path) => request(`GET ${path}`)),
  request('GET /', ['Content-Length: 99999']),
  request('GET /', ['Transfer-Encoding: chunked', 'Content-Length: 3']),
  request('GET /', ['If-None-Match: "', 'If-Modified-Since: the day after', 'Accept-Encoding: \u00ff']),
  'GET\r\n\r\n',
  '\u0000\u0001\u0002\r\n\r\n',
  'GET / HTTP/9.9\r\n\r\n',
]

test('no request ends a preview: it answers the next one', async () => {
  for (const odd of ODD) {
    await sent(odd)
    const next = await sent(request('GET /'))
    assert.match(next, /^HTTP\/1\.1 200 .*home page/s, `after ${JSON.stringify(odd.slice(0, 80))}`)
  }
})

test('a preview serves what asks for this machine by its name, and no other host', async () => {
  for (const host of ['localhost', 'localhost:4321', '127.0.0.1', '[::1]'])
    assert.match(await sent(request('GET /', [], host)), /^HTTP\/1\.1 200 /, host)
  for (const host of ['evil.example', 'localhost.evil.example', 'kb.internal']) {
    const answer = await sent(request('GET /', [], host))
    assert.match(answer, /^HTTP\/1\.1 403 /, host)
    assert.ok(!answer.includes('home page'), host)
  }
})

test('a preview deletes nothing beside its site, whether a build left it there or somebody else', async () => {
  assert.match(await sent(request('GET /')), /home page/)
  assert.deepEqual(readdirSync(folder).sort(), [...LEFT, OTHER, 'site'].sort())
})
