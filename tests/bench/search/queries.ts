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

const yaml = (name: string): unknown => parse(readFileSync(new URL(name, import.meta.url), 'utf8'))
const read = (name: string) => Object.entries(file.parse(yaml(name)))

const records = z.strictObject({ best: z.array(z.string()).default([]), also: z.array(z.string()).default([]) })
const later = z.record(z.string(), records).parse(yaml('queries-later.yaml'))

/** A query with what has come since it was judged and answers it, too. */
export const withLaterRecords = (query: Judged): Judged => {
  const { best, also } = later[query.q] ?? records.parse({})
  const gains = [...also.map((id) => [id, 1] as const), ...query.gains, ...best.map((id) => [id, 2] as const)]
  return { ...query, gains: new Map(gains) }
}

/** A query with the ids that its records have today: `now` gives that of an old one. */
export const underIdsOfToday = (query: Judged, now: (id: string) => string | undefined): Judged => ({
  ...query,
  gains: new Map([...query.gains].map(([id, gain]) => [now(id) ?? id, gain])),
})

const judged = (kind: string, { q, best, also }: z.infer<typeof query>, heldBack: boolean): Judged => ({
  kind,
  q,
  gains: new Map([...also.map((id) => [id, 1] as const), ...best.map((id) => [id, 2] as const)]),
  heldBack,
})

/**
 * The committed queries. Half of each kind is held back: those that come first by a hash of their text, which nobody
 * chose.
 */
export function judgedQueries(): Judged[] {
  const hash = (q: string) => createHash('sha256').update(q).digest('hex')
  return read('queries.yaml').flatMap(([kind, queries]) => {
    const byHash = queries.map(({ q }) => q).sort((a, b) => (hash(a) < hash(b) ? -1 : 1))
    const kept = new Set(byHash.slice(0, Math.floor(byHash.length / 2)))
    return queries.map((own) => judged(kind, own, kept.has(own.q)))
  })
}

/**
 * Queries written later, from the records alone, by someone who had seen neither the ranking nor the other queries.
 * Nothing is tuned on them.
 */
export const freshQueries = (): Judged[] =>
  read('queries-fresh.yaml').flatMap(([kind, queries]) => queries.map((own) => judged(kind, own, true)))

/**
 * Queries written from the records alone before the ranking they measure, with identifiers, names, outcomes and
 * questions among them. Nothing is tuned on them.
 */
export const blindQueries = (): Judged[] =>
  read('queries-blind.yaml').flatMap(([kind, queries]) => queries.map((own) => judged(kind, own, true)))
