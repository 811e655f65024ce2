import { ID_PATTERN } from '#schema/fields.ts'
import { kinds } from '#schema/kinds.ts'
import type { Kind } from '#schema/kind-names.ts'

const WORDS = 6
const SMALL_WORDS = new Set(['a', 'an', 'the', 'of', 'and', 'to', 'in', 'on', 'for'])

/**
 * A text as words of an id: `An Update, “withdrawn”` gives `update-withdrawn`; empty where it has none in Latin
 * letters.
 */
export function slug(text: string): string {
  const words =
    text
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .match(/[a-z0-9]+/g) ?? []
  return words
    .filter((word) => !SMALL_WORDS.has(word))
    .slice(0, WORDS)
    .join('-')
}

/** The date that an id begins with, at the precision written; undefined where it begins with none. */
export const dateIn = (id: string): string | undefined => /^(\d{4}(?:-\d{2}(?:-\d{2})?)?)-(?=[a-z0-9])/.exec(id)?.[1]

/** A written time as an id begins with it: `../2024-09-12~` gives `2024-09-12`. */
export const dateOf = (time: string): string | undefined => /\d{4}(?:-\d{2}(?:-\d{2})?)?/.exec(time)?.[0]

type Values = Readonly<Partial<Record<string, string>>>

/** The fields that name a record, in the order in which its id is made of them. */
export const NAMES = ['name', 'question', 'title', 'text'] as const

/**
 * The id that a record would have by the habits of its kind: date, organization, words of its title. Undefined where
 * nothing names it.
 * @param values answers by field; `date` is when it happened, for kinds whose ids are dated.
 */
export function suggestId(kind: Kind, values: Values): string | undefined {
  const { org, askedBy, publisher, published } = values
  if (kind === 'inquiries') return askedBy && org ? `${askedBy}-asked-${org}` : undefined
  const name = NAMES.map((field) => values[field]).find((value) => value !== undefined)
  const words = slug(name ?? '')
  if (words === '') return undefined
  const begin = [
    kinds[kind].dated ? dateOf(values['said'] ?? values['date'] ?? '') : undefined,
    kind === 'statements' || kind === 'commitments' ? org : undefined,
    kind === 'sources' && publisher ? slug(publisher) : undefined,
    kind === 'sources' && published ? dateOf(published)?.slice(0, 4) : undefined,
  ]
  const rest = org && words.startsWith(`${org}-`) ? words.slice(org.length + 1) : words
  return [...begin, rest].filter(Boolean).join('-')
}

/** What is wrong with an id for a new record; undefined when it will do. `taken` holds the ids and aliases in use. */
export function idProblem(
  kind: Kind,
  id: string,
  org: string | undefined,
  taken: ReadonlySet<string>,
): string | undefined {
  if (!ID_PATTERN.test(id)) return `expected an id of lowercase ASCII words and digits joined by "-", found "${id}"`
  if (taken.has(id)) return `expected an id that is free, found "${id}", which a record has; nothing is overwritten`
  if (kinds[kind].dated && dateIn(id) === undefined)
    return `expected the id of ${kind} to begin with its date, such as 2026-01-31-${id}, found "${id}"`
  const rest = kind === 'statements' ? id.slice((dateIn(id)?.length ?? -1) + 1) : id
  const named = kind === 'statements' || kind === 'commitments'
  if (named && org !== undefined && rest.split('-')[0] !== org.split('-')[0])
    return (
      `expected the id to ${kind === 'statements' ? 'go on after its date' : 'begin'} ` +
      `with the organization (${org}), found "${id}"`
    )
  return undefined
}
