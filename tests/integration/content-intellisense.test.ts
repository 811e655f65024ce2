import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import test from 'node:test'
import { pathToFileURL } from 'node:url'
import { astroSync } from '../build/site.ts'

const repository = resolve(import.meta.dirname, '../..')
const site = join(repository, 'tests/fixtures/own-site')
const modules = join(repository, 'node_modules')

interface Message {
  readonly id?: number
  readonly method?: string
  readonly result?: unknown
}

/** The real language server on a folder; `ask` resolves with its answer. */
function languageServer(folder: string) {
  const child = spawn(process.execPath, [join(modules, '@astrojs/language-server/bin/nodeServer.js'), '--stdio'], {
    cwd: folder,
  })
  const waiting = new Map<number, (result: unknown) => void>()
  let read = Buffer.alloc(0)
  child.stdout.on('data', (chunk: Buffer) => {
    read = Buffer.concat([read, chunk])
    for (;;) {
      const head = read.indexOf('\r\n\r\n')
      const end = head + 4 + Number(/Content-Length: (\d+)/.exec(read.subarray(0, Math.max(head, 0)).toString())?.[1])
      if (head < 0 || read.length < end) return
      const message = JSON.parse(read.subarray(head + 4, end).toString()) as Message
      read = read.subarray(end)
      if (message.id !== undefined && message.method !== undefined) send({ id: message.id, result: null })
      else if (message.id !== undefined) waiting.get(message.id)?.(message.result)
    }
  })
  const send = (message: object) => {
    const text = JSON.stringify({ jsonrpc: '2.0', ...message })
    child.stdin.write(`Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`)
  }
  const ask = (method: string, params: object) =>
    new Promise<unknown>((answered, failed) => {
      const id = waiting.size + 1
      waiting.set(id, answered)
      child.once('close', () => failed(new Error(`the server ended before it answered ${method}`)))
      send({ id, method, params })
    })
  return { ask, tell: (method: string, params: object) => send({ method, params }), stop: () => void child.kill() }
}

test('the settings of this repository ask the language server of Astro for front matter', () => {
  assert.match(readFileSync(join(repository, '.vscode/settings.json'), 'utf8'), /"astro\.content-intellisense": true/)
})

test('the language server of Astro completes and checks front matter, with the fields that a site adds', async (t) => {
  const { status, said } = astroSync(site)
  assert.equal(status, 0, said)
  const file = join(site, 'content/incidents/2026-03-02-crane-scheduler.mdx')
  const uri = pathToFileURL(file).href
  const text = readFileSync(file, 'utf8')
    .replace(/^severity: .+$/m, 'severity: hgih\nrecordSt')
    .replace(/^ticket: .+$/m, 'tick')
  const line = (start: string) => text.split('\n').indexOf(start)
  assert.ok(line('recordSt') > 0 && line('tick') > 0)

  const { ask, tell, stop } = languageServer(site)
  t.after(stop)
  const root = pathToFileURL(site).href
  await ask('initialize', {
    processId: process.pid,
    rootUri: root,
    workspaceFolders: [{ uri: root, name: 'site' }],
    capabilities: {},
    initializationOptions: { typescript: { tsdk: join(modules, 'typescript/lib') }, contentIntellisense: true },
  })
  tell('initialized', {})
  tell('textDocument/didOpen', { textDocument: { uri, languageId: 'mdx', version: 1, text } })
  const complete = async (start: string) =>
    JSON.stringify(
      await ask('textDocument/completion', {
        textDocument: { uri },
        position: { line: line(start), character: start.length },
      }),
    )
  const completed = await complete('recordSt')
  assert.match(completed, /"label":"recordStatus"/)
  assert.match(completed, /Where the record stands\./)
  assert.match(await complete('tick'), /"label":"ticket"/)
  const found = JSON.stringify(await ask('textDocument/diagnostic', { textDocument: { uri } }))
  assert.match(found, /Value is not accepted\. Valid values: \\"critical\\", \\"major\\", \\"minor\\"/)
})
