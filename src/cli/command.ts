import { readSettings, type Settings } from '#content/settings.ts'
import type { Result, CommandContext } from './context.ts'

/** A flag of a command, as help prints it and as arguments are read. */
export interface Flag {
  /** Name of the value in help (`FOLDER`); absent for flags that take none. */
  readonly value?: string
  /** The only values allowed. */
  readonly oneOf?: readonly string[]
  readonly means: string
}

/** Arguments of a command, after they were checked against its table. */
export interface Arguments {
  readonly positionals: readonly string[]
  readonly flags: Readonly<Partial<Record<string, string>>>
}

/** A command: its words and its function. Help is made from the same table. */
export interface Command {
  readonly name: string
  readonly summary: string
  /**
   * Names of its positional arguments: required (`ID`), optional (`[FILE]`), or any number at the end (`[FILES...]`).
   */
  readonly positionals: readonly string[]
  readonly flags: Readonly<Record<string, Flag>>
  /** Lines for help below the flags. */
  readonly notes: readonly string[]
  readonly run: (context: CommandContext, given: Arguments) => Promise<Result>
}

/** Flags that say which content is read and how; each overrides the environment variable AFTERMATH_<NAME>. */
export const SETTING_FLAGS = {
  content: { value: 'FOLDER', means: 'Content folder (default: content).' },
  audience: {
    value: 'LEVEL',
    means:
      'Read only what this TLP 2.0 level may see: CLEAR, GREEN, AMBER, AMBER+STRICT, ' +
      'RED. Without it everything is read, drafts and embargoes included.',
  },
  now: { value: 'DATE', means: 'The day or date-time that counts as now (default: today in UTC).' },
  site: { value: 'ORIGIN', means: 'Address of the site (default: url in site.yaml).' },
  base: { value: 'PATH', means: 'Path prefix under which the site is hosted (default: /).' },
  out: { value: 'FOLDER', means: 'Folder of the built site (default: dist).' },
} as const satisfies Record<string, Flag>

/** The settings of a run from its flags and environment. Throws a SettingError that says what to type. */
export const settingsOf = (context: CommandContext, { flags }: Arguments): Settings => ({
  ...readSettings(flags, context.env, context.cwd, context.clock),
  ...(context.schemas === undefined ? {} : { schemas: context.schemas }),
})

/** Whether an audience was asked for, by flag or environment. */
export const hasAudience = (context: CommandContext, { flags }: Arguments): boolean =>
  Boolean(flags['audience'] ?? context.env['AFTERMATH_AUDIENCE'])
