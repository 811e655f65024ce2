import { fork } from 'node:child_process'
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { codeHash } from '#reader/code-hash.ts'
import type { Settings } from '#reader/settings.ts'
import { forget, workFolder } from './cache.ts'
import { sweep } from './swap.ts'

/** A bundle that is there or being made. */
export interface Bundling {
  /** Waits for it; gives its folder. Throws when it could not be made. */
  readonly ready: () => Promise<string>
  /** Ends the making of it, finished or not. */
  readonly stop: () => void
}

/** Puts a finished bundle in its place; another build may have put one there meanwhile, which is the same. */
function place(made: string, folder: string): void {
  try {
    renameSync(made, folder)
  } catch (error) {
    if (!existsSync(folder)) throw error
    rmSync(made, { recursive: true, force: true })
  }
}

/**
 * Starts to have Astro bundle the code of all pages, in a process of its own, unless that was done for this state of the code. What it
 * makes holds no content, so that it is made once for any number of builds.
 */
export function startBundle(settings: Settings, root: string): Bundling {
  const kept = join(workFolder(root), 'bundle')
  const folder = join(kept, codeHash(root, settings.base, settings.site ?? ''))
  if (existsSync(folder)) return { ready: async () => folder, stop: () => {} }
  mkdirSync(kept, { recursive: true })
  forget(kept, new Set())
  sweep(kept, /\.(\d+)(?:\.out)?$/)
  const made = `${folder}.${process.pid}`
  const out = `${made}.out`
  const child = fork(new URL('../bundle/main.ts', import.meta.url), [root, made], {
    cwd: root,
    env: {
      ...process.env,
      AFTERMATH_OUT: out,
      AFTERMATH_BASE: settings.base,
      ...(settings.site === undefined ? {} : { AFTERMATH_SITE: settings.site }),
      ASTRO_TELEMETRY_DISABLED: '1',
      NODE_COMPILE_CACHE: join(workFolder(root), 'code'),
    },
  })
  const ended = new Promise<number | Error>((resolve) => {
    child.once('error', resolve)
    child.once('exit', (code) => resolve(code ?? 1))
  })
  return {
    async ready() {
      const code = await ended
      if (code !== 0) throw new Error('the code of the pages could not be bundled', code instanceof Error ? { cause: code } : {})
      place(made, folder)
      return folder
    },
    stop() {
      child.kill()
      for (const left of [made, out]) rmSync(left, { recursive: true, force: true })
    },
  }
}
