import { existsSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { stringify } from 'yaml'
import { isPlainFile } from '#content/open-file.ts'
import { workFolder } from '#extras/cache.ts'
import type { AnyEntry } from '#schema/entry.ts'
import { kinds } from '#schema/kinds.ts'
import { parseReference } from '#schema/references.ts'
import type { Tlp } from '#schema/vocabularies.ts'
import { accepts, fieldsOf, metaOf, partsOf, schemaFor, unwrap } from '#schema/walk.ts'
import { isImageFile } from '#text/address.ts'
import { didYouMean } from '#text/suggest.ts'
import { type Command, SETTING_FLAGS, settingsOf } from '../command.ts'
import { UsageError } from '../context.ts'
import { writeProblem } from '../write-problem.ts'
import { addRevision, editRecord, type Edited, presentMoment, summaryOf } from '../edit/edit-record.ts'
import { levelOfParts } from '../edit/level-of-parts.ts'
import { flow, RecordText } from '../edit/record-text.ts'

const { content, now } = SETTING_FLAGS
const WITHDRAWN = 'Withdrawn'

const refOf = (field: Parameters<typeof metaOf>[0]) => metaOf(unwrap(field).schema).ref

/** What a record cannot be without, with its own words taken out: ids, times and values of vocabularies stay. */
function remains({ entry, knowledge }: Edited): Record<string, unknown> {
  const schema = knowledge.schemas[entry.kind]
  const fields = fieldsOf(schemaFor(schema, entry.data)) ?? {}
  const required = Object.entries(entry.data).filter(([key, value]) => {
    const field = fields[key]
    // An id that may be left out can be required together with another field, and is no word.
    return (
      field !== undefined && (!accepts(field, undefined) || (typeof value === 'string' && refOf(field) !== undefined))
    )
  })
  return Object.fromEntries(
    required.map(([key, value]) => {
      const field = fields[key]
      const isWords = typeof value === 'string' && refOf(field ?? schema) === undefined
      return [key, field && isWords && accepts(field, WITHDRAWN) ? WITHDRAWN : value]
    }),
  )
}

/**
 * The file of a record that is taken back whole: what it cannot be without, that it was withdrawn, and its revisions
 * without their words.
 */
function tombstone(edited: Edited, reason: string | undefined): string {
  const { data, kind } = edited.entry
  // Who may not see the record, or one of its revisions, may not see that it was taken back.
  const leveled = (tlp: Tlp) => (tlp === 'CLEAR' ? {} : { tlp })
  const history = data.history.map(({ revision, date, type, tlp }) => ({
    revision,
    date,
    type,
    summary: 'Withdrawn since.',
    ...leveled(tlp),
  }))
  const yaml = stringify(
    {
      ...remains(edited),
      ...(data.aliases.length === 0 ? {} : { aliases: data.aliases }),
      tlp: data.tlp,
      ...(data.embargoUntil === undefined ? {} : { embargoUntil: data.embargoUntil }),
      recordStatus: 'withdrawn',
      statusReason: reason ?? 'It was withdrawn.',
      revision: data.revision,
      history,
    },
    { lineWidth: 0, defaultStringType: 'QUOTE_DOUBLE', defaultKeyType: 'PLAIN' },
  )
  return kinds[kind].body ? `---\n${yaml}---\n` : yaml
}

/** Summaries of revisions that changed a part and no other: they may repeat its words, so they go with it. */
const quietSummaries = ({ data: { history } }: AnyEntry, part: string) =>
  history.flatMap(({ changed }, index) =>
    changed.length === 1 && changed[0] === part
      ? [{ path: ['history', index, 'summary'], write: flow('A part was published that was withdrawn since.') }]
      : [],
  )

/**
 * Pictures of the content folder that a record shows and no other does, by their paths in it; none where a record could
 * not be read, which may show any.
 */
function ownPictures({ entry, knowledge, settings: { content }, isWhole }: Edited): string[] {
  const others = new Set(knowledge.entries.filter(({ id }) => id !== entry.id).flatMap((other) => other.assets ?? []))
  const isOwn = (path: string) => !others.has(path) && isImageFile(path) && isPlainFile(content, join(content, path))
  return isWhole ? (entry.assets ?? []).filter(isOwn) : []
}

/** The site of a content folder: the nearest folder above it that has a package, else the one right above it. */
function siteOf(content: string): string {
  for (let folder = dirname(content); dirname(folder) !== folder; folder = dirname(folder))
    if (existsSync(join(folder, 'package.json'))) return folder
  return dirname(content)
}

function remove(path: string): void {
  try {
    rmSync(path, { recursive: true, force: true })
  } catch (error) {
    throw writeProblem(error, path)
  }
}

export const retractCommand: Command = {
  name: 'retract',
  summary: 'Take back a published record or part: its address stays and says so, its words go.',
  positionals: ['REF'],
  flags: {
    reason: { value: 'TEXT', means: 'Why, for readers (default: only that it was withdrawn).' },
    content,
    now,
  },
  notes: [
    'REF is the id of a record, or id#part. With a record go the pictures that it ' +
      'alone showed. Run "aftermath release" afterwards, so that the ledger holds it no ' +
      'more. Earlier versions stay in Git until you rewrite its history.',
  ],
  async run(context, given) {
    const [written = ''] = given.positionals
    const reference = parseReference(written)
    if (!reference) throw new UsageError(`expected the id of a record, or id#part, found "${written}"`)
    const { reason } = given.flags
    const present = presentMoment(context, given)
    const pictures: string[] = []
    const result = editRecord(context, given, reference.id, (edited) => {
      const { entry, text } = edited
      if (reference.part === undefined) {
        pictures.push(...ownPictures(edited).map((path) => join(edited.settings.content, path)))
        const whole = new RecordText(tombstone(edited, reason), kinds[entry.kind].body)
        const revision = addRevision({ ...edited, text: whole }, present, {
          type: 'retraction',
          summary: summaryOf(reason ?? 'The record was withdrawn.'),
        })
        text.replace(whole.toString())
        return `${entry.id} is withdrawn, revision ${revision}`
      }
      if (!text.removeItem(reference.part)) {
        const ids = partsOf(entry.data).map(({ id }) => id)
        throw new UsageError(
          `expected a part of ${entry.id} that stands in a list of its own, found ` +
            `"${reference.part}".${didYouMean(reference.part, ids)}`,
        )
      }
      text.rewrite(quietSummaries(entry, reference.part))
      const revision = addRevision(edited, present, {
        type: 'retraction',
        summary: summaryOf(reason ?? 'A part was withdrawn.'),
        retracted: [reference.part],
        tlp: levelOfParts(edited, [reference.part]),
      })
      return `${entry.id}#${reference.part} is withdrawn, revision ${revision}`
    })
    if (result.exitCode !== 0) return result
    // Pictures of earlier builds, kept to be used again, show what was taken back.
    for (const folder of [context.cwd, siteOf(settingsOf(context, given).content)])
      remove(join(workFolder(folder), 'cache'))
    for (const path of pictures) remove(path)
    return { ...result, stdout: result.stdout + pictures.map((path) => `Deleted ${path}\n`).join('') }
  },
}
