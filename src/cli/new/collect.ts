import type { AnyEntry } from '#schema/entry.ts'
import { parseReference } from '#schema/references.ts'
import { partsOf } from '#schema/walk.ts'
import { didYouMean } from '#text/suggest.ts'
import { isProblem, parseMoment } from '#time/moment.ts'
import type { Field } from './field.ts'

/** What is known of the content while a record is begun. */
export interface Known {
  /** Every readable record. */
  readonly entries: readonly AnyEntry[]
  readonly today: string
}

const ABOUT = { topics: 'topic', summits: 'summit', incidents: 'incident' } as const

const isAbout = (kind: string): kind is keyof typeof ABOUT => Object.hasOwn(ABOUT, kind)

/** The ids that a field may hold. */
export function candidates({ form }: Field, { entries }: Known): string[] {
  if (form.type === 'choice') return [...form.options]
  if (form.type === 'about') return entries.filter(({ kind }) => isAbout(kind)).map(({ id }) => id)
  if (form.type !== 'ref') return []
  return [...form.except, ...entries.filter(({ kind }) => form.to === 'any' || kind === form.to).map(({ id }) => id)]
}

/** What is wrong with an answer; undefined when it will do. */
export function answerProblem(field: Field, answer: string, known: Known): string | undefined {
  const { form, name } = field
  if (answer.trim() === '') return `expected ${name}, found nothing`
  if (form.type === 'text') return undefined
  if (form.type === 'time') {
    const parsed = parseMoment(answer)
    return isProblem(parsed) ? `"${answer}" is no time: ${parsed.problem}` : undefined
  }
  if (form.type === 'ref' && form.to === 'any')
    return parts(field, answer)
      .map((one) => referenceProblem(one, known))
      .find((problem) => problem !== undefined)
  const allowed = candidates(field, known)
  const unknown = parts(field, answer).find((one) => !allowed.includes(one))
  if (unknown === undefined) return undefined
  const some = `${allowed.slice(0, 8).join(', ')}${allowed.length > 8 ? ', …' : ''}`
  const ids = allowed.length === 0 ? '; there is none yet' : ` (${some})`
  const wanted = form.type === 'choice' ? `one of ${allowed.join(', ')}` : `the id of a record there is${ids}`
  return `expected ${wanted}, found "${unknown}".${didYouMean(unknown, allowed)}`
}

/** What is wrong with a reference to any record or part. */
function referenceProblem(written: string, { entries }: Known): string | undefined {
  const found = parseReference(written)
  if (!found) return `expected a reference such as 2024-07-19-channel-file-291#e-revert, found "${written}"`
  const entry = entries.find(({ id }) => id === found.id)
  if (!entry) {
    const renamed = entries.find(({ data }) => data.aliases.includes(found.id))
    const ids = entries.map(({ id }) => id)
    return renamed
      ? `expected a current id, found "${found.id}", an old id of ${renamed.id}`
      : `expected the id of a record there is, found "${found.id}".${didYouMean(found.id, ids)}`
  }
  const own = partsOf(entry.data).map(({ id }) => id)
  if (found.part !== undefined && !own.includes(found.part))
    return `expected a part of ${entry.id}, found "${found.part}".${didYouMean(found.part, own)}`
  if (found.revision !== undefined && found.revision > entry.data.revision)
    return `expected a revision of ${entry.id} up to ${entry.data.revision}, found @r${found.revision}`
  return undefined
}

const parts = ({ many }: Field, answer: string) => (many ? answer.split(',').map((part) => part.trim()) : [answer])

/** An answer as it stands in the file. */
export function valueOf(field: Field, answer: string, { entries }: Known): unknown {
  if (field.form.type === 'about') {
    const kind = entries.find(({ id }) => id === answer)?.kind ?? ''
    return isAbout(kind) ? { [ABOUT[kind]]: answer } : {}
  }
  return field.many ? parts(field, answer) : answer
}

/**
 * What stands in for an answer that nobody gave, to be replaced by the author; undefined where only the author can
 * know. `date` is when it happened, where that is known.
 */
export function placeholder({ form, many }: Field, date: string | undefined): string | undefined {
  if (many) return undefined
  if (form.type === 'text') return 'To be written'
  if (form.type === 'time') return date
  return form.type === 'choice' ? form.options.find((option) => option === 'unknown') : undefined
}
