import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chromium } from '@playwright/test'

const SYSTEM = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

const run = (command: string, args: readonly string[]) => spawnSync(command, args, { stdio: 'inherit' }).status === 0

/** Whether Debian’s package manager can be used here. */
const canUseApt = () => existsSync('/usr/bin/apt-get') && process.getuid?.() === 0

function install(): string | undefined {
  process.stderr.write('No Chromium found; installing one …\n')
  if (run('npx', ['playwright', 'install', 'chromium']) && existsSync(chromium.executablePath()))
    return chromium.executablePath()
  if (canUseApt() && run('apt-get', ['update', '-qq']) && run('apt-get', ['install', '-y', '-qq', 'chromium']))
    return SYSTEM.find(existsSync)
  return undefined
}

/**
 * Path of a Chromium: the one named in CHROMIUM_PATH, a system one, Playwright’s own, else one that is installed now.
 * Throws with what to do when none can be had.
 */
export function findChromium(): string {
  const named = process.env['CHROMIUM_PATH']
  if (named && !existsSync(named))
    throw new Error(`CHROMIUM_PATH names ${named}, which is not there; unset it or name another`)
  const found =
    named ?? SYSTEM.find(existsSync) ?? (existsSync(chromium.executablePath()) ? chromium.executablePath() : install())
  if (!found) throw new Error('no Chromium found and none could be installed: install one and set CHROMIUM_PATH to it')
  return found
}
