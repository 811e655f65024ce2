import { digest, readLedger } from '#content/ledger-file.ts'
import { Report } from '#content/report.ts'
import { digestsOf, fieldDigestsOf } from '#knowledge/digest.ts'
import { partsOf } from '#schema/walk.ts'
import type { Edited } from './edit-record.ts'

/**
 * Parts of a record that are new, that read otherwise than they were released, and that not everybody sees any more;
 * and changed fields.
 */
export function compared({ entry, settings, open }: Edited) {
  const records = (['open', 'restricted'] as const).map(
    (name) => readLedger(settings.content, name, new Report())?.ledger.records[entry.id],
  )
  const [published, kept] = records.map((record) => record?.parts)
  const released = [published, kept].filter((parts) => parts !== undefined)
  const known = new Set(released.flatMap((parts) => Object.keys(parts)))
  const shown = open.find(({ id }) => id === entry.id)
  const [now, seen] = [digestsOf(entry, digest), shown && digestsOf(shown, digest)]
  const stands = (part: string, value: string) => released.some((parts) => parts[part] === value)
  const written = fieldDigestsOf(entry, digest)
  const isThere = (name: string, item: string) => written.get(name)?.split(' ').includes(item) === true
  const fields = records.flatMap((record) =>
    Object.entries(record?.fields ?? {}).flatMap(([name, items]) =>
      items?.split(' ').every((item) => isThere(name, item)) === false ? [name] : [],
    ),
  )
  // The order of the record, which readers know.
  const parts = partsOf(entry.data).map(({ id }) => id)
  return {
    added: parts.filter((part) => !known.has(part)),
    changed: parts.filter((part) => known.has(part) && !stands(part, now.get(part) ?? '')),
    hidden: parts.filter((part) => part in (published ?? {}) && seen !== undefined && !seen.has(part)),
    fields,
    isReleased: released.length > 0,
  }
}
