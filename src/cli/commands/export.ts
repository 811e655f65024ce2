import { csaf } from '#exports/csaf.ts'
import { csafRoute } from '#exports/csaf-file.ts'
import { csv } from '#exports/csv.ts'
import { jsonText } from '#exports/json-text.ts'
import { jsonLines } from '#exports/lines.ts'
import { timelineFile, type TimelineForm } from '#exports/timeline-file.ts'
import { everything, inOrder, twin } from '#exports/twin.ts'
import { type Knowledge, link } from '#knowledge/knowledge.ts'
import type { AnyEntry, Entry } from '#schema/entry.ts'
import { didYouMean } from '#text/suggest.ts'
import { count } from '#text/words.ts'
import { readContent } from '#content/read.ts'
import { siteContextOf } from '#content/site-context.ts'
import { audienceOf, checkContent, hasErrors } from '#check/check-content.ts'
import type { Kind } from '#schema/kind-names.ts'
import { type Command, SETTING_FLAGS, settingsOf } from '../command.ts'
import { kindOf } from '../kind-of.ts'
import { unknownId } from '../unknown-id.ts'
import { done, UsageError } from '../context.ts'

const { content, audience, now, site, base } = SETTING_FLAGS

const one = (format: string): string =>
  `Type "aftermath export ${format} ID" with the id of one; "aftermath export csv --kind incidents" lists them.`

const what = (format: string): string => (format === 'csaf' ? 'a CSAF document' : 'a timeline')

/** The incident that a form of one incident is asked of. */
function oneIncident(format: string, [entry]: readonly AnyEntry[], ids: readonly string[]): Entry<'incidents'> {
  if (ids.length !== 1)
    throw new UsageError(
      `${what(format)} is of one incident, and ` +
        `${ids.length === 0 ? 'no id was' : `${ids.length} ids were`} given. ${one(format)}`,
    )
  if (entry?.kind !== 'incidents')
    throw new UsageError(`${what(format)} is of one incident, and "${ids[0]}" is none. ${one(format)}`)
  return entry
}

/** What was asked for beside the format. */
interface Asked {
  readonly ids: readonly string[]
  readonly kind: Kind | undefined
}

/** The CSAF document of one incident, the same as its file of the site. */
function csafText(knowledge: Knowledge, entries: readonly AnyEntry[], { ids }: Asked): string {
  const entry = oneIncident('csaf', entries, ids)
  if (knowledge.address === undefined)
    throw new UsageError(
      'a CSAF document names its publisher by the address of the site, which is not ' +
        'known. Write it as url: in site.yaml, or type --site https://…',
    )
  if (csafRoute(knowledge, entry) === undefined)
    throw new UsageError(
      `"${entry.id}" was ${entry.data.recordStatus} in its first revision, and so has no CSAF document.`,
    )
  return jsonText(csaf(knowledge, entry))
}

/** The timeline of one incident, as its page copies it. */
const timelineText =
  (form: TimelineForm) =>
  (knowledge: Knowledge, entries: readonly AnyEntry[], { ids }: Asked): string =>
    timelineFile(form, twin(knowledge, oneIncident(`timeline-${form}`, entries, ids)))

const FORMATS = {
  json: (knowledge: Knowledge, entries: readonly AnyEntry[]) => jsonText(everything(knowledge, entries)),
  jsonl: jsonLines,
  csv: (knowledge: Knowledge, entries: readonly AnyEntry[], { kind }: Asked) => csv(knowledge, entries, kind),
  csaf: csafText,
  'timeline-md': timelineText('md'),
  'timeline-csv': timelineText('csv'),
  'timeline-ics': timelineText('ics'),
}
const isFormat = (name: string): name is keyof typeof FORMATS => Object.hasOwn(FORMATS, name)

/** The records asked for, in the order of files of data; all of them without ids. Old ids are understood. */
function chosen(knowledge: Knowledge, { ids, kind }: Asked): AnyEntry[] {
  const wanted = new Set(
    ids.map((id) => {
      const found = knowledge.find(id)
      if (!found) throw unknownId(knowledge, id)
      return found.id
    }),
  )
  return inOrder(knowledge).filter(
    (entry) => (wanted.size === 0 || wanted.has(entry.id)) && (kind === undefined || entry.kind === kind),
  )
}

export const exportCommand: Command = {
  name: 'export',
  summary: 'Print all records, or chosen ones, as data.',
  positionals: ['FORMAT', '[ID ...]'],
  flags: {
    kind: { value: 'KIND', means: 'Only records of this kind, such as incidents.' },
    content,
    audience: {
      ...audience,
      means:
        'Export what this TLP 2.0 level may see: CLEAR (default), ' +
        'GREEN, AMBER, AMBER+STRICT, RED. Drafts are left out.',
    },
    now,
    site,
    base,
  },
  notes: [
    'FORMAT is json (with --site and --base as the site was built it equals /data/knowledge.json byte ' +
      'for byte), jsonl (one record per line) or csv (fields as columns; bodies left out); csaf is the ' +
      'CSAF 2.1 document of one incident, with the address of the site in it; timeline-md, ' +
      'timeline-csv and timeline-ics are the timeline of one incident as a table or calendar.',
  ],
  async run(context, given) {
    const [format = '', ...ids] = given.positionals
    if (!isFormat(format))
      throw new UsageError(
        `expected one of ${Object.keys(FORMATS).join(', ')} after "export", ` +
          `found "${format}".${didYouMean(format, Object.keys(FORMATS))}`,
      )
    const settings = settingsOf(context, given)
    const { findings } = checkContent(settings, false, context.progress)
    if (hasErrors(findings)) {
      const errors = findings.filter(({ level }) => level === 'error').length
      return {
        exitCode: 1,
        stdout: '',
        stderr:
          'aftermath: nothing was exported, because the content has ' +
          `${count(errors, 'error')}. "aftermath check" prints them.\n`,
      }
    }
    const read = readContent(settings.content, audienceOf(settings, true), settings.schemas)
    const knowledge = link(read.entries, siteContextOf({ ...settings, csaf: true }, read.site))
    const { kind } = given.flags
    const asked = { ids, kind: kind === undefined ? undefined : kindOf(kind) }
    return done(FORMATS[format](knowledge, chosen(knowledge, asked), asked))
  },
}
