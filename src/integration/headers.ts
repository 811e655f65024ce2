import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { siteHeaders } from '#exports/policy.ts'
import type { Tlp } from '#schema/vocabularies.ts'

/** A path, or with `*` at its end every path that begins so, and the headers it gets. */
interface HeaderRule {
  readonly path: string
  readonly headers: readonly (readonly [string, string])[]
}

/** For whom headers are written, and where the site stands. */
interface HostOptions {
  readonly audience: Tlp
  readonly peers: readonly string[]
  /** Path prefix, `/` or `/some/path`. */
  readonly base: string
}

/** Writes the headers of a built site beside its pages: `_headers`, which Netlify, Cloudflare Pages and others read. */
export function writeHeaders(folder: string, { audience, peers, base }: HostOptions): void {
  const lines = siteHeaders(audience, peers).map(([name, value]) => `  ${name}: ${value}`)
  writeFileSync(join(folder, '_headers'), [`${base === '/' ? '' : base}/*`, ...lines, ''].join('\n'))
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

/**
 * Reads `_headers` of a built folder; gives the headers of a path as hosts send them: those of all matching rules,
 * joined by name.
 */
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
