import { type Asked, captureFrom } from './captures.ts'

/** How the network is asked: patience and waits in milliseconds. */
export interface NetworkOptions {
  /** Address of the availability interface of the archive. */
  readonly api: string
  readonly patience: number
  /** How long is waited before what only passes is asked again; one item for each further try. */
  readonly waits: readonly number[]
}

/** How an address answered. */
export interface LinkState {
  /**
   * `dead`: it says so itself, or its host is gone; `failing`: it may come back; `refused`: it answers, but not to
   * programs.
   */
  readonly is: 'alive' | 'moved' | 'dead' | 'failing' | 'refused'
  /** The answer in words: `404`, `no answer within 20 s`. */
  readonly why: string
  /** Whether any host answered; without one, the fault may be on this side. */
  readonly hasAnswered: boolean
}

const MOST_REDIRECTS = 10
const MOST_ANSWER = 1_000_000
const HEADERS = { 'user-agent': 'aftermath-archive (checks the sources of a knowledge base)', accept: '*/*' }
const pause = (ms: number) => new Promise((done) => setTimeout(done, ms))

const codeOf = (error: unknown): string => {
  const cause: unknown = error instanceof Error && error.cause !== undefined ? error.cause : error
  return cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? cause.code : ''
}

/** Why a request has no answer, in words. */
function failure(error: unknown, patience: number): LinkState {
  if (error instanceof Error && error.name === 'TimeoutError')
    return { is: 'failing', why: `no answer within ${patience / 1000} s`, hasAnswered: false }
  const code = codeOf(error)
  if (code === 'ENOTFOUND') return { is: 'dead', why: 'its host has no address', hasAnswered: false }
  return { is: 'failing', why: code === '' ? 'no answer' : `no answer (${code})`, hasAnswered: false }
}

const answered = (is: LinkState['is'], why: string): LinkState => ({ is, why, hasAnswered: true })

function stateOf(status: number): LinkState {
  if (status >= 200 && status < 300) return answered('alive', String(status))
  if (status === 404 || status === 410) return answered('dead', String(status))
  return answered(status >= 500 ? 'failing' : 'refused', String(status))
}

async function followed(url: string, patience: number): Promise<LinkState> {
  const seen = new Set<string>()
  let [address, isPermanent] = [url, true]
  while (seen.size < MOST_REDIRECTS) {
    if (seen.has(address)) return answered('failing', 'it redirects in a circle')
    seen.add(address)
    const signal = AbortSignal.timeout(patience)
    const response = await fetch(address, { headers: HEADERS, redirect: 'manual', signal })
    await response.body?.cancel()
    const { status } = response
    const location = response.headers.get('location')
    if (status < 300 || status >= 400 || location === null) {
      const state = stateOf(status)
      return state.is === 'alive' && seen.size > 1 && isPermanent ? answered('moved', `to ${address}`) : state
    }
    if (!URL.canParse(location, address)) return answered('failing', 'it redirects to no address')
    const next = new URL(location, address)
    if (!/^https?:$/.test(next.protocol)) return answered('refused', `it redirects to ${next.protocol}`)
    isPermanent &&= status === 301 || status === 308
    address = next.href
  }
  return answered('failing', `more than ${MOST_REDIRECTS} redirects`)
}

/**
 * Asks an address whether it still answers, following redirects; one that fails is asked again as often as there are
 * waits.
 */
export async function checkLink(url: string, { patience, waits }: NetworkOptions): Promise<LinkState> {
  const ask = () => followed(url, patience).catch((error: unknown) => failure(error, patience))
  let state = await ask()
  for (const wait of waits) {
    if (state.is !== 'failing') break
    await pause(wait)
    state = await ask()
  }
  return state
}

/**
 * Asks an archive for a copy of an address, the one nearest to a day (`2024-07-19`) where one is given. An answer that
 * is none, or no answer, is `silent`, with why; it is never read as "there is none".
 */
export async function askArchive(url: string, day: string | undefined, options: NetworkOptions): Promise<Asked> {
  const question = new URL(options.api)
  question.searchParams.set('url', url)
  if (day !== undefined) question.searchParams.set('timestamp', day.replaceAll('-', ''))
  let asked = await once(question, url, options.patience)
  for (const wait of options.waits) {
    if (asked.is !== 'silent') break
    await pause(wait)
    asked = await once(question, url, options.patience)
  }
  return asked
}

async function once(question: URL, url: string, patience: number): Promise<Asked> {
  try {
    const response = await fetch(question, { headers: HEADERS, signal: AbortSignal.timeout(patience) })
    if (!response.ok) {
      await response.body?.cancel()
      return { is: 'silent', why: `the archive answered ${response.status}` }
    }
    const text = await response.text()
    if (text.length > MOST_ANSWER) return { is: 'silent', why: 'the archive answered at length' }
    return captureFrom(JSON.parse(text), url)
  } catch (error) {
    if (error instanceof SyntaxError) return { is: 'silent', why: 'the archive answered with something else than JSON' }
    return { is: 'silent', why: `the archive gave ${failure(error, patience).why}` }
  }
}

/** Runs a task for each item: items of one host one after another, at most `most` hosts at once. */
export async function byHost<T>(
  items: readonly T[],
  hostOf: (item: T) => string,
  most: number,
  task: (item: T) => Promise<void>,
): Promise<void> {
  const queues = [...Map.groupBy(items, hostOf).values()]
  const worker = async () => {
    for (let queue = queues.shift(); queue; queue = queues.shift()) for (const item of queue) await task(item)
  }
  await Promise.all(Array.from({ length: most }, worker))
}
