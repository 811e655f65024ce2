import assert from 'node:assert/strict'
import { connect, type AddressInfo } from 'node:net'
import { join } from 'node:path'
import test from 'node:test'
import { serve } from '../serve.ts'
import { freshFolder } from '../fresh-folder.ts'
import { writeFiles } from './site.ts'

/** Sends a request line as it is, which no client of ours would; gives the first line of the answer. */
const asked = (port: number, address: string): Promise<string> =>
  new Promise((answered, failed) => {
    const socket = connect(port, '127.0.0.1', () =>
      socket.write(`GET ${address} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`),
    )
    let said = ''
    socket.on('data', (chunk: Buffer) => (said += chunk.toString()))
    socket.once('end', () => answered(said.split('\r\n')[0] ?? ''))
    socket.once('error', failed)
  })

test('a server answers addresses that are none, and goes on', async () => {
  const folder = freshFolder()
  writeFiles(join(folder, 'site'), { 'index.html': 'home' })
  writeFiles(folder, { 'secret.txt': 'outside' })
  const server = await serve(join(folder, 'site'), '/', 0)
  const { port } = server.address() as AddressInfo
  try {
    assert.match(await asked(port, '//'), /400/)
    for (const outside of ['/../secret.txt', '/..%2fsecret.txt', '/%2e%2e/secret.txt', '/..\\secret.txt'])
      assert.match(await asked(port, outside), /404/, outside)
    assert.match(await asked(port, '/'), /200/)
  } finally {
    server.close()
  }
})
