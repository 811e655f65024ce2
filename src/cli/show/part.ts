import type { FoundPart, Knowledge } from '#knowledge/knowledge.ts'
import type { AnyEntry } from '#schema/entry.ts'
import { kinds } from '#schema/kinds.ts'
import { PART_KINDS } from '#schema/shape.ts'
import { elementOf, fieldsOf, schemaFor } from '#schema/walk.ts'
import { labelOf, partLabel } from '#views/label.ts'
import { evidence } from '#views/evidence.ts'
import { type Block, row, section } from './document.ts'
import { factRows, nameOf } from './field-words.ts'

const SKIP = new Set(['id', 'sources'])
const letterOf = (id: string) =>
  Object.entries(PART_KINDS).find(([letter]) => id.startsWith(`${letter}-`))?.[1] ?? 'part'

/** One part of a record: its words, its fields, its sources, and what refers to it. */
export function partBlocks(knowledge: Knowledge, entry: AnyEntry, part: FoundPart): Block[] {
  const list = fieldsOf(schemaFor(kinds[entry.kind].schema, entry.data))?.[part.list]
  const schema = list && elementOf(schemaFor(list, []))
  const cited = Array.isArray(part.data['sources']) ? part.data['sources'].map(String) : []
  const from = knowledge.backlinks(entry.id, part.id)
  return [
    { kind: 'title', text: partLabel(part) },
    { kind: 'label', text: `${entry.id}#${part.id} · ${letterOf(part.id)} of ${labelOf(knowledge, entry)}` },
    ...section('Facts', schema ? factRows(knowledge, schema, part.data, entry.id, SKIP) : []),
    ...section(
      'Sources',
      evidence(knowledge, cited).map(({ title, publisher, published, url }, index) =>
        row([`[${index + 1}]`, [title, publisher, published].filter((word) => word !== undefined).join('. ')], url),
      ),
    ),
    ...section(
      'Referred to by',
      from.map((link) =>
        row([
          link.part ?? link.from.id,
          link.part === undefined ? nameOf(knowledge, link.from.id) : nameOf(knowledge, `${link.from.id}#${link.part}`),
        ]),
      ),
    ),
  ]
}
