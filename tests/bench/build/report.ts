import process from 'node:process'
import { isMainThread } from 'node:worker_threads'

// Loaded before the measured script: after each line of progress it says how much processor time was used so far, and
// at the end how much in all.
const write = process.stderr.write.bind(process.stderr)
const used = (): number => process.resourceUsage().userCPUTime + process.resourceUsage().systemCPUTime

process.stderr.write = (chunk: string | Uint8Array, ...rest: unknown[]): boolean => {
  const written = Reflect.apply(write, process.stderr, [chunk, ...rest]) as boolean
  if (/^[A-Z].*…\n$/.test(String(chunk))) write(`stage ${used()}\n`)
  return written
}
// Workers load this file as well; the figures of the process hold theirs.
if (isMainThread) process.on('exit', () => write(`used ${used()}\n`))
