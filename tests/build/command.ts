import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { resolve } from 'node:path'

/** Folder of the repository. */
export const root = resolve(import.meta.dirname, '../..')

// Node runs the tests with variables that a child must not inherit, and settings of this run must not leak into
// another.
const environment = (extra: Readonly<Record<string, string>>) => ({
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(NODE_TEST|AFTERMATH_|INIT_CWD)/.test(name))),
  NO_COLOR: '1',
  ...extra,
})

export interface Ran {
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
}

/** Runs a command of the repository in its folder, or another; nothing is asked for at a terminal. */
export function run(
  command: string,
  args: readonly string[],
  extra: Readonly<Record<string, string>> = {},
  cwd = root,
): Ran {
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd,
    encoding: 'utf8',
    env: environment(extra),
    maxBuffer: 1e9,
    input: '',
  })
  return { status, stdout, stderr }
}

/** Runs the real command-line tool. */
export const aftermath = (...args: readonly string[]): Ran =>
  run(process.execPath, [resolve(root, 'src/cli/bin.mjs'), ...args])

/**
 * Starts a server by its npm script; resolves with its address once it says it, and with how to stop it. Rejects when
 * it ends first.
 */
export function startServer(
  script: string,
  args: readonly string[],
  extra: Readonly<Record<string, string>>,
): Promise<{ address: string; stop: () => Promise<void>; said: () => string }> {
  const child: ChildProcess = spawn('npm', ['run', '--silent', script, '--', ...args], {
    cwd: root,
    env: environment(extra),
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  const stop = () =>
    new Promise<void>((ended) => {
      if (child.exitCode !== null || child.pid === undefined) return ended()
      child.once('close', () => ended())
      // npm and what it started form one group.
      process.kill(-child.pid, 'SIGTERM')
    })
  return new Promise((started, failed) => {
    const listen = (chunk: Buffer) => {
      said += chunk.toString()
      const address = /http:\/\/(?:localhost|127\.0\.0\.1):\d+\//.exec(said)?.[0]
      if (address !== undefined) started({ address, stop, said: () => said })
    }
    child.stdout?.on('data', listen)
    child.stderr?.on('data', listen)
    child.once('close', (code) => failed(new Error(`npm run ${script} ended with ${code}:\n${said}`)))
  })
}
