import { SiteIndex } from './site-index.ts'

/** A question to another site's index: for the hits of a term, or for a record. */
export interface PeerQuestion {
  readonly call: number
  /** Pagefind's folder of this site, and the address of the other; both end in `/`. */
  readonly pagefind: string
  readonly url: string
  readonly ask: { readonly term: string } | { readonly id: string }
}

/** The answer to the question of that number; without a value where there is none. */
export interface PeerAnswer {
  readonly call: number
  readonly value?: unknown
}

// A worker for each other site: whatever its index does to the engine, this site's own is not touched.
let unread = false
console.error = () => (unread = true)
addEventListener('unhandledrejection', (event) => {
  event.preventDefault()
  unread = true
})

const WASM = /\/wasm\.[^/]*\.pagefind$/
const plainFetch = globalThis.fetch.bind(globalThis)

/** The address of this site's own machine code, by the list of what its index is made of. */
async function ownCode(pagefind: string): Promise<string> {
  const entry: unknown = await (await plainFetch(`${pagefind}pagefind-entry.json`)).json()
  return `${pagefind}wasm.${/"wasm":"([a-z-]+)"/.exec(JSON.stringify(entry))?.[1] ?? 'unknown'}.pagefind`
}

async function open({ pagefind, url }: PeerQuestion): Promise<SiteIndex> {
  // Data of another site are read, its code is not run: the engine would load it from there.
  const code = await ownCode(pagefind)
  globalThis.fetch = (input, options) =>
    plainFetch(typeof input === 'string' && WASM.test(input) ? code : input, options)
  return SiteIndex.open(pagefind, { basePath: `${url}pagefind/`, baseUrl: url })
}

let index: Promise<SiteIndex> | undefined

async function answer(question: PeerQuestion): Promise<unknown> {
  const own = await (index ??= open(question))
  if ('id' in question.ask) return own.load(question.ask.id)
  const hits = await own.search(question.ask.term)
  if (unread) throw new Error('a part of the index could not be read')
  return hits.map(({ id, score, words }) => ({ id, score, words }))
}

addEventListener('message', ({ data }: MessageEvent<PeerQuestion>) => {
  const { call } = data
  // What cannot be sent is as if it were not there.
  answer(data)
    .then((value) => postMessage({ call, value } satisfies PeerAnswer))
    .catch(() => postMessage({ call } satisfies PeerAnswer))
})
