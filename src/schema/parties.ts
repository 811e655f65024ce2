import { z } from 'zod'
import { type FieldMeta, ID_PATTERN, line, ref } from './fields.ts'
import { oneOf, type Vocabulary } from './vocabularies.ts'

export const ACTOR_KIND = {
  person: { label: 'Person', means: 'One person.', also: ['individual', 'engineer', 'employee'] },
  team: { label: 'Team', means: 'A team of an organization.', also: ['squad', 'on-call', 'department'] },
  intruder: {
    label: 'Intruder',
    means: 'Whoever attacked.',
    also: ['attacker', 'adversary', 'threat actor', 'hacker'],
  },
  customer: { label: 'Customer', means: 'A customer or user.', also: ['user', 'client'] },
  group: { label: 'Group', means: 'Several people or organizations without a record.', also: ['others', 'several'] },
  software: {
    label: 'Software',
    means: 'A program that acted by itself.',
    also: ['system', 'bot', 'automation', 'monitor'],
  },
} as const satisfies Vocabulary

/** Who acts where no organization has a record of its own. */
export interface NamedActor {
  readonly name: string
  readonly kind: keyof typeof ACTOR_KIND
}
/** An organization by its id, or somebody by name. */
export type Actor = string | NamedActor

/**
 * Whose word a claim is: an organization by its id, `editor`, `unknown`, or an organization whose word was read in a
 * source of others.
 */
export type Asserter = string | { readonly org: string; readonly via: string }

/** What stands where an organization could and is none: the editors’ own conclusion, and nobody known. */
export const NO_ORGANIZATION = ['editor', 'unknown'] as const

/**
 * One value or a list of them as authored; always a list once parsed. The options of one are told apart by their form.
 */
const listOf = <A extends z.ZodType, B extends z.ZodType>(text: A, object: B, description: string) =>
  z
    .union([text, object, z.array(z.union([text, object])).min(1)])
    .transform((value) => (Array.isArray(value) ? value : [value]) as (z.output<A> | z.output<B>)[])
    .describe(description)

const named = z
  .strictObject({
    name: line(120, 'What they are called.'),
    kind: oneOf(ACTOR_KIND, 'What they are.'),
  })
  .describe('Somebody without a record of their own.')

/** One actor or several: organizations, or others by name. */
export const actors = (description: string) =>
  listOf(ref('organizations', 'Id of an organization.'), named, description)

/** One owner: an organization, or somebody by name. */
export const owner = (description: string) =>
  z.union([ref('organizations', 'Id of an organization.'), named]).describe(description)

/**
 * Who says so: organizations, `editor` for this site’s own conclusion, `unknown`, or an organization read in a source
 * of others.
 */
export const asserters = listOf(
  z
    .string()
    .regex(ID_PATTERN, {
      error: (issue) => `expected an organization id, "editor" or "unknown", found "${String(issue.input)}"`,
    })
    .meta({
      description: 'Id of an organization, `editor`, or `unknown`.',
      ref: 'organizations',
      except: NO_ORGANIZATION,
    } satisfies FieldMeta),
  z
    .strictObject({
      org: ref('organizations', 'Whose word it is.'),
      via: ref('sources', 'The source of others in which it was read.'),
    })
    .describe('An organization whose word was read in somebody else’s source.'),
  'Who asserts it: one organization or a list; `editor` for this site’s own conclusion, computation ' +
    'or count; `unknown`; or {org, via} where its word was read in a source of others.',
)

/** The ids of the organizations among actors. */
export const actorIds = (actors: readonly Actor[] = []): string[] =>
  actors.flatMap((actor) => (typeof actor === 'string' ? actor : []))

/** Asserters as ids: of organizations, `editor`, or `unknown`. */
export const asserterIds = (asserters: readonly Asserter[] = []): string[] =>
  asserters.map((asserter) => (typeof asserter === 'string' ? asserter : asserter.org))
