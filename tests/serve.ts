import { existsSync, readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { join } from 'node:path'
import sirv from 'sirv'
import { headersOf } from '#integration/headers.ts'

/**
 * Serves a built folder with the headers that it asks of hosts, under its path prefix, on this machine only; resolves
 * once it listens. Unknown addresses get the site's 404 page.
 */
export function serve(folder: string, base: string, port: number): Promise<Server> {
  const prefix = base.replace(/\/$/, '')
  const headers = headersOf(folder)
  const files = sirv(folder, { dev: true, etag: true })
  const server = createServer((request, response) => {
    const asked = URL.parse(request.url ?? '/', 'http://localhost')
    if (asked === null) {
      response.writeHead(400).end('This is no address.')
      return
    }
    const { pathname, search } = asked
    if (pathname === prefix && prefix !== '') {
      response.writeHead(308, { location: `${prefix}/${search}` }).end()
      return
    }
    for (const [name, value] of headers(pathname)) response.setHeader(name, value)
    // Sent by hand: the file server says 200 to whatever it finds, its 404 page included.
    const missing = () => {
      const page = join(folder, '404.html')
      response
        .writeHead(404, { 'content-type': 'text/html; charset=utf-8' })
        .end(existsSync(page) ? readFileSync(page) : 'Not found')
    }
    if (!pathname.startsWith(`${prefix}/`)) return missing()
    request.url = pathname.slice(prefix.length) + search
    files(request, response, missing)
  })
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => resolve(server))
  })
}
