import type { State } from '#search/address.ts'
import { type Answer, type AnswerHit, answerHit, answerOf } from '#search/answer.ts'
import { finderOf } from '#search/passages.ts'
import { type Outcome, outcomeOf } from '#search/outcome.ts'
import type { Catalog } from '#search/catalog.ts'
import { Client, LostPeer, OtherBuild, type Places } from './index-client.ts'

/**
 * A search to be run: where the index is, what is asked, how many hits are to be drawn, and a number by which the
 * answer is known.
 */
export interface Request {
  readonly run: number
  readonly places: Places
  readonly state: State
  readonly shown: number
}

/** Why there is no answer: the index could not be had whole, or its parts are of different builds. */
export type Fault = 'missing' | 'otherBuild'

/** The answer to a request, or why there is none. */
export interface Reply {
  readonly run: number
  readonly answer?: Answer
  /** Whether other sites are still asked: the same run is answered again when they have. */
  readonly isPart?: boolean
  readonly fault?: Fault
}

// Beside the page: finding and counting among thousands of records never holds up typing or scrolling.
// Whatever fails, the page gives this worker up: the engine keeps what it could not read.
let client: Promise<Client> | undefined
let together: Promise<Client> | undefined
interface Last {
  readonly key: string
  readonly catalog: Catalog
  readonly outcome: Promise<Outcome>
}
const lasts = new WeakMap<Client, Last>()
const keyOf = (state: State) => JSON.stringify({ ...state, shown: 0 })

// What the engine cannot read it reports on the console or nowhere at all, and answers as if its words stood nowhere.
let unread = false
console.error = () => (unread = true)
addEventListener('unhandledrejection', (event) => {
  event.preventDefault()
  unread = true
})

async function attempt(own: Client, { state, shown }: Request): Promise<Answer> {
  const { catalog } = own
  const key = keyOf(state)
  const known = lasts.get(own)
  // Showing more of the same results does not look for them again.
  const last =
    known?.key === key && known.catalog === catalog ? known : { key, catalog, outcome: outcomeOf(own, catalog, state) }
  lasts.set(own, last)
  const found = await last.outcome
  const hits: AnswerHit[] = []
  const missing: string[] = []
  const loaded = await Promise.all(
    found.results.slice(0, shown).map(async (result) => ({ result, fragment: await own.load(result.id) })),
  )
  const drawing = { find: finderOf(found.found.marks), grouping: state.grouping }
  for (const { result, fragment } of loaded)
    if (typeof fragment === 'string') missing.push(fragment)
    else hits.push(answerHit(catalog, result, fragment, drawing))
  if (unread) throw new Error('a part of the index could not be read')
  return answerOf(found, hits, { unreachable: own.unreachable, unread: missing }, catalog)
}

async function answer(request: Request, own: Client): Promise<Answer> {
  for (;;)
    try {
      return await attempt(own, request)
    } catch (error) {
      // Again without the site that was lost; each can be lost once.
      if (!(error instanceof LostPeer)) throw error
      lasts.delete(own)
    }
}

/** Whether all sites have answered a search already, of which more is to be shown. */
let answered = ''

/**
 * Answers of this site at once, and again together with other sites when these have answered: none of them holds
 * anything back.
 */
async function reply(request: Request): Promise<void> {
  const { run, places, state } = request
  const own = await (client ??= Client.connect(places))
  const isMore = answered === keyOf(state)
  if (places.peers.length === 0 || !isMore)
    postMessage({ run, answer: await answer(request, own), isPart: places.peers.length > 0 } satisfies Reply)
  if (places.peers.length === 0) return
  const all = await (together ??= own.with(places))
  postMessage({ run, answer: await answer(request, all) } satisfies Reply)
  answered = keyOf(state)
}

addEventListener('message', ({ data }: MessageEvent<Request>) => {
  reply(data).catch((error: unknown) =>
    postMessage({ run: data.run, fault: error instanceof OtherBuild ? 'otherBuild' : 'missing' } satisfies Reply),
  )
})
