import { type ChildProcess, fork } from 'node:child_process'
import { createServer, type Server, type Socket } from 'node:net'
import { text } from 'node:stream/consumers'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Answer, BuildRequest } from './build-worker.ts'

// One for each core of a small machine; and each build leaves something in memory (some 40 MB, after the first has
// taken 900), so none stays forever.
const WORKERS = 2
const BUILDS_OF_A_WORKER = 25

interface Worker {
  readonly child: ChildProcess
  builds: number
}

type Environment = Readonly<Record<string, string>>

const start = (env: Environment): Worker => ({
  child: fork(resolve(import.meta.dirname, 'build-worker.ts'), {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  }),
  builds: 0,
})

/** Has a worker build; a worker that dies of it is an answer, too. */
const ask = ({ child }: Worker, request: BuildRequest) =>
  new Promise<Answer>((answered) => {
    const died = (status: number | null) =>
      answered({ reply: { status: status ?? 1, stdout: '', stderr: 'the process died' }, last: true })
    child.once('exit', died)
    child.once('message', (answer) => {
      child.off('exit', died)
      answered(answer as Answer)
    })
    child.send(request)
  })

/**
 * Starts processes that stay and build for all test files, each one site at a time. A client writes a `BuildRequest` as
 * JSON to the socket, ends its side, and reads a `BuildReply`. Gives the path of the socket, and how to end it all.
 * @param env what the processes start with beside the variables of this one; each build has its own.
 */
export async function startBuildServer(env: Environment): Promise<{ socket: string; stop: () => void }> {
  const socket = join(tmpdir(), `aftermath-builds-${process.pid}.sock`)
  const idle: Worker[] = []
  const waiting: ((worker: Worker) => void)[] = []
  const all = new Set<Worker>()
  const begin = (): Worker => {
    const worker = start(env)
    all.add(worker)
    return worker
  }
  const take = () =>
    new Promise<Worker>((taken) => {
      const worker = idle.pop() ?? (all.size < WORKERS ? begin() : undefined)
      if (worker) taken(worker)
      else waiting.push(taken)
    })
  const giveBack = (worker: Worker, last: boolean): void => {
    const fit = !last && worker.builds < BUILDS_OF_A_WORKER
    if (!fit) {
      all.delete(worker)
      if (worker.child.connected) worker.child.disconnect()
    }
    const next = waiting.shift()
    if (next) next(fit ? worker : begin())
    else if (fit) idle.push(worker)
  }
  const serve = async (connection: Socket): Promise<void> => {
    const request = JSON.parse(await text(connection)) as BuildRequest
    const worker = await take()
    worker.builds += 1
    const { reply, last } = await ask(worker, request)
    giveBack(worker, last)
    connection.end(JSON.stringify(reply))
  }
  const server: Server = createServer({ allowHalfOpen: true }, (connection) => {
    serve(connection).catch((error: unknown) => connection.destroy(error instanceof Error ? error : undefined))
  })
  await new Promise<void>((listening) => server.listen(socket, listening))
  return {
    socket,
    stop: () => {
      server.close()
      for (const { child } of all) if (child.connected) child.disconnect()
    },
  }
}
