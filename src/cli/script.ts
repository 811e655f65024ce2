import { crashReport } from './crash.ts'
import { UsageError } from './world.ts'
import { WriteError } from './write-problem.ts'

/**
 * Runs an npm script of the engine: prints what it returns on stdout; wrong usage gives its message and exit code 2, a disk that
 * will not take the result its message and 1, a fault of the program a report and 1.
 */
export function script(name: string, run: () => string): void {
  try {
    process.stdout.write(run())
  } catch (error) {
    const known = error instanceof UsageError || error instanceof WriteError
    process.stderr.write(
      known ? `${name}: ${error.message}\n` : crashReport(error, [name, ...process.argv.slice(2)].join(' ')),
    )
    process.exitCode = error instanceof UsageError ? 2 : 1
  }
}
