import { spawn } from 'node:child_process'
import { withoutSlash } from './inputs.ts'

/** Git could not do what was asked, in its own first line; never shown where it could be taken for a command. */
export class GitError extends Error {}

/** A file that a change adds or alters. */
export interface Changed {
  readonly path: string
  readonly blob: string
}

/** A commit, its message and where it stands. */
export interface Message {
  readonly commit: string
  readonly text: string
}

const MEGABYTE = 1_000_000
/** Most output of git that is kept: of a longer diff the rest is not compared. */
const MOST = 32 * MEGABYTE
const DEEPER = [50, 500, 5000]
// A name of a commit that git cannot take for an option or a range.
const NAME = /^[A-Za-z0-9_][\w./@^~-]{0,250}$/

/** Settings of git as variables, so that no other process sees them among its arguments. */
function settings(values: Readonly<Record<string, readonly string[]>>): Record<string, string> {
  const pairs = Object.entries(values).flatMap(([key, own]) => own.map((value) => [key, value] as const))
  return Object.fromEntries([
    ['GIT_CONFIG_COUNT', String(pairs.length)],
    ...pairs.flatMap(([key, value], index) => [
      [`GIT_CONFIG_KEY_${index}`, key],
      [`GIT_CONFIG_VALUE_${index}`, value],
    ]),
  ]) as Record<string, string>
}

/** What git is asked about a change in a clone, which may be shallow. */
export class Git {
  readonly #folder: string
  readonly #env: Readonly<Record<string, string | undefined>>

