import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { FRAMED, siteHeaders, UNFRAMED } from '#exports/policy.ts'
import type { Tlp } from '#schema/vocabularies.ts'

type Header = readonly [string, string]

/** A path, or with `*` at its end every path that begins so, and the headers it gets. */
interface HeaderRule {
  readonly path: string
  readonly headers: readonly Header[]
}

/** For whom headers are written, and where the site stands. */
interface HostOptions {
  readonly audience: Tlp
  readonly peers: readonly string[]
  /** Path prefix, `/` or `/some/path`. */
  readonly base: string
}

// Hosts join the headers of all rules that match, so “all but the cards” has to be listed by what there is.
function rulesFor(folder: string, { audience, peers, base }: HostOptions): HeaderRule[] {
  const prefix = base === '/' ? '' : base
  const top = readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => name !== FRAMED && !name.startsWith('_h'))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
  return [
    { path: `${prefix}/*`, headers: siteHeaders(audience, peers) },
    { path: `${prefix}/`, headers: UNFRAMED },
    ...top.map((item) => ({ path: `${prefix}/${item.name}${item.isDirectory() ? '/*' : ''}`, headers: UNFRAMED })),
  ]
}

/** A value in quotation marks. nginx has no way to write a dollar sign: it begins a variable, escaped or not. */
function quoted(value: string): string {
  if (value.includes('$')) throw new Error(`nginx would read a variable in the header value ${value}`)
  return `"${value.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`
}

const addAll = (headers: readonly Header[]) =>
  headers.map(([name, value]) => `add_header ${name} ${quoted(value)} always;`)

/** For nginx, to be included in a `server` block. Locations repeat all headers, because nginx drops inherited ones. */
function nginx({ audience, peers, base }: HostOptions): string {
  const own = siteHeaders(audience, peers)
  const prefix = base === '/' ? '' : base
  return [
    '# Include this in the server block that serves the site.',
    ...addAll([...own, ...UNFRAMED]),
    'error_page 404 /404.html;',
    `location ^~ ${prefix}/${FRAMED}/ {`,
    ...addAll(own).map((line) => `  ${line}`),
    '}',
    '',
  ].join('\n')
}

/** Writes the headers of a built site beside its pages: `_headers` (Netlify, Cloudflare Pages and others) and `_headers.nginx`. */
export function writeHeaders(folder: string, options: HostOptions): void {
  const rules = rulesFor(folder, options)
  const blocks = rules.map(({ path, headers }) =>
    [path, ...headers.map(([name, value]) => `  ${name}: ${value}`), ''].join('\n'),
  )
  writeFileSync(join(folder, '_headers'), blocks.join('\n'))
  writeFileSync(join(folder, '_headers.nginx'), nginx(options))
}

function readRules(text: string): HeaderRule[] {
  const rules: { path: string; headers: [string, string][] }[] = []
  for (const line of text.split('\n')) {
    const [, name, value] = /^\s+([\w-]+): (.*)$/.exec(line) ?? []
    if (line.startsWith('/')) rules.push({ path: line.trim(), headers: [] })
    else if (name !== undefined && value !== undefined) rules.at(-1)?.headers.push([name, value])
  }
  return rules
}

const matches = (rule: string, path: string) =>
  rule.endsWith('*') ? path.startsWith(rule.slice(0, -1)) : path === rule

/** Reads `_headers` of a built folder; gives the headers of a path as hosts send them: those of all matching rules, joined by name. */
export function headersOf(folder: string): (path: string) => ReadonlyMap<string, string> {
  const file = join(folder, '_headers')
  const rules = existsSync(file) ? readRules(readFileSync(file, 'utf8')) : []
  return (path) => {
    const all = new Map<string, string>()
    for (const { headers } of rules.filter((rule) => matches(rule.path, path)))
      for (const [name, value] of headers) all.set(name, all.has(name) ? `${all.get(name)}, ${value}` : value)
    return all
  }
}
