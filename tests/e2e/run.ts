import { spawnSync } from 'node:child_process'
import { findChromium } from './chromium.ts'

// One Chromium for all workers: finding (or installing) it happens here, once, before any test starts.
process.env['CHROMIUM_PATH'] = findChromium()
const result = spawnSync('npx', ['playwright', 'test', '--config', 'tests/e2e/playwright.config.ts', ...process.argv.slice(2)], { stdio: 'inherit' })
process.exitCode = result.status ?? 1
