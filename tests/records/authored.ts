import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { AnyEntry } from '#schema/entry.ts'
import type { DataPath } from '#schema/finding.ts'
import { kinds } from '#schema/kinds.ts'
import { isObject, visitStrings } from '#schema/walk.ts'
import { readContent } from '#content/read.ts'

const ROOT = fileURLToPath(new URL('../../content/', import.meta.url))
const KINDS = Object.keys(kinds)

/**
 * Every record of the content folder, drafts, restricted and embargoed ones included: the check is about all that
 * authors wrote.
 */
export const entries: readonly AnyEntry[] = readContent(ROOT, { level: 'RED', now: 8.64e15, drafts: true }).entries

/** How many record files there are, counted without the reader. */
export const fileCount: number = KINDS.flatMap((kind) =>
  readdirSync(ROOT, { encoding: 'utf8' }).includes(kind)
    ? readdirSync(`${ROOT}${kind}`).filter((name) => !name.startsWith('.'))
    : [],
).length

/** A text that somebody wrote, and where. */
export interface Authored {
  readonly where: string
  readonly text: string
}

/** Marks that lead to a source; the id in them is not the author's words. */
const SOURCE_MARK = /<Src\s[^<>]*\/>/gu

const name = (entry: AnyEntry, path: DataPath): string => `${entry.file} ${path.join('.')}`

/**
 * Everything a record says in words of its own: no ids, no addresses, no titles of publications, no quotations of
 * statements.
 */
export function authored(entry: AnyEntry): Authored[] {
  const found: Authored[] = []
  visitStrings(kinds[entry.kind].schema, entry.data, ({ path, value, meta }) => {
    const isOurs =
      meta.ref === undefined &&
      meta.part !== true &&
      path[0] !== 'quotes' &&
      !(entry.kind === 'sources' && path[0] === 'title')
    if (isOurs && value.includes(' ')) found.push({ where: name(entry, path), text: value })
  })
  for (const [at, block] of (entry.body ?? '')
    .replace(SOURCE_MARK, '')
    .split(/\n{2,}/u)
    .entries())
    found.push({ where: `${entry.file} body, block ${at + 1}`, text: block })
  return found
}

/** Objects in a record that state something and so need a source, with the place of each. */
export function claims(entry: AnyEntry): { where: string; value: Record<string, unknown> }[] {
  const found: { where: string; value: Record<string, unknown> }[] = []
  const walk = (value: unknown, path: DataPath): void => {
    if (Array.isArray(value)) value.forEach((item, at) => walk(item, [...path, at]))
    else if (isObject(value)) {
      if (CLAIMS.has(path.filter((key) => typeof key === 'string').join('.')))
        found.push({ where: name(entry, path), value })
      for (const [key, inner] of Object.entries(value)) walk(inner, [...path, key])
    }
  }
  walk(entry.data, [])
  return found
}

const CLAIMS = new Set([
  'timeline',
  'impact',
  'impact.disputedBy',
  'findings',
  'controls',
  'actions',
  'participants',
  'points',
  'log',
  'contradictions.readings',
])
