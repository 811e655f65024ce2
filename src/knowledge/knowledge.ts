import { type AnyEntry, type Entry, stands } from '#schema/entry.ts'
import { KINDS, type Kind } from '#schema/kind-names.ts'
import type { Schemas } from '#schema/extend.ts'
import type { Menu } from '#schema/menu.ts'
import { parseReference } from '#schema/references.ts'
import type { Site } from '#schema/site.ts'
import type { Tlp } from '#schema/vocabularies.ts'
import { partsOf } from '#schema/walk.ts'
import { type Backlink, outgoing } from './backlinks.ts'
import type { Ledger } from './ledger.ts'

/** What a run was asked for, beside the content: the date is given, never taken from a clock. */
export interface SiteContext {
  readonly site: Site
  /** Public address with path prefix and without a trailing slash; undefined when the site does not know it. */
  readonly address: string | undefined
  /** Path prefix under which the site is hosted, without a trailing slash: empty, or `/kb`. */
  readonly base: string
  /** Absolute path of the content folder, where pictures of bodies lie. */
  readonly folder: string
  /** Schemas of the records, with the fields that the site adds. */
  readonly schemas: Schemas
  readonly menu: Menu
  /** Whether incidents have CSAF documents. */
  readonly csaf?: boolean
  readonly audience: Tlp
  /** “Now” in ms since 1970 (UTC midnight unless a time was given), and the day it falls on. */
  readonly now: number
  readonly today: string
  /** What was published before, where a check compares with it. */
  readonly ledgers?: readonly Ledger[]
}

/** A part found by its reference. */
export interface FoundPart {
  readonly id: string
  readonly list: string
  readonly data: Readonly<Record<string, unknown>>
}

/** What a reference leads to. */
export interface Resolved {
  readonly entry: AnyEntry
  readonly part?: FoundPart
  readonly revision?: number
}

/** The linked whole: the only query surface. Frozen; every answer is in a stable order. */
export interface Knowledge extends SiteContext {
  /** Every entry as read, duplicates included: for rules. */
  readonly entries: readonly AnyEntry[]
  /** All records of a kind that stand, by id: what lists, counts and searches. Withdrawn ones are left out. */
  all<K extends Kind>(kind: K): readonly Entry<K>[]
  /** All records of a kind, withdrawn ones among them: for rules, and for data that tells of them. */
  every<K extends Kind>(kind: K): readonly Entry<K>[]
  /** A record of a kind by its id; undefined if there is none. */
  get<K extends Kind>(kind: K, id: string): Entry<K> | undefined
  /** A record of any kind by its id or one of its aliases. */
  find(id: string): AnyEntry | undefined
  /** A part of a record by its id. */
  part(entry: AnyEntry, id: string): FoundPart | undefined
  /** Every reference from standing records to a record (and, if given, to that part of it). */
  backlinks(id: string, part?: string): readonly Backlink[]
  /** The same, from withdrawn records too. */
  references(id: string): readonly Backlink[]
  /** Standing records of a kind that refer to a record through a field (`about.incidents`), each once, by id. */
  from<K extends Kind>(kind: K, field: string, id: string): readonly Entry<K>[]
  /**
   * Resolves `id`, `id#part` or, given the record it stands in, `#part`; with the revision that it pins, if it pins
   * one.
   */
  resolve(reference: string, own?: string): Resolved | undefined
}

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value)
    Object.values(value).forEach(deepFreeze)
  }
  return value
}

function groupBy<T>(items: readonly T[], key: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  return Map.groupBy(items, key)
}

/** Headings of the body as parts, by their anchors; those of earlier versions lead to them, too. */
const headingsOf = ({ headings = [] }: AnyEntry): [string, FoundPart][] =>
  headings.flatMap(({ id, formerly, title }) =>
    [formerly, id].flatMap((anchor): [string, FoundPart][] =>
      anchor === undefined ? [] : [[anchor, { id, list: 'headings', data: { title } }]],
    ),
  )

const byId = (a: AnyEntry, b: AnyEntry) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)

/**
 * Links entries into Knowledge: indexes and backlinks are built once, then everything is frozen. Dangling references
 * stay as they are; rules report them.
 */
export function link(entries: readonly AnyEntry[], context: SiteContext): Knowledge {
  for (const entry of entries) deepFreeze(entry.data)
  const sorted = [...entries].sort(byId)
  const byKind = groupBy(sorted, (entry) => entry.kind)
  const byAnyId = new Map(sorted.flatMap((entry) => entry.data.aliases.map((alias) => [alias, entry] as const)))
  for (const entry of sorted) byAnyId.set(entry.id, entry)
  const parts = new Map(
    sorted.map((entry) => [
      entry,
      new Map([
        ...headingsOf(entry),
        ...partsOf(entry.data).map(({ id, path, data }) => [id, { id, list: String(path[0]), data }] as const),
      ]),
    ]),
  )
  const incoming = groupBy(sorted.flatMap(outgoing), (found) => byAnyId.get(found.id)?.id ?? found.id)

  const standing = groupBy(sorted.filter(stands), (entry) => entry.kind)
  const relied = groupBy(
    [...incoming.values()].flat().filter(({ from }) => stands(from)),
    (found) => byAnyId.get(found.id)?.id ?? found.id,
  )

  const every = <K extends Kind>(kind: K) => (byKind.get(kind) ?? []) as readonly Entry<K>[]
  const index = new Map(KINDS.map((kind) => [kind, new Map(every(kind).map((entry) => [entry.id, entry]))]))
  const knowledge: Knowledge = {
    ...context,
    entries,
    all: <K extends Kind>(kind: K) => (standing.get(kind) ?? []) as readonly Entry<K>[],
    every,
    get: <K extends Kind>(kind: K, id: string) => index.get(kind)?.get(id) as Entry<K> | undefined,
    find: (id) => byAnyId.get(id),
    part: (entry, id) => parts.get(entry)?.get(id),
    backlinks: (id, part) => {
      const found = relied.get(id) ?? []
      return part === undefined ? found : found.filter(({ targetPart }) => targetPart === part)
    },
    references: (id) => incoming.get(id) ?? [],
    from: <K extends Kind>(kind: K, field: string, id: string) =>
      [
        ...new Set(
          (relied.get(id) ?? [])
            .filter((found) => found.from.kind === kind && found.field === field)
            .map((found) => found.from),
        ),
      ] as unknown as readonly Entry<K>[],
    resolve: (reference, own) => {
      const found = parseReference(reference, own)
      const entry = found && byAnyId.get(found.id)
      if (!found || !entry) return undefined
      const pinned = found.revision === undefined ? {} : { revision: found.revision }
      if (found.part === undefined) return { entry, ...pinned }
      const part = parts.get(entry)?.get(found.part)
      return part && { entry, part, ...pinned }
    },
  }
  return Object.freeze(knowledge)
}
