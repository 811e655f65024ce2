import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { resolve } from 'node:path'
import { startBuildServer } from '../build/build-server.ts'
import { findChromium } from './chromium.ts'

// One Chromium for all workers: finding (or installing) it happens here, once, before any test starts.
process.env['CHROMIUM_PATH'] = findChromium()
// Node keeps what it compiled, for workers, servers and builds of this run.
process.env['NODE_COMPILE_CACHE'] = resolve(import.meta.dirname, '../../.aftermath/compile-cache')
// `npm run test:all`: every page in every variant, not a sample.
if (process.argv.includes('--everything')) process.env['AFTERMATH_EVERYTHING'] = '1'
// Sites of fixtures are built by one process, one after another; it begins with the first.
const { socket, stop } = await startBuildServer({})
process.env['AFTERMATH_BUILD_SERVER'] = socket
const rest = process.argv.slice(2).filter((argument) => argument !== '--everything')
const run = spawn('npx', ['playwright', 'test', '--config', 'tests/e2e/playwright.config.ts', ...rest], {
  stdio: 'inherit',
})
const [status] = (await once(run, 'close')) as [number | null]
stop()
process.exitCode = status ?? 1
