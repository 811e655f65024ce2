import { spawnSync } from 'node:child_process'
import { findChromium } from './chromium.ts'

// One Chromium for all workers: finding (or installing) it happens here, once, before any test starts.
process.env['CHROMIUM_PATH'] = findChromium()
// `npm run test:all`: every page in every variant, not a sample.
const everyPage = process.argv.includes('--every-page')
if (everyPage) process.env['AFTERMATH_EVERY_PAGE'] = '1'
const rest = process.argv.slice(2).filter((argument) => argument !== '--every-page')
const result = spawnSync('npx', ['playwright', 'test', '--config', 'tests/e2e/playwright.config.ts', ...rest], {
  stdio: 'inherit',
})
process.exitCode = result.status ?? 1
