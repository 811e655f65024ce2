import { createServer, type IncomingMessage } from 'node:http'
import type { TestContext } from 'node:test'
import { z } from 'zod'

/** A comment as the interface of the forge gives it. */
export interface StoredComment {
  readonly id: number
  body: string
  readonly html_url: string
  readonly user: { readonly type: string }
}

/** What a stand-in was asked, and what it holds. */
export interface StandIn {
  readonly api: string
  readonly comments: StoredComment[]
  readonly labels: Set<string>
  /** `POST /repos/o/r/issues/7/comments`, in order. */
  readonly asked: string[]
  /** Answers given before its own, one each: statuses. */
  readonly failures: number[]
  /** From now on whatever would write is refused with this status. */
  refuses: number | undefined
}

const bodySchema = z.object({ body: z.string().optional(), labels: z.array(z.string()).optional() })

async function bodyOf(request: IncomingMessage): Promise<z.infer<typeof bodySchema>> {
  const text = Buffer.concat(await request.toArray()).toString()
  return text === '' ? {} : bodySchema.parse(JSON.parse(text))
}

/**
 * Serves the part of the forge's interface that the action uses: comments in pages, labels; refuses and fails on
 * demand.
 */
export async function forgeStandIn(t: TestContext): Promise<StandIn> {
  const comments: StoredComment[] = []
  const stand: StandIn & { api: string } = {
    ...{ api: '', comments, labels: new Set(), asked: [], failures: [], refuses: undefined },
  }
  let last = 100
  const made = (id: number, body: string) => ({
    ...{ id, body, html_url: `https://forge.example/o/r/pull/7#issuecomment-${id}`, user: { type: 'Bot' } },
  })
  const answer = async (request: IncomingMessage): Promise<{ status: number; body?: unknown; link?: string }> => {
    const url = new URL(request.url ?? '/', stand.api)
    const { method = 'GET' } = request
    stand.asked.push(`${method} ${url.pathname}${url.search}`)
    const failure = stand.failures.shift()
    if (failure !== undefined) return { status: failure }
    if (request.headers.authorization !== 'Bearer forge-token') return { status: 401 }
    if (method !== 'GET' && stand.refuses !== undefined) return { status: stand.refuses }
    const { body = '', labels = [] } = await bodyOf(request)
    const id = Number(/\/issues\/comments\/(\d+)$/.exec(url.pathname)?.[1])
    const at = comments.findIndex((one) => one.id === id)
    if (url.pathname === '/repos/o/r/issues/7/comments' && method === 'GET') {
      const page = Number(url.searchParams.get('page') ?? 1)
      const size = Number(url.searchParams.get('per_page'))
      const more = comments.length > page * size
      return {
        status: 200,
        body: comments.slice((page - 1) * size, page * size),
        ...(more ? { link: `<${stand.api}${url.pathname}?per_page=${size}&page=${page + 1}>; rel="next"` } : {}),
      }
    }
    if (url.pathname === '/repos/o/r/issues/7/comments' && method === 'POST') {
      comments.push(made(++last, body))
      return { status: 201, body: comments.at(-1) }
    }
    if (url.pathname === '/repos/o/r/issues/7/labels' && method === 'POST') {
      for (const label of labels) stand.labels.add(label)
      return { status: 200, body: [] }
    }
    if (url.pathname.startsWith('/repos/o/r/issues/7/labels/') && method === 'DELETE') {
      stand.labels.delete(decodeURIComponent(url.pathname.split('/').at(-1) ?? ''))
      return { status: 200, body: [] }
    }
    const found = comments[at]
    if (!found) return { status: 404 }
    if (method === 'PATCH') found.body = body
    if (method === 'DELETE') comments.splice(at, 1)
    return method === 'DELETE' ? { status: 204 } : { status: 200, body: found }
  }
  const server = createServer((request, response) => {
    void answer(request).then(({ status, body, link }) => {
      response.writeHead(status, { 'content-type': 'application/json', ...(link === undefined ? {} : { link }) })
      response.end(body === undefined ? '' : JSON.stringify(body))
    })
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  t.after(() => server.close())
  const address = server.address()
  if (typeof address === 'object' && address) stand.api = `http://127.0.0.1:${address.port}`
  return stand
}
