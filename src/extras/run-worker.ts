import { Worker } from 'node:worker_threads'

/** A thread at work. */
export interface RunningWorker<Answer> {
  /** What it answered, or why it could not. Never rejects, because nobody may be waiting yet when it fails. */
  readonly answer: Promise<Answer | Error>
  readonly tell: (message: unknown) => void
  /** Ends it, finished or not. */
  readonly stop: () => Promise<void>
}

/** Starts a thread that answers once. `work` is what it is given. */
export function startWorker<Answer>(module: URL, work: unknown): RunningWorker<Answer> {
  const worker = new Worker(module, { workerData: work })
  return {
    answer: new Promise((resolve) => {
      worker.once('message', resolve)
      worker.once('error', (error) => resolve(error instanceof Error ? error : new Error(String(error))))
      worker.once('exit', () => resolve(new Error('the thread ended early')))
    }),
    tell: (message) => worker.postMessage(message),
    stop: async () => void (await worker.terminate()),
  }
}
