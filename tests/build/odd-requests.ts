import { connect } from 'node:net'

/** Sends bytes as they are, which no client of ours would; gives what was answered until the connection ended. */
export const sent = (port: number, request: string): Promise<string> =>
  new Promise((answered) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(request, 'latin1'))
    let said = ''
    socket.on('data', (chunk: Buffer) => (said += chunk.toString('latin1')))
    socket.once('error', () => answered(said))
    socket.once('close', () => answered(said))
  })

/** A request of one line, with a host and other headers. */
export const request = (line: string, headers: readonly string[] = [], host = 'localhost') =>
  [`${line} HTTP/1.1`, `Host: ${host}`, 'Connection: close', ...headers, '', ''].join('\r\n')

/** Requests that no browser sends: methods, ranges, paths, headers and lines that are odd or none at all. */
export const ODD: readonly string[] = [
  ...[
    'bytes=5-2',
    'bytes=-',
    'bytes=a-b',
    'bytes=0-99999999999999999999',
    'bytes=-0',
    'lines=1-2',
    'bytes=1-2,0-0,5-3',
  ].map((range) => request('GET /index.html', [`Range: ${range}`])),
  ...['POST', 'PUT', 'DELETE', 'OPTIONS', 'TRACE', 'PROPFIND', 'HEAD', 'BREW'].map((method) => request(`${method} /`)),
  ...[
    '//',
    '/%',
    '/%00',
    '/%E0%A4%A',
    '/..%2f..%2fetc/passwd',
    '*',
    'http://[',
    '/\\..\\x',
    `/${'a'.repeat(9000)}`,
  ].map((path) => request(`GET ${path}`)),
  request('GET /', ['Content-Length: 99999']),
  request('GET /', ['Transfer-Encoding: chunked', 'Content-Length: 3']),
  request('GET /', ['If-None-Match: "', 'If-Modified-Since: the day after', 'Accept-Encoding: \u00ff']),
  request('GET /?a=1#b', ['Range: bytes=0-0', 'If-Range: "x"']),
  request('GET /@fs/etc/passwd'),
  request('GET /index.html', ['Range: bytes=99999-', 'Range: bytes=0-1']),
  request('GET /index.html', [`Range: bytes=${'0-0,'.repeat(2000)}1-1`]),
  request('GET /', ['Expect: 100-continue', 'Cookie: \u0001']),
  request(
    'GET /',
    Array.from({ length: 3000 }, (_, index) => `X-${index}: y`),
  ),
  'GET\r\n\r\n',
  '\u0000\u0001\u0002\r\n\r\n',
  'GET / HTTP/9.9\r\n\r\n',
]
