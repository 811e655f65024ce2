import { existsSync, readFileSync } from 'node:fs'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'

/** What another site answers to a path: text or bytes, nothing ever, or what its folder holds. */
export type Answers = (path: string) => string | Buffer | 'silence' | undefined

/** Another site of a federation that does not do as it should. */
export interface BadPeer {
  readonly origin: string
  /** Changes what it answers; files come from `folder`, where it has one. */
  become(answers: Answers, folder?: string): void
  close(): void
}

/** Serves a site that answers whatever a test wants; at first it accepts requests and never answers. */
export async function badPeer(): Promise<BadPeer> {
  let [answers, own]: [Answers, string | undefined] = [() => 'silence', undefined]
  const send = (path: string, response: ServerResponse) => {
    const said = answers(path)
    if (said === 'silence') return
    const file = join(own ?? '', path)
    const held = said ?? (own !== undefined && existsSync(file) ? readFileSync(file) : undefined)
    response.writeHead(held === undefined ? 404 : 200, {
      'access-control-allow-origin': '*',
      'content-type': path.endsWith('.json') ? 'application/json' : 'application/octet-stream',
    })
    response.end(held)
  }
  const server = createServer((request, response) =>
    send(new URL(request.url ?? '/', 'http://localhost').pathname, response),
  )
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    become: (next, folder) => void ([answers, own] = [next, folder]),
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}
