import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { transform } from 'esbuild'
import { createIndex } from 'pagefind'

/** A command line to run as if in a process of its own. */
export interface BuildRequest {
  readonly tool: 'aftermath' | 'astro'
  readonly args: readonly string[]
  readonly cwd: string
  readonly env: Readonly<Record<string, string>>
}

/** What a process that ran it would have left. */
export interface BuildReply {
  readonly status: number
  readonly stdout: string
  readonly stderr: string
}

const root = resolve(import.meta.dirname, '../..')
const scripts = {
  aftermath: resolve(root, 'src/cli/main.ts'),
  astro: resolve(root, 'node_modules/astro/dist/cli/index.js'),
} as const

/** The answer of a worker; the `last` one is followed by its end. */
export interface Answer {
  readonly reply: BuildReply
  readonly last: boolean
}

let said = { stdout: '', stderr: '' }
let answered = true
/** Sends the answer of the run that goes on, if it has none. */
function answer(status: number, last = false): void {
  if (answered) return
  answered = true
  process.send?.({ reply: { status, ...said }, last } satisfies Answer, () => {
    if (last) process.kill(process.pid, 'SIGTERM')
  })
}

/** What would end a process of its own ends this one. */
function fail(error: unknown): void {
  said.stderr += error instanceof Error ? (error.stack ?? error.message) : String(error)
  answer(1, true)
}

/**
 * Runs a tool in this process. Loading Astro, Vite and the compilers takes more than half the work of a small build; a
 * process that stays does it once. The entry script of the tool is evaluated anew each time, with its own arguments,
 * folder and environment. A tool that ends its process ends this one, after the answer.
 */
async function run({ tool, args, cwd, env }: BuildRequest, count: number): Promise<void> {
  answered = false
  said = { stdout: '', stderr: '' }
  for (const stream of ['stdout', 'stderr'] as const)
    process[stream].write = (chunk: string | Uint8Array) => {
      said[stream] += typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString('utf8')
      return true
    }
  process.env = { ...env }
  process.argv = [process.execPath, scripts[tool], ...args]
  process.exitCode = undefined
  process.exit = (code) => {
    answer(Number(code ?? process.exitCode ?? 0), true)
    // The caller takes it that nothing of it runs after this.
    throw new Error('the process ends')
  }
  process.chdir(cwd)
  try {
    if (tool === 'aftermath') await import(`${pathToFileURL(scripts.aftermath).href}?run=${count}`)
    else {
      const { cli } = (await import(pathToFileURL(scripts.astro).href)) as {
        readonly cli: (argv: readonly string[]) => Promise<void>
      }
      await cli(process.argv)
    }
    answer(Number(process.exitCode ?? 0))
  } catch (error) {
    fail(error)
  }
}

// The processes of Pagefind and esbuild stay in the folder in which they start, which must outlive the project of any
// build.
const { index } = await createIndex()
await index?.deleteIndex()
await transform('')

let count = 0
process.stdout.setMaxListeners(0)
process.on('uncaughtException', fail)
process.on('unhandledRejection', fail)
process.on('message', (request) => {
  void run(request as BuildRequest, ++count)
})
process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'))
