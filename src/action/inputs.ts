import { readFileSync } from 'node:fs'
import { z } from 'zod'

/**
 * What is wrong with how the action is called, in words for whoever wrote the workflow: this alone fails a job by
 * itself.
 */
export class InputError extends Error {}

const LEVELS = ['error', 'warning', 'never'] as const

/** What a workflow asks for, checked. */
export interface Inputs {
  /** Address of a published site, or undefined where a folder is given. */
  readonly site: string | undefined
  readonly data: string | undefined
  /** For a site behind a login: the value of an Authorization header. */
  readonly token: string | undefined
  /** For the interface of the forge. */
  readonly forgeToken: string | undefined
  readonly base: string
  readonly head: string
  readonly isCommented: boolean
  readonly label: string | undefined
  readonly skipLabel: string | undefined
  readonly leastScore: number
  readonly most: number
  readonly failOn: (typeof LEVELS)[number]
  readonly isFailingOnFault: boolean
}

type Env = Readonly<Record<string, string | undefined>>

const given = (env: Env, name: string): string => (env[`INPUT_${name.toUpperCase()}`] ?? '').trim()
const orNone = (text: string): string | undefined => (text === '' ? undefined : text)

function oneOf<T extends string>(env: Env, name: string, values: readonly T[]): T {
  const text = given(env, name)
  const found = values.find((value) => value === text) ?? (text === '' ? values[0] : undefined)
  if (found === undefined) throw new InputError(`${name}: expected one of ${values.join(', ')}, found "${text}"`)
  return found
}

function number(env: Env, name: string, otherwise: number): number {
  const text = given(env, name)
  if (text === '') return otherwise
  if (!/^\d{1,4}(?:\.\d{1,4})?$/.test(text)) throw new InputError(`${name}: expected a number, found "${text}"`)
  return Number(text)
}

/** An address without the slash at its end. */
export const withoutSlash = (address: string): string => (address.endsWith('/') ? address.slice(0, -1) : address)

function siteOf(env: Env): string | undefined {
  const text = given(env, 'site')
  if (text === '') return undefined
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (!url || !/^https?:$/.test(url.protocol) || url.username !== '')
    throw new InputError(`site: expected the address of a published site, such as https://kb.example, found "${text}"`)
  return `${url.origin}${withoutSlash(url.pathname)}`
}

/** "Bearer" goes before a bare token; another scheme is written out by whoever needs it. */
const authorization = (token: string): string | undefined =>
  token === '' ? undefined : token.includes(' ') ? token : `Bearer ${token}`

/** Reads the inputs of the action from the environment. Throws an InputError that says what to write. */
export function readInputs(env: Env): Inputs {
  const [site, data] = [siteOf(env), orNone(given(env, 'data'))]
  if (site === undefined && data === undefined)
    throw new InputError(
      'give this action site: the address of a published site, or data: a folder with refs.json and precedents.json',
    )
  return {
    site,
    data,
    token: authorization(given(env, 'token')),
    forgeToken: orNone(given(env, 'github-token')),
    base: given(env, 'base'),
    head: given(env, 'head'),
    isCommented: oneOf(env, 'comment', ['true', 'false']) === 'true',
    label: orNone(given(env, 'label')),
    skipLabel: orNone(given(env, 'skip-label')),
    leastScore: number(env, 'least-score', 0),
    most: number(env, 'most', 3),
    failOn: oneOf(env, 'fail-on', LEVELS),
    isFailingOnFault: oneOf(env, 'fail-on-fault', ['false', 'true']) === 'true',
  }
}

const eventSchema = z.object({
  before: z.string().optional(),
  after: z.string().optional(),
  repository: z.object({ default_branch: z.string().optional() }).optional(),
  ref: z.string().optional(),
  merge_group: z.object({ base_sha: z.string(), head_sha: z.string() }).optional(),
  pull_request: z
    .object({
      number: z.int(),
      title: z.string().nullable().default(''),
      body: z.string().nullable().default(''),
      base: z.object({ sha: z.string() }),
      head: z.object({ sha: z.string() }),
      labels: z.array(z.object({ name: z.string() })).default([]),
    })
    .optional(),
})

/** What happened in the forge, as far as it concerns a comparison. */
export interface Event {
  /** Where the change begins; undefined for the first push of a branch. */
  readonly base: string | undefined
  /** Where it ends; undefined where a branch was deleted. */
  readonly head: string | undefined
  /** Whether it was a push, whose beginning is what the branch was before. */
  readonly isPush: boolean
  readonly defaultBranch: string | undefined
  /** The pull request to comment. */
  readonly pull?: { readonly number: number; readonly text: string; readonly labels: readonly string[] }
}

const isNone = (sha: string) => /^0+$/.test(sha) || sha === ''

/** Reads what happened from the file that the runner names. Throws an InputError where it is no such file. */
export function readEvent(env: Env, inputs: Pick<Inputs, 'base' | 'head'>): Event {
  const file = env['GITHUB_EVENT_PATH'] ?? ''
  let read: z.infer<typeof eventSchema>
  try {
    read = eventSchema.parse(file === '' ? {} : JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    throw new InputError(`expected what happened as JSON at GITHUB_EVENT_PATH, found something else at "${file}"`)
  }
  const { pull_request: pull, merge_group: group } = read
  const base = inputs.base || pull?.base.sha || group?.base_sha || (read.before ?? '')
  const head = inputs.head || pull?.head.sha || group?.head_sha || read.after || env['GITHUB_SHA'] || 'HEAD'
  return {
    base: isNone(base) ? undefined : base,
    head: isNone(head) ? undefined : head,
    isPush: inputs.base === '' && pull === undefined && group === undefined,
    defaultBranch: read.repository?.default_branch,
    ...(pull === undefined
      ? {}
      : {
          pull: {
            number: pull.number,
            text: `${pull.title ?? ''}\n\n${pull.body ?? ''}`,
            labels: pull.labels.map(({ name }) => name),
          },
        }),
  }
}
