import type { Knowledge } from '#knowledge/knowledge.ts'
import { added, changed } from '#knowledge/dates.ts'
import { absolute, routes } from '#urls.ts'
import type { AnyEntry } from '#schema/entry.ts'
import { type Kind, KINDS } from '#schema/kind-names.ts'
import { fieldsOf, unwrap } from '#schema/walk.ts'
import { csvText } from './csv-text.ts'
import { disclosureOf } from './twin.ts'

const FIRST = ['recordKind', 'id', 'url', 'added', 'changed'] as const
const SEPARATOR = '; '

/** A value in one cell: a list of plain values joined by "; ", anything deeper as JSON, nothing as an empty cell. */
function cell(value: unknown): string | number {
  if (value === undefined || value === null) return ''
  if (typeof value === 'string' || typeof value === 'number') return value
  if (Array.isArray(value) && value.every((item) => typeof item === 'string')) return value.join(SEPARATOR)
  return JSON.stringify(value)
}

/** Columns for records of some kinds: the fixed ones, then every field in the order of the schemas, each once. */
const columnsOf = ({ schemas }: Knowledge, kinds: readonly Kind[]): string[] => [
  ...new Set([...FIRST, ...kinds.flatMap((kind) => Object.keys(fieldsOf(unwrap(schemas[kind]).schema) ?? {}))]),
]

/**
 * Records as CSV with a header: of one kind, whose columns are the same where there are no records, or of those that
 * there are. Bodies are left out; the JSON forms have them.
 */
export function csv(knowledge: Knowledge, entries: readonly AnyEntry[], kind?: Kind): string {
  const present = KINDS.filter((one) => entries.some((entry) => entry.kind === one))
  const columns = columnsOf(knowledge, kind === undefined ? present : [kind])
  const rows = entries.map((entry) => {
    const fixed = {
      recordKind: entry.kind,
      id: entry.id,
      url: absolute(knowledge, routes.record(entry.kind, entry.id)),
      added: added(entry),
      changed: changed(entry),
    }
    const values = new Map<string, unknown>(Object.entries({ ...entry.data, ...fixed }))
    return columns.map((column) => cell(values.get(column)))
  })
  return csvText([columns, ...rows], disclosureOf(knowledge).disclosure)
}
