import { printReference, type Reference } from '#schema/references.ts'
import { didYouMean } from '#text/suggest.ts'
import type { RefsFile, RefsRecord } from '#exports/refs.ts'
import type { Found, Malformed } from './found.ts'

export type RefProblem =
  | 'malformed-reference'
  | 'unknown-reference'
  | 'moved-reference'
  | 'superseded-reference'
  | 'withdrawn-reference'
  | 'outdated-reference'

/** What is wrong with a reference in somebody's file; `url` is the record's page, as far as there is one. */
export interface RefFinding {
  readonly rule: RefProblem
  readonly level: 'error' | 'warn'
  readonly line: number
  readonly column: number
  readonly message: string
  readonly fix?: string
  readonly url: string
  /** For a reference that moved: what stands there, where it begins in the text, and what should stand there. */
  readonly replace?: { readonly offset: number; readonly from: string; readonly to: string }
}

/** Looks references up in the published list of ids. */
export class RefsIndex {
  readonly #byId = new Map<string, RefsRecord>()
  readonly #near = new Map<string, string>()
  readonly #ids: readonly string[]

  constructor(file: RefsFile) {
    for (const record of file.records) for (const alias of record.aliases) this.#byId.set(alias, record)
    for (const record of file.records) this.#byId.set(record.id, record)
    this.#ids = [...this.#byId.keys()]
  }

  find(id: string): RefsRecord | undefined {
    return this.#byId.get(id)
  }

  /**
   * Which id an unknown one was perhaps meant to be, as the end of a message; looked for once, however often it is
   * written.
   */
  near(id: string): string {
    const near = this.#near.get(id) ?? didYouMean(id, this.#ids)
    this.#near.set(id, near)
    return near
  }
}

const place = ({ line, column }: { readonly line: number; readonly column: number }) => ({ line, column })

/** A trailer that is no reference. */
export const judgeMalformed = (bad: Malformed): RefFinding => ({
  rule: 'malformed-reference',
  level: 'error',
  ...place(bad),
  message: `expected a reference after "Incident-Ref:", found "${bad.written}"`,
  fix: 'write Incident-Ref: record-id, record-id#part or record-id#part@r3',
  url: '',
})

/** What changed since the revision that a reference pins, in words; undefined where it is what was pinned. */
function outdated(record: RefsRecord, { id, part: cited, revision }: Reference): string | undefined {
  // A heading is of the text, of which revisions tell no parts.
  const part = cited?.startsWith('h-') ? undefined : cited
  const current = part === undefined ? record.revision : record.parts[part]?.revision
  if (revision === undefined || current === undefined || revision >= current) return undefined
  const what = part === undefined ? id : `${id}#${part}`
  const since = (record.revisions ?? []).filter(
    (one) => one.revision > revision && (part === undefined || one.changed.includes(part)),
  )
  const changes = since.map((one) => `r${one.revision} of ${one.date}: ${one.summary}`).join(' ')
  return (
    `${what} was changed in revision ${current}; the reference pins ` +
    `revision ${revision}${changes && `. ${changes}`}`
  )
}

/** A reference as it is written, under a new id: of an address, the id is the last name of the path. */
function renamed(written: string, from: string, to: string): string {
  const end = written.search(/[?#@]|$/)
  const at = written.includes('://') ? written.lastIndexOf(`/${from}`, end) + 1 : written.indexOf(from)
  return written.slice(0, at) + to + written.slice(at + from.length)
}

const isHeading = (part: string) => part.startsWith('h-')

/** Parts of the sort that was written. */
const partsOf = ({ parts, headings = {} }: RefsRecord, part: string): string[] =>
  isHeading(part) ? [...new Set(Object.values(headings))] : Object.keys(parts)

/** Whether a record has a part. Lists of older versions name no headings, and then any may be there. */
const isPart = ({ parts, headings }: RefsRecord, part: string): boolean =>
  isHeading(part) ? headings === undefined || Object.hasOwn(headings, part) : Object.hasOwn(parts, part)

/** What is said of a part that was taken back; undefined where it was not. */
const withdrawnPart = ({ parts, retracted = {} }: RefsRecord, part: string): string | undefined =>
  Object.hasOwn(retracted, part) && !Object.hasOwn(parts, part) ? retracted[part] : undefined

/**
 * Judges one reference. Whatever is not in the list is unknown: a record that is not for this audience reads exactly
 * so.
 */
export function judge(index: RefsIndex, { reference, written, ...at }: Found): RefFinding | undefined {
  const record = index.find(reference.id)
  const say = (rule: RefProblem, level: RefFinding['level'], message: string, fix?: string): RefFinding => ({
    rule,
    level,
    ...place(at),
    message,
    ...(fix === undefined ? {} : { fix }),
    url: record?.url ?? '',
  })
  if (!record)
    return say(
      'unknown-reference',
      'error',
      `expected the id of a record, found "${reference.id}".${index.near(reference.id)}`,
    )
  const { part, revision } = reference
  const stands = record.recordStatus !== 'withdrawn' && record.recordStatus !== 'superseded'
  const taken = part !== undefined && stands ? withdrawnPart(record, part) : undefined
  if (taken !== undefined)
    return say(
      'withdrawn-reference',
      'error',
      `${record.id}#${part} was withdrawn: ${taken}`,
      'cite another part, or say why this one is still cited',
    )
  if (part !== undefined && stands && !isPart(record, part))
    return say(
      'unknown-reference',
      'error',
      `expected a part of ${record.id}, found "${part}".${didYouMean(part, partsOf(record, part))}`,
    )
  if (revision !== undefined && revision > record.revision)
    return say(
      'unknown-reference',
      'error',
      `expected a revision of ${record.id} up to ${record.revision}, found @r${revision}`,
    )
  if (record.recordStatus === 'withdrawn')
    return say(
      'withdrawn-reference',
      'error',
      `${record.id} was withdrawn: ${record.statusReason ?? 'no reason is given'}`,
      'cite another record, or say why this one is still cited',
    )
  if (record.id !== reference.id) {
    const to = renamed(written, reference.id, record.id)
    return {
      ...say('moved-reference', 'warn', `${reference.id} is now called ${record.id}`, `write ${to}, or run with --fix`),
      replace: { offset: at.offset, from: written, to },
    }
  }
  if (record.recordStatus === 'superseded')
    return say(
      'superseded-reference',
      'warn',
      `${record.id} was replaced${record.supersededBy === undefined ? '' : ` by ${record.supersededBy}`}`,
      record.supersededBy === undefined ? undefined : `cite ${record.supersededBy}`,
    )
  const heading = part === undefined ? undefined : record.headings?.[part]
  if (heading !== undefined && heading !== part) {
    const from = written.indexOf('#')
    const end = written.slice(from).search(/@r\d+$|$/) + from
    const to = `${written.slice(0, from)}#${heading}${written.slice(end)}`
    return {
      ...say(
        'moved-reference',
        'warn',
        `the heading ${part} of ${record.id} is now ${heading}`,
        `write ${to}, or run with --fix`,
      ),
      replace: { offset: at.offset, from: written, to },
    }
  }
  const changed = outdated(record, reference)
  return changed === undefined
    ? undefined
    : say(
        'outdated-reference',
        'warn',
        changed,
        `read what changed, then pin @r${record.revision}: ` +
          `${printReference({ ...reference, revision: record.revision })}`,
      )
}
