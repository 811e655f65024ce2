import { didYouMean } from '#text/suggest.ts'
import { SettingError } from '#content/settings.ts'
import { readArguments } from './arguments.ts'
import { commandNames, loadCommand, loadCommands } from './commands/index.ts'
import { commandHelp, generalHelp } from './help.ts'
import { done, type Result, Stopped, UsageError, type CommandContext } from './context.ts'
import { printable } from './printable.ts'
import { WriteError } from './write-problem.ts'

const wrong = (message: string, hint: string): Result => ({
  exitCode: 2,
  stdout: '',
  stderr: `aftermath: ${printable(message)}\n${hint}\n`,
})

async function help(name: string | undefined): Promise<Result> {
  if (name === undefined) return done(generalHelp(await loadCommands()))
  const command = await loadCommand(name)
  return command ? done(commandHelp(command)) : unknown(name)
}

function unknown(name: string): Result {
  const names = [...commandNames, 'help']
  return wrong(
    `unknown command "${name}".${didYouMean(name, names)}`,
    'Run "aftermath --help" for the commands there are.',
  )
}

/**
 * Runs the tool on its arguments (without `node` and the script). Faults of the program are thrown; those of its use
 * are not.
 */
export async function run(args: readonly string[], context: CommandContext): Promise<Result> {
  const [name, ...rest] = args
  if (name === undefined) return { exitCode: 2, stdout: '', stderr: generalHelp(await loadCommands()) }
  if (name === 'help' || name === '--help' || name === '-h') return help(rest[0])
  const command = await loadCommand(name)
  if (!command) return unknown(name)
  try {
    const given = readArguments(command, rest)
    return given.flags['help'] === undefined ? await command.run(context, given) : done(commandHelp(command))
  } catch (error) {
    if (error instanceof UsageError || error instanceof SettingError)
      return wrong(error.message, `Run "aftermath ${name} --help" for what it takes.`)
    if (error instanceof WriteError || error instanceof Stopped)
      return { exitCode: 1, stdout: '', stderr: `aftermath: ${printable(error.message)}\n` }
    throw error
  }
}
