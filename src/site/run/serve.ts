import { createServer, type Server } from 'node:http'
import sirv from 'sirv'
import { headersOf } from './headers.ts'

/** Serves a built folder with the headers that it asks of hosts, under its path prefix, on this machine only; resolves once it listens. Unknown addresses get the site's 404 page. */
export function serve(folder: string, base: string, port: number): Promise<Server> {
  const prefix = base.replace(/\/$/, '')
  const headers = headersOf(folder)
  const files = sirv(folder, { dev: true, etag: true })
  const server = createServer((request, response) => {
    const { pathname, search } = new URL(request.url ?? '/', 'http://localhost')
    if (pathname === prefix && prefix !== '') {
      response.writeHead(308, { location: `${prefix}/${search}` }).end()
      return
    }
    for (const [name, value] of headers(pathname)) response.setHeader(name, value)
    const missing = () => {
      request.url = '/404.html'
      response.statusCode = 404
      files(request, response, () => void response.writeHead(404).end('Not found'))
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
