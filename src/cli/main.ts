import { crashReport } from './crash.ts'
import { run } from './run.ts'

const WORTH_SAYING = 1000
const args = process.argv.slice(2)
const began = Date.now()

// A reader that has seen enough (head, less) closes the pipe; that is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  process.exit()
})

try {
  const { exitCode, stdout, stderr } = await run(args, {
    env: process.env,
    cwd: process.cwd(),
    clock: began,
    color: process.stdout.isTTY && !process.env['NO_COLOR'] && process.env['TERM'] !== 'dumb',
    ...(process.stdin.isTTY ? {} : { stdin: async () => Buffer.concat(await process.stdin.toArray()) }),
    // A terminal that does not tell its width says 0.
    columns: process.stdout.isTTY && process.stdout.columns > 0 ? process.stdout.columns : undefined,
    progress: (line) => {
      if (process.stderr.isTTY && Date.now() - began > WORTH_SAYING) process.stderr.write(`${line}\n`)
    },
  })
  process.stderr.write(stderr)
  process.stdout.write(stdout)
  process.exitCode = exitCode
} catch (error) {
  process.stderr.write(crashReport(error, ['aftermath', ...args].join(' ')))
  process.exitCode = 1
}
