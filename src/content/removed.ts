import type { AnyEntry } from '#schema/entry.ts'
import type { FieldMeta } from '#schema/fields.ts'
import { parseReference } from '#schema/references.ts'
import { partsOf } from '#schema/walk.ts'

/** What a reading has lost so far, records and `record#part`: the one list that every cutter asks. */
export class Removed {
  readonly #records = new Set<string>()
  readonly #parts = new Set<string>()
  readonly #aliases: ReadonlyMap<string, string>

  /** Begins with nothing removed; knows the former ids of records. */
  constructor(entries: readonly AnyEntry[]) {
    this.#aliases = new Map(entries.flatMap(({ id, data }) => data.aliases.map((alias) => [alias, id] as const)))
  }

  /** Notes what one round of cutting took from a record; everything, where nothing is left. */
  add(before: AnyEntry, after: AnyEntry | undefined): void {
    const left = new Set(after ? partsOf(after.data).map((part) => part.id) : [])
    for (const part of partsOf(before.data)) if (!left.has(part.id)) this.#parts.add(`${before.id}#${part.id}`)
    if (!after) this.#records.add(before.id)
  }

  /** Whether a reference, as written in the record `own`, leads to something removed. */
  refers(text: string, own: string): boolean {
    const found = parseReference(text, own)
    if (!found) return false
    const id = this.#aliases.get(found.id) ?? found.id
    return this.#records.has(id) || (found.part !== undefined && this.#parts.has(`${id}#${found.part}`))
  }

  /** Whether a field, by its declared meta, refers to something removed. */
  field(value: string, meta: FieldMeta, own: string): boolean {
    if (meta.part || meta.partOrWords) return this.#parts.has(`${own}#${value}`)
    return meta.ref !== undefined && !meta.except?.includes(value) && this.refers(value, own)
  }

  /** Grows with every removal, and with nothing else. */
  get size(): number {
    return this.#records.size + this.#parts.size
  }
}
