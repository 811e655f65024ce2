import { digest, readLedger } from '#content/ledger-file.ts'
import { Report } from '#content/report.ts'
import { digestsOf, fieldDigestsOf } from '#knowledge/digest.ts'
import { REVISION_TYPE } from '#schema/vocabularies.ts'
import { partsOf } from '#schema/walk.ts'
import { count } from '#text/words.ts'
import { type Command, SETTING_FLAGS } from '../command.ts'
import { addRevision, editRecord, type Edited, presentMoment, summaryOf } from '../edit/edit-record.ts'

const { content, now } = SETTING_FLAGS

/** Parts of a record that are new, that read otherwise than they were released, and that not everybody sees any more; and changed fields. */
function compared({ entry, settings, open }: Edited) {
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

export const reviseCommand: Command = {
  name: 'revise',
  summary:
    'Write a revision into the history of a record: which parts changed is found by comparing with the last release.',
  positionals: ['ID', 'SUMMARY'],
  flags: {
    type: {
      value: 'TYPE',
      oneOf: Object.keys(REVISION_TYPE),
      means:
        'Type of the revision (default: correction where a part changed, addition where parts are new, else editorial).',
    },
    content,
    now,
  },
  notes: ['A published part that is now marked for fewer people is listed as taken back; its address then says so.'],
  async run(context, given) {
    const [id = '', words = ''] = given.positionals
    const summary = summaryOf(words)
    return editRecord(context, given, id, (edited) => {
      const { added, changed, fields, hidden, isReleased } = compared(edited)
      const usual = changed.length + fields.length > 0 ? 'correction' : added.length > 0 ? 'addition' : 'editorial'
      const type = given.flags['type'] ?? (hidden.length > 0 ? 'retraction' : usual)
      const listed = isReleased ? [...changed, ...added].filter((part) => !hidden.includes(part)) : []
      const revision = addRevision(edited, presentMoment(context, given), {
        type,
        summary,
        changed: listed,
        retracted: hidden,
      })
      const parts = isReleased
        ? `${count(changed.length, 'part')} changed, ${added.length} new${hidden.length === 0 ? '' : `, ${hidden.length} taken back`}${fields.length === 0 ? '' : `; ${fields.join(', ')} changed`}`
        : 'never released before, so no part is listed'
      return `${edited.entry.id}, revision ${revision} (${type}): ${parts}`
    })
  },
}
