import type { Command } from '../command.ts'

/**
 * Every command there is, in the order in which help lists them. Each is loaded when it is called: a command that
 * prints a record need not wait for all that builds a site.
 */
const LOAD: Readonly<Record<string, () => Promise<Command>>> = {
  check: async () => (await import('./check.ts')).checkCommand,
  show: async () => (await import('./show.ts')).showCommand,
  new: async () => (await import('./new.ts')).newCommand,
  import: async () => (await import('./import.ts')).importCommand,
  update: async () => (await import('./update.ts')).updateCommand,
  revise: async () => (await import('./revise.ts')).reviseCommand,
  retract: async () => (await import('./retract.ts')).retractCommand,
  cite: async () => (await import('./cite.ts')).citeCommand,
  refs: async () => (await import('./refs.ts')).refsCommand,
  suggest: async () => (await import('./suggest.ts')).suggestCommand,
  prompts: async () => (await import('./prompts.ts')).promptsCommand,
  cited: async () => (await import('./cited.ts')).citedCommand,
  archive: async () => (await import('./archive.ts')).archiveCommand,
  mcp: async () => (await import('./mcp.ts')).mcpCommand,
  export: async () => (await import('./export.ts')).exportCommand,
  release: async () => (await import('./release.ts')).releaseCommand,
  audit: async () => (await import('./audit.ts')).auditCommand,
  schemas: async () => (await import('./schemas.ts')).schemasCommand,
  strings: async () => (await import('./strings.ts')).stringsCommand,
  migrate: async () => (await import('./migrate.ts')).migrateCommand,
  'new-site': async () => (await import('./new-site.ts')).newSiteCommand,
  build: async () => (await import('./run-astro.ts')).buildCommand,
  dev: async () => (await import('./run-astro.ts')).devCommand,
  preview: async () => (await import('./run-astro.ts')).previewCommand,
  start: async () => (await import('./run-astro.ts')).startCommand,
}

/** Names of the commands, in the order in which help lists them. */
export const commandNames: readonly string[] = Object.keys(LOAD)

/** The command of a name; undefined where there is none. */
export const loadCommand = async (name: string): Promise<Command | undefined> =>
  Object.hasOwn(LOAD, name) ? LOAD[name]?.() : undefined

/** Every command, as help needs them. */
export const loadCommands = (): Promise<Command[]> => Promise.all(Object.values(LOAD).map((load) => load()))
