import assert from 'node:assert/strict'
import { mkdirSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { dirname, join, resolve } from 'node:path'
import test, { after, before } from 'node:test'
import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js'
import sirv from 'sirv'
import { z } from 'zod'
import { positionsCsv } from '#exports/positions-csv.ts'
import { precedents } from '#exports/precedents.ts'
import { refs } from '#exports/refs.ts'
import { everything, twin } from '#exports/twin.ts'
import { run } from '#cli/run.ts'
import { freshFolder } from '../fresh-folder.ts'
import { knowledgeOf, SMALL } from '../small.ts'

const bin = resolve(import.meta.dirname, '../../src/cli/bin.mjs')
const knowledge = knowledgeOf()

/** The data files of a built site, as far as the tools read them. */
function builtSite(): string {
  const folder = freshFolder()
  const put = (path: string, text: string) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  put('data/knowledge.json', JSON.stringify(everything(knowledge)))
  put('data/refs.json', JSON.stringify(refs(knowledge)))
  put('data/precedents.json', JSON.stringify(precedents(knowledge)))
  put('data/positions.csv', positionsCsv(knowledge))
  for (const entry of knowledge.entries) put(`${entry.kind}/${entry.id}.json`, JSON.stringify(twin(knowledge, entry)))
  return folder
}

const { NODE_COMPILE_CACHE } = process.env
const env = NODE_COMPILE_CACHE === undefined ? {} : { NODE_COMPILE_CACHE }

/** The command as an editor starts it; gives what a tool answers, and how to end it. */
async function connected(site: string) {
  const client = new Client({ name: 'test', version: '1' })
  await client.connect(new StdioClientTransport({ command: process.execPath, args: [bin, 'mcp', site], env }))
  const call = async (name: string, given: Record<string, unknown>) => {
    const { content, isError } = z
      .object({ content: z.array(z.object({ text: z.string() })), isError: z.boolean().default(false) })
      .parse(await client.callTool({ name, arguments: given }))
    return { text: content[0]?.text ?? '', isError }
  }
  return { client, call, close: () => client.close() }
}

const site = builtSite()
let editor: Awaited<ReturnType<typeof connected>>
before(async () => {
  editor = await connected(site)
})
after(() => editor.close())

const json = ({ text }: { text: string }): unknown => JSON.parse(text)
const hits = z.array(z.object({ reference: z.string(), url: z.string() }))

test('an editor finds, reads, cites and compares over the files of a built site, by tools that only read', async () => {
  const { client, call } = editor
  const { tools } = await client.listTools()
  assert.deepEqual(
    tools.map(({ name, annotations }) => [name, annotations?.readOnlyHint]),
    ['search', 'get', 'position', 'precedents', 'cite'].map((name) => [name, true]),
  )
  const [first] = hits.parse(json(await call('search', { query: 'routers of the hospital stopped' })))
  assert.match(first?.reference ?? '', /^2026-01-05-router-outage/)
  const part = await call('get', { reference: '2026-01-05-router-outage#e-withdrawn' })
  assert.match(part.text, /"url": "https:\/\/kb\.example\/incidents\/2026-01-05-router-outage\/#e-withdrawn"/)
  assert.match(part.text, /"sources": /)
  const near = await call('precedents', {
    change: 'Rollout of the update: all routers of the hospital at once, without stages.',
  })
  assert.match(near.text, /2026-01-05-router-outage#q-stages/)
  assert.deepEqual(json(await call('precedents', { change: 'Lunch moves to one o’clock.' })), [])
  const context = { env: { AFTERMATH_CONTENT: SMALL, AFTERMATH_SITE: 'https://kb.example' }, cwd: '/' }
  const own = await run(['cite', '2026-01-05-router-outage#e-withdrawn', '--as', 'ris'], {
    ...{ ...context, clock: Date.UTC(2026, 5, 1), color: false, columns: undefined, progress: () => {} },
  })
  const cited = await call('cite', { reference: '2026-01-05-router-outage#e-withdrawn', form: 'ris' })
  assert.equal(cited.text, own.stdout, 'byte for byte as the command line and the site cite')
})

test('a position is given as of a day: the one held then, and none before the first', async () => {
  const { call } = editor
  const [row] = positionsCsv(knowledge)
    .replace(/^\ufeff/, '')
    .split('\r\n')
    .slice(1)
  const [organization = ''] = (row ?? '').split(',')
  const said = z.object({ asOf: z.string(), positions: z.array(z.object({ from: z.string(), url: z.string() })) })
  const now = said.parse(json(await call('position', { organization })))
  assert.ok(now.positions.length > 0)
  const before = said.parse(json(await call('position', { organization, asOf: '1990-01-01' })))
  assert.deepEqual(before, { asOf: '1990-01-01', positions: [] })
})

test('what is asked wrongly is answered with what there is', async () => {
  const { call } = editor
  for (const [name, given, says] of [
    ['get', { reference: '2026-01-05-router-outag' }, /there is no record .*Did you mean "2026-01-05-router-outage"/],
    ['get', { reference: '2026-01-05-router-outage#e-no' }, /has no part "e-no"; it has .*e-withdrawn/],
    ['get', { reference: '../../etc/passwd' }, /expected id, id#part/],
    ['position', { organization: 'nobody' }, /there is no organization "nobody"/],
    ['position', { organization: 'acme', asOf: 'yesterday' }, /expected a day such as 2024-09-12/],
    ['position', { organization: 'acme', asOf: '2024-02-31' }, /expected a day such as 2024-09-12, found "2024-02-31"/],
    [
      'position',
      { organization: 'acme', topic: 'staged-update' },
      /there is no topic "staged-update"\. Did you mean "staged-updates"/,
    ],
  ] as const) {
    const { text, isError } = await call(name, given)
    assert.equal(isError, true)
    assert.match(text, says)
  }
})

test('the same over the address of a published site', async (t) => {
  const server = createServer(sirv(site, { dev: true }))
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  t.after(() => server.close())
  const address = server.address()
  assert.ok(address && typeof address === 'object')
  const { call, close } = await connected(`http://127.0.0.1:${address.port}/`)
  t.after(close)
  assert.match((await call('get', { reference: '2026-01-05-router-outage' })).text, /"recordKind": "incidents"/)
  assert.match((await call('cite', { reference: '2026-01-05-router-outage' })).text, /kb\.example/)
})

test('without a built site the command says so', async () => {
  const { exitCode, stderr } = await run(['mcp', '/nowhere'], {
    ...{ env: {}, cwd: '/', clock: 0, color: false, columns: undefined, progress: () => {} },
  })
  assert.equal(exitCode, 2)
  assert.match(stderr, /expected a file, found nothing at \/nowhere\/data\/refs\.json/)
})
