import { defineConfig } from '@playwright/test'

const port = Number(process.env['AFTERMATH_TEST_PORT'] ?? 4399)
const out = process.env['AFTERMATH_OUT'] ?? 'dist'

/** Browser tests run on the built site, in a real Chromium, against the same server as `npm start`. */
export default defineConfig({
  testDir: '.',
  testMatch: '**/*.spec.ts',
  fullyParallel: true,
  forbidOnly: true,
  workers: 2,
  retries: 0,
  timeout: 60_000,
  reporter: [['line']],
  outputDir: '../../test-results',
  use: {
    baseURL: `http://127.0.0.1:${port}`,
    launchOptions: {
      ...(process.env['CHROMIUM_PATH'] ? { executablePath: process.env['CHROMIUM_PATH'] } : {}),
      args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
    },
  },
  webServer: {
    command: `node src/cli/bin.mjs preview --port ${port} --out ${out}`,
    cwd: '../..',
    url: `http://127.0.0.1:${port}/`,
    reuseExistingServer: false,
    timeout: 30_000,
  },
})