  /** `token` is sent to the server of the clone alone, and only where it asks for one. */
  constructor(folder: string, env: Readonly<Record<string, string | undefined>>, token?: string) {
    this.#folder = folder
    const server = withoutSlash(env['GITHUB_SERVER_URL'] ?? 'https://github.com')
    const credentials = Buffer.from(`x-access-token:${token ?? ''}`).toString('base64')
    this.#env = {
      PATH: env['PATH'],
      HOME: env['HOME'],
      GIT_TERMINAL_PROMPT: '0',
      // The folder may belong to another user, as in a container.
      ...settings({
        'safe.directory': ['*'],
        // The empty one takes away what a checkout may have left: two of these headers are refused.
        ...(token === undefined
          ? {}
          : { [`http.${server}/.extraheader`]: ['', `AUTHORIZATION: basic ${credentials}`] }),
      }),
    }
  }

  /** Runs git; gives at most `most` bytes of what it prints. Rejects with a GitError. */
  #run(args: readonly string[], input?: string, most = MOST): Promise<Buffer> {
    return new Promise((done, fail) => {
      const child = spawn('git', args, { cwd: this.#folder, env: this.#env })
      const pieces: Buffer[] = []
      let [length, said] = [0, '']
      child.stdout.on('data', (piece: Buffer) => {
        pieces.push(piece)
        length += piece.length
        if (length > most) child.kill()
      })
      child.stderr.on('data', (piece: Buffer) => {
        if (said.length < 2000) said += piece.toString()
      })
      child.stdin.on('error', () => {})
      child.stdin.end(input ?? '')
      child.on('error', fail)
      child.on('close', (code) => {
        if (code === 0 || length > most) done(Buffer.concat(pieces).subarray(0, most))
        else fail(new GitError(said.split('\n').find((line) => line.trim() !== '') ?? `git ${args[0] ?? ''} failed`))
      })
    })
  }

  #try = async (...args: string[]): Promise<string | undefined> => {
    try {
      return (await this.#run(args)).toString().trim()
    } catch (error) {
      if (error instanceof GitError) return undefined
      throw error
    }
  }

  /**
   * The commit of a name, fetched where a shallow clone does not have it. Rejects with a GitError that says what to
   * write.
   */
  async commit(name: string): Promise<string> {
    if (!NAME.test(name) || name.includes('..'))
      throw new GitError(`expected a commit or branch, found ${JSON.stringify(name)}`)
    const find = () => this.#try('rev-parse', '--verify', '--quiet', '--end-of-options', `${name}^{commit}`)
    const found = await find()
    if (found !== undefined) return found
    await this.#try('fetch', '--quiet', '--no-tags', '--depth=1', 'origin', name)
    const fetched = (await find()) ?? (await this.#try('rev-parse', '--verify', '--quiet', 'FETCH_HEAD^{commit}'))
    if (fetched === undefined)
      throw new GitError(`expected a commit that this clone has or can fetch, found ${JSON.stringify(name)}`)
    return fetched
  }

  /**
   * Where two commits part; a shallow clone is deepened until it shows. Undefined where they share nothing that can be
   * had.
   */
  async parting(base: string, head: string): Promise<string | undefined> {
    const find = () => this.#try('merge-base', base, head)
    let found = await find()
    if (found !== undefined || (await this.#try('rev-parse', '--is-shallow-repository')) !== 'true') return found
    for (const depth of DEEPER) {
      await this.#try('fetch', '--quiet', '--no-tags', `--depth=${depth}`, 'origin', base, head)
      found = await find()
      if (found !== undefined) return found
    }
    await this.#try('fetch', '--quiet', '--no-tags', '--unshallow', 'origin')
    return find()
  }

  /**
   * What the first push of a branch is compared with: where it left the default branch, else the tree without files.
   */
  async firstBase(head: string, defaultBranch: string | undefined): Promise<string> {
    const nothing = await this.#emptyTree()
    if (defaultBranch === undefined || !NAME.test(defaultBranch)) return nothing
    await this.#try('fetch', '--quiet', '--no-tags', '--depth=1', 'origin', defaultBranch)
    const main = await this.#try('rev-parse', '--verify', '--quiet', 'FETCH_HEAD^{commit}')
    const parting = main === undefined || main === head ? undefined : await this.parting(main, head)
    return parting ?? nothing
  }

  /**
   * What a forced push is compared with whose former end nobody has any more: where it left the default branch, else
   * the commit before its last.
   */
  async forcedBase(head: string, defaultBranch: string | undefined): Promise<string> {
    const base = await this.firstBase(head, defaultBranch)
    if (base !== (await this.#emptyTree())) return base
    const before = () => this.#try('rev-parse', '--verify', '--quiet', `${head}~1^{commit}`)
    const found = await before()
    if (found !== undefined) return found
    await this.#try('fetch', '--quiet', '--no-tags', '--depth=2', 'origin', head)
    return (await before()) ?? base
  }

  /** The name of the tree without files, which differs by how a repository names what it holds. */
  #emptyTree = async (): Promise<string> =>
    (await this.#run(['hash-object', '-t', 'tree', '--stdin'])).toString().trim()

  /** Files that a change adds or alters, without links and submodules, under their names as they are. */
  async changed(base: string, head: string): Promise<Changed[]> {
    const args = ['diff', '--raw', '-z', '--no-abbrev', '--no-renames', '--diff-filter=AMT', base, head, '--']
    const words = (await this.#run(args)).toString().split('\0')
    return words.flatMap((word, index) => {
      const [, mode = '', , blob = ''] = /^:\d+ (\d+) ([0-9a-f]+) ([0-9a-f]+) /.exec(word) ?? []
      const path = words[index + 1]
      return mode.startsWith('100') && path !== undefined ? [{ path, blob }] : []
    })
  }

  /** The text of a file of a change; why not, in words, where it is longer than `most` bytes or no text. */
  async text(blob: string, most: number): Promise<{ text: string } | { skipped: string }> {
    const size = Number(await this.#try('cat-file', '-s', blob))
    if (!(size <= most)) return { skipped: `${Math.ceil(size / MEGABYTE)} MB` }
    const text = new TextDecoder().decode(await this.#run(['cat-file', 'blob', blob]))
    return text.includes('\0') ? { skipped: 'binary' } : { text }
  }

  /** The change as a diff; of a very long one, its beginning. */
  async diff(base: string, head: string): Promise<string> {
    const plain = ['--no-ext-diff', '--no-textconv', '--no-color', '--src-prefix=a/', '--dst-prefix=b/', '-M']
    return new TextDecoder().decode(await this.#run(['diff', ...plain, base, head, '--']))
  }

  /** Messages of the commits of a change, newest first. */
  async messages(base: string, head: string): Promise<Message[]> {
    const range = base === (await this.#emptyTree()) ? [head] : [`${base}..${head}`]
    const text = (await this.#try('log', '-z', '--format=%H%n%B', ...range, '--')) ?? ''
    return text
      .split('\0')
      .filter((one) => one !== '')
      .map((one) => ({ commit: one.slice(0, 12), text: one.slice(one.indexOf('\n') + 1) }))
  }
}
