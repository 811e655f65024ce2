import { parseArgs } from 'node:util'
import { didYouMean } from '#text/suggest.ts'
import type { Arguments, Command, Flag } from './command.ts'
import { UsageError } from './context.ts'

const HELP: Flag = { means: 'Print this help.' }

/** The flags of a command together with those that every command has. */
export const flagsOf = (command: Pick<Command, 'flags'>): Readonly<Record<string, Flag>> => ({
  ...command.flags,
  help: HELP,
})

function checkValue(name: string, flag: Flag, value: string | undefined, inline: boolean): string {
  if (flag.value === undefined) {
    if (inline) throw new UsageError(`expected --${name} without a value, found "${value}"`)
    return ''
  }
  // "--content --out x" leaves out a value; a value that really begins with "-" is written --content=-x.
  if (value === undefined || value === '' || (!inline && value.startsWith('-') && value !== '-'))
    throw new UsageError(
      `expected a value after --${name} ` +
        `(${flag.oneOf?.join(', ') ?? flag.value}), found ${value ? `"${value}"` : 'nothing'}`,
    )
  if (flag.oneOf && !flag.oneOf.includes(value))
    throw new UsageError(
      `expected one of ${flag.oneOf.join(', ')} after --${name}, found "${value}".${didYouMean(value, flag.oneOf)}`,
    )
  return value
}

/**
 * Reads the arguments after a command's name by its table. Throws a UsageError for unknown flags, missing or wrong
 * values and a wrong number of arguments; with `help` among the flags nothing else is checked.
 */
export function readArguments(
  command: Pick<Command, 'name' | 'positionals' | 'flags'>,
  args: readonly string[],
): Arguments {
  const known = flagsOf(command)
  const options = Object.fromEntries(
    Object.entries(known).map(([name, { value }]) => [
      name,
      { type: value === undefined ? ('boolean' as const) : ('string' as const) },
    ]),
  )
  const { tokens, positionals } = parseArgs({
    args: [...args],
    options,
    strict: false,
    tokens: true,
    allowPositionals: true,
  })
  const flags: Record<string, string> = {}
  const given = tokens.filter((token) => token.kind === 'option')
  if (given.some(({ name }) => name === 'help' || name === 'h')) return { positionals: [], flags: { help: '' } }
  for (const { name, rawName, value, inlineValue } of given) {
    const flag = known[name]
    if (!flag)
      throw new UsageError(`unknown flag ${rawName}.${didYouMean(name, Object.keys(known)).replace('"', '"--')}`)
    if (flags[name] !== undefined) throw new UsageError(`expected --${name} once, found it again`)
    flags[name] = checkValue(name, flag, value, inlineValue ?? false)
  }
  const missing = command.positionals.filter((name) => !name.startsWith('['))[positionals.length]
  if (missing !== undefined) throw new UsageError(`expected ${missing} after "${command.name}", found nothing`)
  const extra = command.positionals.at(-1)?.endsWith('...]') ? undefined : positionals[command.positionals.length]
  if (extra !== undefined)
    throw new UsageError(
      `expected ${command.positionals.length === 0 ? 'no arguments' : `only ${command.positionals.join(' ')}`} ` +
        `after "${command.name}", found "${extra}"`,
    )
  return { positionals, flags }
}
