import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import test from 'node:test'
import { gzipSync } from 'node:zlib'
import { json } from '../../src/elements/search/json.ts'

const packed = gzipSync(Buffer.concat([Buffer.from('"'), Buffer.alloc(65_000_000, 'a'), Buffer.from('"')]))

test('a file of another site that unpacks to more than any index, or that stops, is given up', async (t) => {
  const server = createServer(({ url }, response) => {
    response.setHeader('content-encoding', url === '/bomb' ? 'gzip' : 'identity')
    if (url === '/bomb') response.end(packed)
    else if (url === '/small') response.end('{"a":1}')
    else response.write('{')
  })
  t.after(() => {
    server.closeAllConnections()
    server.close()
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const address = server.address()
  assert.ok(address && typeof address === 'object')
  const site = `http://127.0.0.1:${address.port}`
  assert.ok(packed.length < 100_000)
  assert.deepEqual(await json(`${site}/small`), { a: 1 })
  await assert.rejects(json(`${site}/bomb`), /larger than any index/)
  await assert.rejects(json(`${site}/silent`, AbortSignal.timeout(50)), { name: 'TimeoutError' })
})
