import { flagsOf } from './arguments.ts'
import type { Command } from './command.ts'
import { wrap } from '#text/wrap.ts'

const WIDTH = 100

function columns(rows: readonly (readonly [string, string])[]): string {
  const left = Math.max(...rows.map(([name]) => name.length)) + 4
  return rows
    .map(([name, means]) => `${`  ${name}`.padEnd(left)}${wrap(means, WIDTH - left).join(`\n${' '.repeat(left)}`)}`)
    .join('\n')
}

/** The help of the whole tool. */
export function generalHelp(commands: readonly Command[]): string {
  const rows = commands.map((command) => [[command.name, ...command.positionals].join(' '), command.summary] as const)
  return `Usage: aftermath COMMAND [FLAGS]

${columns([...rows, ['help [COMMAND]', 'Print this help, or that of a command.']])}

Exit code: 0 clean, 1 findings of level error, 2 wrong usage. Run "aftermath COMMAND --help" for its flags.
`
}

/** The help of one command of a tool. */
export function commandHelp(command: Omit<Command, 'run'>, tool = 'aftermath'): string {
  const rows = Object.entries(flagsOf(command)).map(
    ([name, { value, means, oneOf }]) =>
      [`--${name}${value === undefined ? '' : ` ${oneOf?.join('|') ?? value}`}`, means] as const,
  )
  const notes = command.notes.map((note) => wrap(note, WIDTH).join('\n')).join('\n')
  return `Usage: ${[tool, command.name, ...command.positionals].join(' ')} [FLAGS]

${wrap(command.summary, WIDTH).join('\n')}

${columns(rows)}
${notes === '' ? '' : `\n${notes}\n`}`
}
