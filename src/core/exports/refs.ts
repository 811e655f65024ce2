import type { Knowledge } from '../graph/knowledge.ts'
import { absolute, routes } from '../routes.ts'
import type { AnyEntry } from '../schema/entry.ts'
import { partsOf } from '../schema/walk.ts'
import { labelOf, partLabel } from '../views/label.ts'
import { SCHEMA_VERSION } from './twin.ts'

/** The last revision that changed a part: citations that pin an older one are outdated. */
function revisionOf({ data }: AnyEntry, part: string): number {
  return data.history.findLast(({ changed }) => changed.includes(part))?.revision ?? 1
}

function recordRefs(knowledge: Knowledge, entry: AnyEntry) {
  const { kind, id, data } = entry
  const parts = partsOf(entry.data).map(({ id: part }) => [part, knowledge.part(entry, part)] as const)
  return {
    id,
    recordKind: kind,
    title: labelOf(knowledge, entry),
    url: absolute(knowledge.address, routes.record(kind, id)),
    recordStatus: data.recordStatus,
    revision: data.revision,
    aliases: data.aliases,
    ...(data.supersededBy === undefined ? {} : { supersededBy: data.supersededBy }),
    ...(data.statusReason === undefined ? {} : { statusReason: data.statusReason }),
    parts: Object.fromEntries(parts.flatMap(([part, found]) => (found ? [[part, { label: partLabel(found), revision: revisionOf(entry, part) }]] : []))),
  }
}

/** `/data/refs.json`: every id that can be cited, for checkers of references. */
export const refs = (knowledge: Knowledge): Record<string, unknown> => ({
  schemaVersion: SCHEMA_VERSION,
  site: knowledge.address ?? null,
  records: knowledge.entries.map((entry) => recordRefs(knowledge, entry)),
})
