import { z } from 'zod'

/** The forge refused or failed; the job goes on without it. */
export class ForgeError extends Error {
  readonly status: number

  constructor(message: string, status: number) {
    super(message)
    this.status = status
  }
}

const commentSchema = z.object({
  id: z.number(),
  body: z.string().nullable().default(''),
  html_url: z.string().default(''),
  user: z.object({ type: z.string().optional() }).nullable().optional(),
})

/** Where the interface is, and how often and after how long (ms) a request that failed is made again. */
export interface ForgeOptions {
  readonly api: string
  readonly repository: string
  readonly token: string
  readonly waits: readonly number[]
}

const PATIENCE = 30_000
const PAGES = 50
const pause = (ms: number) => new Promise((done) => setTimeout(done, ms))
const isPassing = (status: number) => status >= 500 || status === 429

/** What the action asks of the interface of GitHub, or of another forge with the same one. */
export class Forge {
  readonly #options: ForgeOptions

  constructor(options: ForgeOptions) {
    this.#options = options
  }

  async #once(method: string, path: string, body?: unknown): Promise<Response> {
    const { api, repository, token } = this.#options
    const url = path.startsWith('http') ? path : `${api}/repos/${repository}/${path}`
    try {
      return await fetch(url, {
        method,
        headers: {
          accept: 'application/vnd.github+json',
          authorization: `Bearer ${token}`,
          'user-agent': 'aftermath',
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        signal: AbortSignal.timeout(PATIENCE),
      })
    } catch (error) {
      throw new ForgeError(`the forge did not answer (${error instanceof Error ? error.message : String(error)})`, 0)
    }
  }

  /** Asks for a path of the repository; what only passes is asked again. Rejects with a ForgeError. */
  async ask(method: string, path: string, body?: unknown): Promise<Response> {
    for (const wait of [...this.#options.waits, undefined]) {
      const response = await this.#once(method, path, body)
      if (response.ok) return response
      if (wait === undefined || !isPassing(response.status))
        throw new ForgeError(`the forge answered ${response.status} to ${method}`, response.status)
      await pause(wait)
    }
    throw new ForgeError('the forge did not answer', 0)
  }

  /** Every item of a list that comes in pages. Rejects with a ForgeError, also for a list of another form. */
  async all<T extends z.ZodType>(path: string, item: T): Promise<z.output<T>[]> {
    const found: z.output<T>[] = []
    let next: string | undefined = path
    for (let page = 0; next !== undefined && page < PAGES; page++) {
      const response: Response = await this.ask('GET', next)
      const read = z.array(item).safeParse(await response.json().catch(() => undefined))
      if (!read.success) throw new ForgeError('the forge answered in another form', response.status)
      found.push(...read.data)
      const link: string | undefined = /<([^<>]+)>; rel="next"/.exec(response.headers.get('link') ?? '')?.[1]
      // Only of the interface itself: the token goes nowhere else.
      next = link?.startsWith(`${this.#options.api}/`) ? link : undefined
    }
    return found
  }

  /**
   * Keeps the one comment of a pull request that begins with `mark`: written anew in its place, or, for an empty text,
   * removed. What somebody else wrote is left alone. Gives the address of the comment, or undefined where there is
   * none.
   */
  async keep(pull: number, mark: string, text: string): Promise<string | undefined> {
    const own = (await this.all(`issues/${pull}/comments?per_page=100`, commentSchema)).filter(
      ({ body, user }) => (body ?? '').startsWith(mark) && (user?.type ?? 'Bot') === 'Bot',
    )
    const [first, ...others] = own
    for (const one of text === '' ? own : others) await this.ask('DELETE', `issues/comments/${one.id}`)
    if (text === '') return undefined
    const body = `${mark}\n${text}`
    if (first?.body === body) return first.html_url
    const response = await (first
      ? this.ask('PATCH', `issues/comments/${first.id}`, { body })
      : this.ask('POST', `issues/${pull}/comments`, { body }))
    return commentSchema.parse(await response.json()).html_url
  }

  /** Puts a label on a pull request, or takes it off. */
  async mark(pull: number, label: string, isOn: boolean): Promise<void> {
    if (isOn) await this.ask('POST', `issues/${pull}/labels`, { labels: [label] })
    else await this.ask('DELETE', `issues/${pull}/labels/${encodeURIComponent(label)}`)
  }
}
