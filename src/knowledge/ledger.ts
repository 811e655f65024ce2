import type { AnyEntry } from '#schema/entry.ts'
import type { DataPath, SourceLocation } from '#schema/finding.ts'
import { type LedgerFile, type LedgerName, LEDGERS, type Released } from '#schema/release.ts'
import { type Digests, digestsOf, fieldDigestsOf, type Hash } from './digest.ts'

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
  readonly fieldDigests: (entry: AnyEntry) => Digests
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
const ordered = (digests: readonly (readonly [string, string | null])[]): Released['parts'] =>
  Object.fromEntries(digests.toSorted(([a], [b]) => (a < b ? -1 : 1)))

/**
 * What everybody may know of the digests of a record: those of what everybody sees as it is written, and null for the
 * rest of what is seen.
 */
const openly = (shown: Digests, written: Digests): Released['parts'] =>
  ordered([...shown].map(([name, digest]) => [name, written.get(name) === digest ? digest : null]))

/** The digests of a record that everybody may not know. */
const withheld = (written: Digests, open: Released['parts'] = {}): Released['parts'] =>
  ordered([...written].filter(([name]) => (open[name] ?? null) === null))

/** Digests once for each record. */
function once(of: (entry: AnyEntry) => Digests): (entry: AnyEntry) => Digests {
  const kept = new Map<AnyEntry, Digests>()
  return (entry) => {
    const found = kept.get(entry) ?? of(entry)
    kept.set(entry, found)
    return found
  }
}

/**
 * Ids to be in a ledger: those in it already, which stay for good, and those of records that readers can now see.
 * Drafts are not published.
 */
const idsFor = (before: LedgerFile | undefined, entries: readonly AnyEntry[]): Set<string> =>
  new Set([
    ...Object.keys(before?.records ?? {}),
    ...entries.filter(({ data }) => data.recordStatus !== 'draft').map(({ id }) => id),
  ])

/**
 * The ledgers after a release: what stood in them before and has not moved, and everything published since. What
 * everybody may see goes into the open one; of the rest, and of parts that everybody sees less of than is written, the
 * restricted one holds the digests.
 */
export function released(
  { all, open }: Views,
  before: { readonly [name in LedgerName]?: LedgerFile | undefined },
  hash: Hash,
): Next {
  const [whole, seen] = [byAnyId(all), byAnyId(open)]
  const parts = once((entry) => digestsOf(entry, hash))
  const fields = once((entry) => fieldDigestsOf(entry, hash))
  const openRecords: Record<string, Released> = {}
  for (const id of idsFor(before.open, open)) {
    const entry = seen.get(id)
    const written = entry && whole.get(entry.id)
    const stood = before.open?.records[id]
    if (!entry || !written) {
      if (stood) openRecords[id] = stood
      continue
    }
    openRecords[id] = {
      revision: entry.data.revision,
      parts: openly(parts(entry), parts(written)),
      fields: openly(fields(entry), fields(written)),
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
    const kept = {
      revision: entry.data.revision,
      parts: withheld(parts(entry), shown?.parts),
      fields: withheld(fields(entry), shown?.fields),
    }
    if (!shown || Object.keys(kept.parts).length + Object.keys(kept.fields).length > 0) restricted[id] = kept
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
    fieldDigests: (entry) => fieldDigestsOf(entry, hash),
    locate,
  }
}
