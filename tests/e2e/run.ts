import { spawnSync } from 'node:child_process'
import { resolve } from 'node:path'
import { findChromium } from './chromium.ts'

// One Chromium for all workers: finding (or installing) it happens here, once, before any test starts.
process.env['CHROMIUM_PATH'] = findChromium()
// Node keeps what it compiled, for workers, servers and builds of this run.
process.env['NODE_COMPILE_CACHE'] = resolve(import.meta.dirname, '../../.aftermath/compile-cache')
// `npm run test:all`: every page in every variant, not a sample.
if (process.argv.includes('--everything')) process.env['AFTERMATH_EVERYTHING'] = '1'
const rest = process.argv.slice(2).filter((argument) => argument !== '--everything')
const result = spawnSync('npx', ['playwright', 'test', '--config', 'tests/e2e/playwright.config.ts', ...rest], {
  stdio: 'inherit',
})
process.exitCode = result.status ?? 1
