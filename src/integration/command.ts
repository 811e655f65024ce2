import { readSettings, SettingError, type Settings } from '#content/settings.ts'
import { readArguments } from '#cli/arguments.ts'
import { readBoth, type Readings } from '#extras/audit/audit-site.ts'
import { checkContent, hasErrors } from '#cli/check-content.ts'
import { SETTING_FLAGS } from '#cli/command.ts'
import { crashReport } from '#cli/crash.ts'
import { commandHelp } from '#cli/help.ts'
import { pretty } from '#cli/report/pretty.ts'
import { UsageError } from '#cli/world.ts'
import { startBundle } from './bundle.ts'
import { build, DisclosureError, exportSettings, progress } from './build.ts'
import { repair } from './swap.ts'
import { serve } from './serve.ts'
import { checkTarget } from './target.ts'

const audience = {
  value: 'LEVEL',
  means: 'TLP 2.0 level that the site is built for: CLEAR (default), GREEN, AMBER, AMBER+STRICT, RED.',
}
const FLAGS = { ...SETTING_FLAGS, audience, port: { value: 'NUMBER', means: 'Port to serve on (default: 4321).' } }
const COMMANDS = ['build', 'start', 'dev', 'preview'] as const
type Name = (typeof COMMANDS)[number]
const SUMMARY: Readonly<Record<Name, string>> = {
  build: 'Check the content and build the site.',
  start: 'Check the content, build the site, and serve it.',
  dev: 'Serve the site while you write; it follows the content.',
  preview: 'Serve the site as last built.',
}

/**
 * Checks the content as the build's audience will not see it: everything, drafts and embargoes included. Gives what the audit of the
 * build compares, or undefined where the content may not be built.
 */
function clean(settings: Settings): Readings | undefined {
  progress('Checking content …')
  const { toCheck, toShow, ...readings } = readBoth(settings)
  const { findings, restricted } = checkContent(settings, false, undefined, toCheck)
  // A build log is read by more people than the content: it must not name what the build leaves out.
  if (!restricted || settings.audience === 'RED')
    process.stderr.write(pretty(findings, { color: false, folder: settings.content }))
  else if (hasErrors(findings))
    progress(
      'The content has errors. They are not printed here, because it also holds what this build must not show; "npm run check" prints them.',
    )
  if (hasErrors(findings)) return undefined
  // What is left when something was removed must hold by itself: nothing may point at what is gone.
  if (restricted && hasErrors(checkContent(settings, true, undefined, toShow).findings)) {
    const { audience } = settings
    progress(
      `What TLP:${audience} may see has errors of its own, because something that it needs is above that level. Nothing was built; "npm run check -- --audience ${audience}" prints them.`,
    )
    return undefined
  }
  return readings
}

async function open(settings: Settings, port: number): Promise<void> {
  await repair(settings.out)
  const server = await serve(settings.out, settings.base, port)
  const address = server.address()
  // With --port 0 the machine chose one.
  const chosen = typeof address === 'object' && address !== null ? address.port : port
  process.stdout.write(
    `Aftermath is at http://localhost:${chosen}${settings.base === '/' ? '/' : `${settings.base}/`} (Ctrl+C stops it)\n`,
  )
  process.once('SIGINT', () => server.close(() => process.exit(0)))
  process.once('SIGTERM', () => server.close(() => process.exit(0)))
}

async function run(command: Name, settings: Settings, port: number, root: string): Promise<number> {
  if (command === 'dev') {
    exportSettings(settings)
    const { dev } = await import('astro')
    await dev({ root, server: { host: '127.0.0.1', port } })
    return 0
  }
  if (command === 'preview') {
    await open(settings, port)
    return 0
  }
  checkTarget(settings, root)
  const bundling = startBundle(settings, root)
  try {
    const readings = clean(settings)
    if (!readings) return 1
    await build(settings, root, readings, bundling)
  } finally {
    bundling.stop()
  }
  if (command === 'start') await open(settings, port)
  return 0
}

function portOf(value = '4321'): number {
  const port = Number(value)
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new UsageError(`expected a port from 0 to 65535 after --port, found "${value}"`)
  return port
}

async function main([first = '', ...rest]: readonly string[], root: string): Promise<number> {
  const command = COMMANDS.find((name) => name === first)
  if (!command) throw new UsageError(`expected one of ${COMMANDS.join(', ')}, found "${first}"`)
  const given = readArguments({ name: command, positionals: [], flags: FLAGS }, rest)
  if (given.flags['help'] !== undefined) {
    process.stdout.write(
      commandHelp(
        { name: `${command} --`, summary: SUMMARY[command], positionals: [], flags: FLAGS, notes: [] },
        'npm run',
      ),
    )
    return 0
  }
  // Pictures are for links to a published site: drawn by a build unless it is told not to.
  const env = { ...process.env, AFTERMATH_OG: command === 'build' && process.env['AFTERMATH_OG'] !== '0' ? '1' : '0' }
  return run(command, readSettings(given.flags, env, process.cwd(), Date.now()), portOf(given.flags['port']), root)
}

/** Runs `npm run build`, `start`, `dev` or `preview` with its arguments in a checkout; sets the exit code of the process. */
export async function command(args: readonly string[], root: string): Promise<void> {
  try {
    process.exitCode = await main(args, root)
  } catch (error) {
    const misused = error instanceof SettingError || error instanceof UsageError
    progress(
      misused || error instanceof DisclosureError ? error.message : crashReport(error, ['npm run', ...args].join(' ')),
    )
    process.exitCode = misused ? 2 : 1
  }
}
