import { REVISION_TYPE } from '#schema/vocabularies.ts'
import { count } from '#text/words.ts'
import { type Command, SETTING_FLAGS } from '../command.ts'
import { compared } from '../edit/compared.ts'
import { levelOfParts } from '../edit/level-of-parts.ts'
import { addRevision, editRecord, presentMoment, summaryOf } from '../edit/edit-record.ts'

const { content, now } = SETTING_FLAGS

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
        'Type of the revision (default: correction where a part ' +
        'changed, addition where parts are new, else editorial).',
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
        tlp: fields.length > 0 ? undefined : levelOfParts(edited, [...listed, ...hidden]),
      })
      const parts = isReleased
        ? `${count(changed.length, 'part')} changed, ${added.length} ` +
          `new${hidden.length === 0 ? '' : `, ${hidden.length} taken back`}` +
          `${fields.length === 0 ? '' : `; ${fields.join(', ')} changed`}`
        : 'never released before, so no part is listed'
      return `${edited.entry.id}, revision ${revision} (${type}): ${parts}`
    })
  },
}
