import { defineConfig } from '@playwright/test'

const port = Number(process.env['AFTERMATH_TEST_PORT'] ?? 4399)
const out = process.env['AFTERMATH_OUT'] ?? 'dist'

// These look at sites of their own, which are built once before them.
const FIXTURE_SPECS = ['federation', 'lasting', 'long-timeline', 'odd-logs', 'words'].map((name) => `${name}.spec.ts`)

/**
 * Browser tests run on the built site, in a real Chromium, against the same server as `npm start`. The times end a test
 * that hangs; they are far above what any takes on the slowest machine, so that none fails for having been slow.
 */
export default defineConfig({
  testDir: '.',
  projects: [
    // Begun first: it builds for half a minute, which would leave the other worker without work at its end.
    { name: 'builds', testMatch: 'fixture-sites.setup.ts' },
    { name: 'site', testMatch: '*.spec.ts', testIgnore: FIXTURE_SPECS },
    { name: 'fixtures', testMatch: FIXTURE_SPECS, dependencies: ['builds'] },
  ],
  fullyParallel: true,
  forbidOnly: true,
  workers: 2,
  retries: 0,
  timeout: 600_000,
  expect: { timeout: 60_000 },
  // Each test with how long it took, and the slowest once more at the end.
  reporter: [['list'], ['./slowest.ts']],
  outputDir: '../../test-results',
  use: {
    baseURL: `http://127.0.0.1:${port}`,
    launchOptions: {
      ...(process.env['CHROMIUM_PATH'] ? { executablePath: process.env['CHROMIUM_PATH'] } : {}),
      // One process draws all pages of a worker: to start one for each costs a third of a second. Contexts stay apart.
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-background-networking',
        '--process-per-site',
        '--renderer-process-limit=1',
      ],
    },
  },
  webServer: {
    command: `node src/cli/bin.mjs preview --port ${port} --out ${out}`,
    cwd: '../..',
    url: `http://127.0.0.1:${port}/`,
    reuseExistingServer: false,
    timeout: 120_000,
  },
})
