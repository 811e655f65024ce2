import { createServer } from 'node:http'
import type { TestContext } from 'node:test'
import { z } from 'zod'

/** An issue as the interface of the forge gives it. */
export interface StoredIssue {
  readonly number: number
  title: string
  body: string
  state: string
  readonly html_url: string
  readonly pull_request?: object
}

/** What a stand-in was asked, and what it holds. */
export interface IssuesStandIn {
  readonly api: string
  readonly issues: StoredIssue[]
  readonly asked: string[]
  /** From now on whatever would write is refused with this status. */
  refuses: number | undefined
  /** From now on lists are answered with this text. */
  says: string | undefined
}

const given = z.object({ title: z.string().optional(), body: z.string().optional(), state: z.string().optional() })
const PAGE = 100

/** Serves the part of the forge's interface that keeps issues: lists in pages, opening, changing and closing. */
export async function issuesStandIn(t: TestContext): Promise<IssuesStandIn> {
  const stand: IssuesStandIn & { api: string } = { api: '', issues: [], asked: [], refuses: undefined, says: undefined }
  const open = (title: string, body: string) => {
    const number = stand.issues.length + 1
    stand.issues.push({ number, title, body, state: 'open', html_url: `https://forge.example/o/r/issues/${number}` })
    return stand.issues.at(-1)
  }
  const server = createServer((request, response) => {
    void request.toArray().then((chunks) => {
      const url = new URL(request.url ?? '/', stand.api)
      const { method = 'GET' } = request
      stand.asked.push(`${method} ${url.pathname}`)
      const say = (status: number, body: unknown, link?: string) => {
        response.writeHead(status, { 'content-type': 'application/json', ...(link === undefined ? {} : { link }) })
        response.end(typeof body === 'string' ? body : JSON.stringify(body))
      }
      if (request.headers.authorization !== 'Bearer forge-token') return say(401, {})
      if (method !== 'GET' && stand.refuses !== undefined) return say(stand.refuses, {})
      if (method === 'GET') {
        if (stand.says !== undefined) return say(200, stand.says)
        const page = Number(url.searchParams.get('page') ?? 1)
        const listed = stand.issues.filter(({ state }) => state === 'open')
        const next = `<${stand.api}${url.pathname}?state=open&per_page=${PAGE}&page=${page + 1}>; rel="next"`
        return say(200, listed.slice((page - 1) * PAGE, page * PAGE), listed.length > page * PAGE ? next : undefined)
      }
      const { title, body, state } = given.parse(JSON.parse(Buffer.concat(chunks).toString()))
      if (method === 'POST') return say(201, open(title ?? '', body ?? ''))
      const found = stand.issues.find(({ number }) => url.pathname.endsWith(`/issues/${number}`))
      if (!found) return say(404, {})
      found.title = title ?? found.title
      found.body = body ?? found.body
      found.state = state ?? found.state
      return say(200, found)
    })
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  t.after(() => server.close())
  const address = server.address()
  if (typeof address === 'object' && address) stand.api = `http://127.0.0.1:${address.port}`
  return stand
}
