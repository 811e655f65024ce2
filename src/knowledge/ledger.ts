import type { AnyEntry } from '#schema/entry.ts'
import type { DataPath, SourceLocation } from '#schema/finding.ts'
import { type LedgerFile, type LedgerName, LEDGERS, type Released } from '#schema/release.ts'
import { type Digests, digestsOf, type Hash } from './digest.ts'

/** Records by id and by alias. */
export type ById = ReadonlyMap<string, AnyEntry>

/** Every record under its id and its old ids; an id goes before an alias. */
export const byAnyId = (entries: readonly AnyEntry[]): ById =>
  new Map([
    ...entries.flatMap((entry) => entry.data.aliases.map((alias) => [alias, entry] as const)),
    ...entries.map((entry) => [entry.id, entry] as const),
  ])

/** A ledger beside the records as its readers now see them. */
export interface Ledger {
  readonly name: LedgerName
  readonly file: string
  readonly records: LedgerFile['records']
  /** A record by its id or an old one, as far as the readers of this ledger see it. */
  readonly find: (id: string) => AnyEntry | undefined
  readonly digests: (entry: AnyEntry) => Digests
  /** Where a record or part (`['records', id, 'parts', part]`) stands in the file. */
  readonly locate: (path: DataPath) => SourceLocation
}

/** What may be known to whom: every record as written, and what everybody may see of them. */
export interface Views {
  readonly all: readonly AnyEntry[]
  readonly open: readonly AnyEntry[]
}

interface Next {
  readonly open: LedgerFile
  readonly restricted: LedgerFile
}

const EMPTY: LedgerFile = { schemaVersion: '1.0', records: {} }

const sorted = (records: LedgerFile['records']): LedgerFile => ({
  ...EMPTY,
  records: Object.fromEntries(Object.entries(records).sort(([a], [b]) => (a < b ? -1 : 1))),
})
const ordered = (parts: readonly (readonly [string, string | null])[]): Released['parts'] =>
  Object.fromEntries(parts.toSorted(([a], [b]) => (a < b ? -1 : 1)))

/** Ids to be in a ledger: those in it already, which stay for good, and those of records that readers can now see. Drafts are not published. */
const idsFor = (before: LedgerFile | undefined, entries: readonly AnyEntry[]): Set<string> =>
  new Set([
    ...Object.keys(before?.records ?? {}),
    ...entries.filter(({ data }) => data.recordStatus !== 'draft').map(({ id }) => id),
  ])

/**
 * The ledgers after a release: what stood in them before and has not moved, and everything published since. What everybody may see
 * goes into the open one; of the rest, and of parts that everybody sees less of than is written, the restricted one holds the digests.
 */
export function released(
  { all, open }: Views,
  before: { readonly [name in LedgerName]?: LedgerFile | undefined },
  hash: Hash,
): Next {
  const [whole, seen] = [byAnyId(all), byAnyId(open)]
  const kept = new Map<AnyEntry, Digests>()
  const digests = (entry: AnyEntry): Digests => {
    const found = kept.get(entry) ?? digestsOf(entry, hash)
    kept.set(entry, found)
    return found
  }
  const openRecords: Record<string, Released> = {}
  for (const id of idsFor(before.open, open)) {
    const entry = seen.get(id)
    const written = entry && whole.get(entry.id)
    const stood = before.open?.records[id]
    if (!entry || !written) {
      if (stood) openRecords[id] = stood
      continue
    }
    const own = digests(written)
    openRecords[id] = {
      revision: entry.data.revision,
      parts: ordered([...digests(entry)].map(([part, digest]) => [part, own.get(part) === digest ? digest : null])),
    }
  }
  const restricted: Record<string, Released> = {}
  for (const id of idsFor(before.restricted, all)) {
    const entry = whole.get(id)
    const stood = before.restricted?.records[id]
    if (!entry) {
      if (stood) restricted[id] = stood
      continue
    }
    const shown = openRecords[id]
    const parts = [...digests(entry)].filter(([part]) => (shown?.parts[part] ?? null) === null)
    if (!shown || parts.length > 0) restricted[id] = { revision: entry.data.revision, parts: ordered(parts) }
  }
  return { open: sorted(openRecords), restricted: sorted(restricted) }
}

/** A ledger for the rules. `entries` are what its readers see. */
export function ledgerOf(
  name: LedgerName,
  { records }: LedgerFile,
  entries: readonly AnyEntry[],
  hash: Hash,
  locate: Ledger['locate'],
): Ledger {
  const found = byAnyId(entries)
  return {
    name,
    file: LEDGERS[name],
    records,
    find: (id) => found.get(id),
    digests: (entry) => digestsOf(entry, hash),
    locate,
  }
}
