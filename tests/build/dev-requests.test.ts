import assert from 'node:assert/strict'
import { cpSync } from 'node:fs'
import { join } from 'node:path'
import test, { after, before } from 'node:test'
import { SMALL } from '../content-folder.ts'
import { startServer } from './command.ts'
import { ODD, request, sent } from './odd-requests.ts'
import { freshFolder } from '../fresh-folder.ts'

let port = 0
let server: Awaited<ReturnType<typeof startServer>> | undefined

before(async () => {
  const content = join(freshFolder(), 'content')
  cpSync(SMALL, content, { recursive: true })
  server = await startServer('dev', ['--content', content, '--port', '0'], {})
  port = Number(new URL(server.address).port)
})
after(() => server?.stop())

const page = (host: string) => sent(port, request('GET /data/refs.json', ['Accept: text/html'], host))

test('development serves what asks for this machine by its name, and no other host', async () => {
  for (const host of ['localhost', 'localhost:4321', '127.0.0.1', '[::1]'])
    assert.match(await page(host), /^HTTP\/1\.1 200 .*router-outage/s, host)
  for (const host of ['evil.example', 'localhost.evil.example', 'kb.internal', '127.0.0.1.evil.example']) {
    const answer = await page(host)
    assert.match(answer, /^HTTP\/1\.1 403 /, host)
    assert.ok(!answer.includes('router-outage'), host)
  }
})

test('no request ends development: it answers the next one', async () => {
  for (const odd of ODD) {
    await sent(port, odd)
    assert.match(await page('localhost'), /^HTTP\/1\.1 200 /, `after ${JSON.stringify(odd.slice(0, 80))}`)
  }
})
