import { z } from 'zod'
import { isProblem, parseMoment } from '#time/moment.ts'
import { findStray } from './characters.ts'
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
  /** Whether the field is what a claim rests on: a claim that loses all of them goes with them. */
  evidence?: boolean
  [key: string]: unknown
}

export const ID_PATTERN = /^[a-z0-9]+(?:-[a-z0-9]+)*$/
export const PART_PATTERN = /^[a-z]-[a-z0-9]+(?:-[a-z0-9]+)*$/
/** `id`, `id#part`, with an optional pinned revision `@r3`. */
export const REFERENCE_PATTERN = /^[a-z0-9]+(?:-[a-z0-9]+)*(?:#[a-z]-[a-z0-9]+(?:-[a-z0-9]+)*)?(?:@r[1-9]\d*)?$/
const WEB = /^https?:\/\/[^\s/$.?#].\S*$/i
// RFC 3986 has no place for these; where an address is written out in lines, tables or between brackets they would end
// it.
const NOT_IN_ADDRESSES = /[<>"\\^`{|}]/
const LANGUAGE = /^[a-z]{2,8}(?:-[a-z0-9]{1,8})*$/i

/** Plain text of at most `max` characters, in one line or several; never markup. */
export const text = (max: number, description: string) =>
  z
    .string()
    .trim()
    .min(1, { error: 'expected text, found nothing' })
    .max(max, { error: (issue) => `expected at most ${max} characters, found ${String(issue.input).length}` })
    .superRefine((value, context) => {
      const stray = findStray(value)
      if (stray)
        context.addIssue({
          code: 'custom',
          message: `expected plain text, found ${stray.found}`,
          params: { fix: stray.fix },
        })
    })
    .describe(description)

/**
 * Plain text on one line: titles, names, labels, which lists, tables and formats of one field per line hold as they
 * are.
 */
export const line = (max: number, description: string) =>
  text(max, description).refine((value) => !value.includes('\n'), {
    error: 'expected text on one line, found a line break',
    params: { fix: 'write it on one line; lines that begin after >- are read as one' },
  })

/** A language tag (BCP 47). */
export const language = (description: string) =>
  z
    .string()
    .refine((value) => LANGUAGE.test(value), {
      error: (issue) => `expected a language tag, found "${String(issue.input)}"`,
      params: { fix: 'write a tag such as en, de or pt-BR' },
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

/** A calendar day or a date-time with its zone, for the dates of revisions. */
export const dayOrInstant = (description: string) =>
  time(description).refine((value) => /^\d{4}-\d{2}-\d{2}(?:T[\d:.]+(?:Z|[+-]\d{2}:\d{2}))?$/.test(value), {
    error: 'expected a day such as "2026-01-31", or a date-time such as "2026-01-31T09:00Z"',
  })

/** A calendar day. */
export const day = (description: string) =>
  time(description).refine((value) => /^\d{4}-\d{2}-\d{2}$/.test(value), {
    error: 'expected a day such as "2026-01-31"',
  })

/** An instant with its zone, for embargoes. */
export const instant = (description: string) =>
  time(description).refine((value) => /^\d{4}-\d{2}-\d{2}T[\d:.]+(?:Z|[+-]\d{2}:\d{2})$/.test(value), {
    error: (issue) => `expected one date-time with its zone, found "${String(issue.input)}"`,
    params: { fix: 'write one date-time with its zone, such as "2026-01-31T09:00Z"' },
  })

function addressProblem(value: string): { message: string; fix?: string } | undefined {
  if (!WEB.test(value) || !URL.canParse(value))
    return { message: `expected an address that begins with https:// or http://, found "${value}"` }
  const stray = findStray(value)
  if (stray) return { message: `expected an address, found in it ${stray.found}`, fix: stray.fix }
  const sign = NOT_IN_ADDRESSES.exec(value)?.[0]
  return sign === undefined
    ? undefined
    : {
        message: `expected an address, found in it ${sign}, which addresses do not hold`,
        fix: `write ${encodeURIComponent(sign)} in its place`,
      }
}

/** A web address. Only http and https: anything else a browser might run is refused here, once. */
export const url = (description: string) =>
  z
    .string()
    .superRefine((value, context) => {
      const problem = addressProblem(value)
      if (problem)
        context.addIssue({
          code: 'custom',
          message: problem.message,
          ...(problem.fix === undefined ? {} : { params: { fix: problem.fix } }),
        })
    })
    .meta({ description, format: 'uri' })

/** An id that is not a reference (an alias). */
export const id = (description: string) =>
  z.string().regex(ID_PATTERN, { error: 'expected lowercase words joined by "-"' }).describe(description)

/** The id of one record of a kind. */
export const ref = (kind: Kind, description: string) =>
  z
    .string()
    .regex(ID_PATTERN, {
      error: (issue) =>
        `expected the id of one of the ${kind} (lowercase words joined by "-"), found "${String(issue.input)}"`,
    })
    .meta({ description, ref: kind } satisfies FieldMeta)

/** A reference to any record or part: `id`, `id#part`, `id#part@r3`. */
export const reference = (description: string) =>
  z
    .string()
    .regex(REFERENCE_PATTERN, {
      error: (issue) =>
        `expected a reference such as 2024-07-19-channel-file-291#e-revert, found "${String(issue.input)}"`,
    })
    .meta({ description, ref: 'any' } satisfies FieldMeta)

/** The id of a part of the same record. */
export const ownPart = (description: string) =>
  z
    .string()
    .regex(PART_PATTERN, {
      error: (issue) => `expected the id of a part of this record such as e-revert, found "${String(issue.input)}"`,
    })
    .meta({ description, part: true } satisfies FieldMeta)

/**
 * Sources that a claim rests on. Who compiles from what others published names at least one (rule
 * claim-without-source).
 */
export const sources = z
  .array(ref('sources', 'Id of a source.'))
  .default([])
  .meta({ description: 'Ids of the sources that this rests on.', evidence: true } satisfies FieldMeta)

/** Sources of whatever in a record names none of its own. */
export const defaultSources = z
  .array(ref('sources', 'Id of a source.'))
  .default([])
  .describe('Sources of whatever in this record names none of its own.')

/** A list that is empty when absent. */
export const list = <T extends z.ZodType>(item: T, description: string) =>
  z.array(item).default([]).describe(description)

export const topics = list(ref('topics', 'Id of a topic.'), 'Topics this bears on.')
