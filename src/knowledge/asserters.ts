import { type Asserter, asserterIds } from '#schema/parties.ts'
import type { Knowledge } from './knowledge.ts'
import { publishersOf } from './publisher.ts'

/** Whose word a claim is, as far as it matters to a reader. */
export type Sayer = 'host' | 'vendor' | 'regulator' | 'press' | 'editor' | 'other'

const BY_KIND: Readonly<Record<string, Sayer>> = {
  vendor: 'vendor',
  platform: 'vendor',
  operator: 'vendor',
  regulator: 'regulator',
  legislature: 'regulator',
  court: 'regulator',
  government: 'regulator',
  press: 'press',
}

function sayerOf(knowledge: Knowledge, id: string, host: string | undefined): Sayer {
  if (id === 'editor') return 'editor'
  return id === host ? 'host' : (BY_KIND[knowledge.get('organizations', id)?.data.kind ?? ''] ?? 'other')
}

/**
 * Who asserts a claim: whom it names, else whoever published its sources. News is the press's word also where the
 * publisher has no record. `host` is the organization that held the meeting a claim is about.
 */
export function sayersOf(
  knowledge: Knowledge,
  claim: { readonly assertedBy?: readonly Asserter[] | undefined; readonly sources: readonly string[] },
  host?: string,
): Sayer[] {
  if (claim.assertedBy) return [...new Set(asserterIds(claim.assertedBy).map((id) => sayerOf(knowledge, id, host)))]
  const asserters = claim.sources.flatMap((id): Sayer[] => {
    const source = knowledge.get('sources', id)?.data
    if (!source) return []
    const [publisher] = publishersOf(knowledge, source)
    return [
      publisher === undefined ? (source.kind === 'news' ? 'press' : 'other') : sayerOf(knowledge, publisher, host),
    ]
  })
  return [...new Set(asserters)]
}
