import type { AnyEntry, Entry } from '#schema/entry.ts'
import { isObject } from '#schema/walk.ts'
import type { Knowledge } from './knowledge.ts'

/** Something a record says and what it rests on. */
export interface Claim {
  readonly entry: AnyEntry
  /** The innermost part that says it; absent where the record as a whole does. */
  readonly part?: string
  readonly sources: readonly string[]
}

/** Every claim of a record: each object with sources, under the innermost part that holds it. */
export function claimsOf(entry: AnyEntry): Claim[] {
  const claims: Claim[] = []
  const visit = (value: unknown, part: string | undefined): void => {
    if (Array.isArray(value)) value.forEach((item) => visit(item, part))
    if (!isObject(value)) return
    const inner = typeof value['id'] === 'string' ? value['id'] : part
    const { sources } = value
    if (Array.isArray(sources) && sources.length > 0)
      claims.push({ entry, sources: sources.map(String), ...(inner === undefined ? {} : { part: inner }) })
    for (const [key, item] of Object.entries(value)) if (key !== 'sources') visit(item, inner)
  }
  visit(entry.data, undefined)
  return claims
}

/** Whether a source supports as a primary one: it is one, and whole or part of the original was read. */
export const countsAsPrimary = ({ kind, read }: Pick<Entry<'sources'>['data'], 'kind' | 'read'>): boolean =>
  kind === 'primary' && (read === 'whole' || read === 'part')

/** How well a record's claims are supported. */
export interface Support {
  readonly claims: readonly Claim[]
  /** Claims with at least one primary source. */
  readonly primary: number
  readonly single: readonly Claim[]
  readonly withoutPrimary: readonly Claim[]
}

/** The support of the claims of some records. Sources that are not in this build are not counted as any kind. */
export function supportOf(knowledge: Knowledge, entries: readonly AnyEntry[]): Support {
  const claims = entries.flatMap(claimsOf)
  const isPrimary = ({ sources }: Claim) =>
    sources.some((id) => {
      const source = knowledge.get('sources', id)?.data
      return source !== undefined && countsAsPrimary(source)
    })
  const withoutPrimary = claims.filter((claim) => !isPrimary(claim))
  return {
    claims,
    primary: claims.length - withoutPrimary.length,
    single: claims.filter(({ sources }) => new Set(sources).size === 1),
    withoutPrimary,
  }
}
