import { citable } from '#exports/citable.ts'
import { FORM_NAMES, FORMS, isForm } from '#exports/cite.ts'
import { type Command, SETTING_FLAGS } from '../command.ts'
import { lookUp } from '../look-up.ts'
import { done, UsageError } from '../context.ts'

const { content, audience, now, site, base } = SETTING_FLAGS

export const citeCommand: Command = {
  name: 'cite',
  summary: 'Print a citation of a record or part, byte for byte as the site copies it.',
  positionals: ['REF'],
  flags: {
    as: { value: 'FORM', oneOf: FORM_NAMES, means: 'Form of the citation (default: markdown).' },
    content,
    audience,
    now,
    site,
    base,
  },
  notes: [
    'REF is the id of a record, or id#part; id#part@r3 pins revision 3, else the current one is pinned. Old ids ' +
      'are understood. Without an address (url in site.yaml, or --site) the citation is relative and says so.',
  ],
  async run(context, given) {
    const [written = ''] = given.positionals
    const found = lookUp(context, given, written)
    if ('exitCode' in found) return found
    const { knowledge, reference, entry, part } = found
    const cited = citable(knowledge, entry, part, reference.revision)
    if (!cited)
      throw new UsageError(`expected a revision of ${entry.id} up to ${entry.data.revision}, found "${written}"`)
    const as = given.flags['as'] ?? 'markdown'
    const text = isForm(as) ? FORMS[as].make(cited) : ''
    // Byte for byte where it is read by a program; a line of its own where it is read by a person.
    return done(context.columns === undefined ? text : `${text}\n`)
  },
}
