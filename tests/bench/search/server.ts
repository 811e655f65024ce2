import { createServer } from 'node:http'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { extname, join } from 'node:path'
import { gzipSync } from 'node:zlib'

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
}
const TEXT = new Set(['.html', '.js', '.css', '.json', '.svg'])

/**
 * A server that counts the bytes of every answer. It packs text as static hosts do; the index is packed already.
 */
export interface Counting {
  readonly port: number
  /** Bytes by path since the last call. */
  take(): ReadonlyMap<string, number>
  close(): void
}

/** Serves folders under path prefixes (`{ '/': dist, '/plain/': other }`), the longest prefix first. */
export function serveCounting(folders: Readonly<Record<string, string>>): Promise<Counting> {
  const prefixes = Object.keys(folders).sort((a, b) => b.length - a.length)
  const packed = new Map<string, Buffer>()
  let counts = new Map<string, number>()
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost')
    const prefix = prefixes.find((own) => pathname.startsWith(own)) ?? '/'
    const whole = join(folders[prefix] ?? '', pathname.slice(prefix.length), pathname.endsWith('/') ? 'index.html' : '')
    if (!existsSync(whole) || !statSync(whole).isFile()) return void response.writeHead(404).end()
    const isText = TEXT.has(extname(whole))
    const body = packed.get(whole) ?? (isText ? gzipSync(readFileSync(whole)) : readFileSync(whole))
    packed.set(whole, body)
    counts.set(pathname, (counts.get(pathname) ?? 0) + body.length)
    response
      .writeHead(200, {
        'content-type': TYPES[extname(whole)] ?? 'application/octet-stream',
        ...(isText ? { 'content-encoding': 'gzip' } : {}),
      })
      .end(body)
  })
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      resolve({
        port: typeof address === 'object' && address ? address.port : 0,
        take: () => {
          const taken = counts
          counts = new Map()
          return taken
        },
        close: () => void server.close(),
      })
    })
  })
}
