import { parseArgs } from 'node:util'
import { dev } from 'astro'
import { readSettings, SettingError, type Settings } from '#reader/settings.ts'
import { checkContent, hasErrors } from '#cli/check-content.ts'
import { crashReport } from '#cli/crash.ts'
import { pretty } from '#cli/report/pretty.ts'
import { build, exportSettings, progress } from './build.ts'
import { serve } from './serve.ts'

const root = new URL('../../..', import.meta.url).pathname

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    content: { type: 'string' },
    out: { type: 'string' },
    audience: { type: 'string' },
    site: { type: 'string' },
    base: { type: 'string' },
    now: { type: 'string' },
    port: { type: 'string', default: '4321' },
  },
})

/** Checks the content as the build's audience will not see it: everything, drafts and embargoes included. Returns whether it may be built. */
function clean(settings: Settings): boolean {
  progress('Checking content …')
  const { findings } = checkContent(settings)
  process.stderr.write(pretty(findings, { color: false, folder: settings.content }))
  return !hasErrors(findings)
}

async function open(settings: Settings): Promise<void> {
  const server = await serve(settings.out, settings.base, Number(values.port))
  process.stdout.write(`Aftermath is at http://localhost:${values.port}${settings.base === '/' ? '/' : `${settings.base}/`} (Ctrl+C stops it)\n`)
  process.once('SIGINT', () => server.close(() => process.exit(0)))
  process.once('SIGTERM', () => server.close(() => process.exit(0)))
}

async function run(command: string | undefined, settings: Settings): Promise<number> {
  if (command === 'dev') {
    exportSettings(settings)
    await dev({ root, server: { host: '127.0.0.1', port: Number(values.port) } })
    return 0
  }
  if (command === 'preview') {
    await open(settings)
    return 0
  }
  if (!clean(settings)) return 1
  await build(settings, root)
  if (command === 'start') await open(settings)
  return 0
}

try {
  process.exitCode = await run(positionals[0], readSettings(values, process.env, process.cwd(), Date.now()))
} catch (error) {
  progress(error instanceof SettingError ? error.message : crashReport(error, ['npm run', ...positionals].join(' ')))
  process.exitCode = error instanceof SettingError ? 2 : 1
}
