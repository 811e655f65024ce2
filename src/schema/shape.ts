import { z } from 'zod'
import {
  day,
  dayOrInstant,
  type FieldMeta,
  id,
  instant,
  line,
  list,
  ownPart,
  PART_PATTERN,
  ref,
  sources,
  text,
} from './fields.ts'
import type { Kind } from './kind-names.ts'
import { PART_KINDS, type PartLetter } from './part-kinds.ts'
import { ACCOUNT, CHECKED, CONFIDENCE, oneOf, RECORD_STATUS, REVISION_TYPE, TLP, VERDICT } from './vocabularies.ts'
import { isObject } from './walk.ts'

const tlp = oneOf(TLP, 'Disclosure level (TLP 2.0); content above a build’s audience is not in the build.').default(
  'CLEAR',
)

/** An authored list item or object: unknown keys are errors, and any item may be restricted. */
export const item = <S extends z.core.$ZodShape>(shape: S) => z.strictObject({ ...shape, tlp })

/** Whether a text has the form of a part id: a known letter, a hyphen, words. */
export const isOfPart = (text: string): boolean =>
  PART_PATTERN.test(text) && Object.hasOwn(PART_KINDS, text.slice(0, 1))

const partId = (letter: PartLetter) =>
  z
    .string()
    .regex(PART_PATTERN)
    .refine((value) => value.startsWith(`${letter}-`), {
      error: (issue) => `the id of a ${PART_KINDS[letter]} begins with "${letter}-", found "${String(issue.input)}"`,
    })
    .describe(`Hand-set id of this ${PART_KINDS[letter]}, unique in the record; it is the anchor that citations use.`)

/** A citable part: an item with a hand-set id. */
export const part = <S extends z.core.$ZodShape>(letter: PartLetter, shape: S) => item({ id: partId(letter), ...shape })

/** A citable part that rests on sources. */
export const claim = <S extends z.core.$ZodShape>(letter: PartLetter, shape: S) =>
  part(letter, { ...shape, sources, confidence: oneOf(CONFIDENCE, 'How sure the editor is.').default('high') })

const history = z
  .array(
    item({
      revision: z.int().min(1).describe('Revision number, from 1.'),
      date: dayOrInstant(
        'Day or date-time of this revision; these dates, never those of files, give “added” and “changed”.',
      ),
      type: oneOf(REVISION_TYPE, 'What sort of change it was.'),
      summary: text(300, 'What changed, for readers.'),
      changed: list(ownPart('Id of a part.'), 'Parts that changed.'),
      retracted: list(
        z
          .string()
          .regex(PART_PATTERN, { error: 'the id of a part begins with its letter, such as e-revert' })
          .describe('Id of a part.'),
        'Parts that were taken back: their addresses stay and say so.',
      ),
    }),
  )
  .default([])
  .describe(
    'Every revision in order, beginning with revision 1. What a publisher ' +
      'tells of its own begins by itself, on the day of the id.',
  )

const contradiction = part('x', {
  about: line(200, 'What the readings disagree on: the id of a part of this record, or a few words.').meta({
    partOrWords: true,
  } satisfies FieldMeta),
  readings: z
    .array(item({ text: text(5000, 'One reading.'), sources, verdict: oneOf(VERDICT, 'What the record makes of it.') }))
    .min(2, { error: 'a contradiction needs at least two readings' })
    .describe('The rival readings.'),
  why: text(5000, 'Why the record follows the reading it follows, or follows none.'),
})

/** Fields that every record has. */
export const common = {
  tlp,
  embargoUntil: instant('Not shown in any build before this instant.').optional(),
  recordStatus: oneOf(RECORD_STATUS, 'Where the record stands.').default('reviewed'),
  statusReason: text(5000, 'Why it is disputed, superseded or withdrawn; required then.').optional(),
  account: oneOf(ACCOUNT, 'Whose account the record is; site.yaml says it for all.').optional(),
  checked: item({
    how: oneOf(CHECKED, 'How it was checked.'),
    date: day('The day on which it was last checked so.'),
  })
    .optional()
    .describe('How and when the record was checked.'),
  aliases: list(id('An old id.'), 'Old ids of this record, which keep redirecting.'),
  revision: z.int().min(1).default(1).describe('Current revision, from 1; equals the last in the history.'),
  history,
  contradictions: list(contradiction, 'Where accounts clash, and which the record follows.'),
  tags: list(line(40, 'A tag.'), 'Free words to find the record by.'),
}

/** The authored heading of the kinds that do not derive it. */
export const heading = {
  title: line(300, 'Title, plain text.'),
  summary: text(300, 'What a reader should know in one or two sentences, plain text.'),
}

// The shape is generic here, so the common fields are read as unknown.
const has = (record: unknown, key: string) => isObject(record) && record[key] !== undefined
const statusOf = (record: unknown) => (isObject(record) ? String(record['recordStatus']) : '')

/** A whole record of one kind: strict, with the common fields and a successor of the same kind. */
export const record = <S extends z.core.$ZodShape>(kind: Kind, shape: S) =>
  z
    .strictObject({
      ...shape,
      ...common,
      supersededBy: ref(kind, 'The record that replaces this one; required when it is superseded.').optional(),
    })
    .refine((r) => statusOf(r) !== 'superseded' || has(r, 'supersededBy'), {
      error: 'a superseded record names its successor in supersededBy',
      path: ['supersededBy'],
    })
    .refine((r) => !['disputed', 'superseded', 'withdrawn'].includes(statusOf(r)) || has(r, 'statusReason'), {
      error: 'a disputed, superseded or withdrawn record says why in statusReason',
      path: ['statusReason'],
    })
