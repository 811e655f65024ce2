import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import type { IncomingMessage } from 'node:http'
import { routes } from '#urls.ts'

const RANGE = /^bytes=(\d{1,15})-(\d{0,15})$/

/** Whether a part of a file that a request asks for can be sent: its end is not before its beginning. */
function isSatisfiable(range: string): boolean {
  const [, start = '', end = ''] = RANGE.exec(range) ?? []
  return start !== '' && (end === '' || Number(start) <= Number(end))
}

function tame(request: IncomingMessage): void {
  const { url = '/', headers } = request
  if (headers.range !== undefined && !isSatisfiable(headers.range)) delete headers.range
  if (!url.startsWith('/') || !URL.canParse(url, 'http://localhost')) request.url = routes.notFound()
}

function onRequest(message: unknown): void {
  if (typeof message === 'object' && message !== null && 'request' in message) tame(message.request as IncomingMessage)
}

const REQUEST = 'http.server.request.start'

/**
 * Keeps odd requests from ending a preview or a development server. The server of Vite throws outside of every handler
 * at a range whose end is before its beginning, and at an address that is no path; a server may pass over a range (RFC
 * 9110, 14.2), and such an address is answered as one that is not there. Neither Astro nor Vite offers a place before
 * that, so each request is seen as Node announces it. Delete this when Vite answers both by itself.
 */
export function tameRequests(): void {
  // A development server that starts anew asks again.
  unsubscribe(REQUEST, onRequest)
  subscribe(REQUEST, onRequest)
}
