import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { z } from 'zod'

const query = z.strictObject({ q: z.string(), best: z.array(z.string()).min(1), also: z.array(z.string()).default([]) })
const file = z.record(z.string(), z.array(query))

/** A query with what should be found. */
export interface Judged {
  readonly kind: string
  readonly q: string
  /** Gain of each record that is worth finding: 2 for what the person looks for, 1 for what is useful too. */
  readonly gains: ReadonlyMap<string, number>
  /** Whether it is kept for a final run. */
  readonly heldBack: boolean
}

/** The committed queries. Half of each kind is held back: those that come first by a hash of their text, which nobody chose. */
export function judgedQueries(): Judged[] {
  const kinds = file.parse(parse(readFileSync(new URL('queries.yaml', import.meta.url), 'utf8')))
  const hash = (q: string) => createHash('sha256').update(q).digest('hex')
  return Object.entries(kinds).flatMap(([kind, queries]) => {
    const byHash = queries.map(({ q }) => q).sort((a, b) => (hash(a) < hash(b) ? -1 : 1))
    const kept = new Set(byHash.slice(0, Math.floor(byHash.length / 2)))
    return queries.map(({ q, best, also }) => ({ kind, q, gains: new Map([...also.map((id) => [id, 1] as const), ...best.map((id) => [id, 2] as const)]), heldBack: kept.has(q) }))
  })
}
