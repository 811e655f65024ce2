import { z } from 'zod'
import { isProblem, parseMoment } from '../time/moment.ts'
import type { Kind } from './kind-names.ts'

/** What a string field points at. The graph, the disclosure cut and the JSON Schemas all read this one declaration. */
export interface FieldMeta {
  /** An id of this kind; `any` means any record, or `record#part`. */
  ref?: Kind | 'any'
  /** The id of a part of the same record. */
  part?: boolean
  /** The id of a part of the same record, or words: a reference only where there is such a part. */
  partOrWords?: boolean
  /** Values that are not references although the field is one (`editor`). */
  except?: readonly string[]
  [key: string]: unknown
}

export const ID_PATTERN = /^[a-z0-9]+(?:-[a-z0-9]+)*$/
export const PART_PATTERN = /^[a-z]-[a-z0-9]+(?:-[a-z0-9]+)*$/
/** `id`, `id#part`, with an optional pinned revision `@r3`. */
export const REFERENCE_PATTERN = /^[a-z0-9]+(?:-[a-z0-9]+)*(?:#[a-z]-[a-z0-9]+(?:-[a-z0-9]+)*)?(?:@r[1-9]\d*)?$/
// C0 and C1 controls but tab and newline, and the bidirectional overrides that make text read otherwise than it is stored.
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff]/u
const WEB = /^https?:\/\/[^\s/$.?#].\S*$/i

/** Plain text of at most `max` characters; never markup. */
export const text = (max: number, description: string) =>
  z
    .string()
    .trim()
    .min(1, { error: 'expected text, found nothing' })
    .max(max, { error: (issue) => `expected at most ${max} characters, found ${String(issue.input).length}` })
    .refine((value) => !FORBIDDEN.test(value), {
      error: 'expected plain text, found a control or direction-override character',
      params: { fix: 'delete the character, which no editor shows' },
    })
    .describe(description)

/** A time in the Moment grammar (core/time). Quoted in YAML, so that it stays what the author wrote. */
export const time = (description: string) =>
  z
    .string()
    .superRefine((value, context) => {
      const parsed = parseMoment(value)
      if (isProblem(parsed)) context.addIssue({ code: 'custom', message: `"${value}" is no time: ${parsed.problem}` })
    })
    .meta({ description, moment: true })

/** A calendar day, for the dates of revisions. */
export const day = (description: string) => time(description).refine((value) => /^\d{4}-\d{2}-\d{2}$/.test(value), { error: 'expected a day such as "2026-01-31"' })

/** An instant with its zone, for embargoes. */
export const instant = (description: string) =>
  time(description).refine((value) => /^\d{4}-\d{2}-\d{2}T[\d:.]+(?:Z|[+-]\d{2}:\d{2})$/.test(value), {
    error: (issue) => `expected one date-time with its zone, found "${String(issue.input)}"`,
    params: { fix: 'write one date-time with its zone, such as "2026-01-31T09:00Z"' },
  })

/** A web address. Only http and https: anything else a browser might run is refused here, once. */
export const url = (description: string) =>
  z
    .string()
    .refine((value) => WEB.test(value) && URL.canParse(value) && !FORBIDDEN.test(value), {
      error: (issue) => `expected an address that begins with https:// or http://, found "${String(issue.input)}"`,
    })
    .meta({ description, format: 'uri' })

/** An id that is not a reference (an alias). */
export const id = (description: string) => z.string().regex(ID_PATTERN, { error: 'expected lowercase words joined by "-"' }).describe(description)

/** The id of one record of a kind. */
export const ref = (kind: Kind, description: string) =>
  z
    .string()
    .regex(ID_PATTERN, { error: (issue) => `expected the id of one of the ${kind} (lowercase words joined by "-"), found "${String(issue.input)}"` })
    .meta({ description, ref: kind } satisfies FieldMeta)

/** A reference to any record or part: `id`, `id#part`, `id#part@r3`. */
export const reference = (description: string) =>
  z
    .string()
    .regex(REFERENCE_PATTERN, { error: (issue) => `expected a reference such as 2024-07-19-channel-file-291#e-revert, found "${String(issue.input)}"` })
    .meta({ description, ref: 'any' } satisfies FieldMeta)

/** The id of a part of the same record. */
export const ownPart = (description: string) =>
  z
    .string()
    .regex(PART_PATTERN, { error: (issue) => `expected the id of a part of this record such as e-revert, found "${String(issue.input)}"` })
    .meta({ description, part: true } satisfies FieldMeta)

/** One value or a list of them as authored; always a list once parsed. */
export const oneOrMany = <T extends z.ZodType<string>>(one: T, description: string) =>
  z
    .union([one, z.array(one).min(1)])
    .transform((value): string[] => (Array.isArray(value) ? value : [value]))
    .describe(description)

/** One organization or several. */
export const actors = (description: string) => oneOrMany(ref('organizations', 'Id of an organization.'), description)

/** Who says so: organizations, or `editor` for this site's own reading. */
export const asserters = oneOrMany(
  z
    .string()
    .regex(ID_PATTERN, { error: (issue) => `expected an organization id or "editor", found "${String(issue.input)}"` })
    .meta({ description: 'Id of an organization, or `editor`.', ref: 'organizations', except: ['editor'] } satisfies FieldMeta),
  'Who asserts it: one organization, a list of them, or `editor` for this site’s own reading.',
)

/** Sources a claim rests on; at least one. */
export const sources = z
  .array(ref('sources', 'Id of a source.'))
  .min(1, { error: 'a claim needs at least one source; list the ids of source records' })
  .describe('Ids of the sources that this rests on.')

/** A list that is empty when absent. */
export const list = <T extends z.ZodType>(item: T, description: string) => z.array(item).default([]).describe(description)

export const topics = list(ref('topics', 'Id of a topic.'), 'Topics this bears on.')
