import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chromium } from '@playwright/test'

/**
 * Chromium without the parts that draw windows: the same pages and tests, in half the time. Debian’s name and place.
 */
const HEADLESS_SHELL = '/usr/bin/chromium-headless-shell'

const SYSTEM = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

const run = (command: string, ...args: readonly string[]) => spawnSync(command, args, { stdio: 'inherit' }).status === 0

let knowsPackages = false

/** Installs a package where Debian’s package manager can be used: on a machine of one’s own, such as a container. */
function apt(name: string): boolean {
  if (!existsSync('/usr/bin/apt-get') || process.getuid?.() !== 0) return false
  process.stderr.write(`Installing ${name} …\n`)
  knowsPackages ||= run('apt-get', 'update', '-qq')
  return knowsPackages && run('apt-get', 'install', '-y', '-qq', '--no-install-recommends', name)
}

const playwrights = () => (existsSync(chromium.executablePath()) ? chromium.executablePath() : undefined)

/** The first of these that is there or can be had: a headless shell, a Chromium of the system, Playwright’s own. */
const find = (): string | undefined =>
  (existsSync(HEADLESS_SHELL) || (apt('chromium-headless-shell') && existsSync(HEADLESS_SHELL))
    ? HEADLESS_SHELL
    : undefined) ??
  SYSTEM.find(existsSync) ??
  playwrights() ??
  (run('npx', 'playwright', 'install', 'chromium') ? playwrights() : undefined) ??
  (apt('chromium') ? SYSTEM.find(existsSync) : undefined)

/**
 * Path of a Chromium: the one named in CHROMIUM_PATH, else the lightest that is there or can be installed. Throws with
 * what to do when none can be had.
 */
export function findChromium(): string {
  const named = process.env['CHROMIUM_PATH']
  if (named && !existsSync(named))
    throw new Error(`CHROMIUM_PATH names ${named}, which is not there; unset it or name another`)
  const found = named ?? find()
  if (!found) throw new Error('no Chromium found and none could be installed: install one and set CHROMIUM_PATH to it')
  return found
}
