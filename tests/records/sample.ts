import { pathToFileURL } from 'node:url'
import type { AnyEntry } from '#schema/entry.ts'
import { isObject, partsOf } from '#schema/walk.ts'
import { entries } from './authored.ts'

/** One claim that can be held against its sources: a part, or what a record says outside its parts. */
export interface Sampled {
  /** What is counted together in docs/audit.md: `event`, `statement`, `commitment` … */
  readonly sort: string
  /** `id#part`, or `id/field/index` for claims without an id of their own. */
  readonly ref: string
  readonly claim: unknown
}

const SORT: Readonly<Record<string, string>> = {
  timeline: 'event',
  milestones: 'milestone',
  impact: 'figure',
  findings: 'finding',
  controls: 'control',
  actions: 'action',
  contradictions: 'contradiction',
  points: 'point',
  participants: 'participant',
  log: 'log entry',
  claims: 'claim',
  steps: 'step',
}
const WHOLE: Readonly<Record<string, string>> = {
  statements: 'statement',
  commitments: 'commitment',
  inquiries: 'inquiry',
  proceedings: 'proceeding',
  sources: 'source',
}
const LISTS = Object.keys(SORT)

/** Everything in one record that can be right or wrong by its sources. */
function claimsOf(entry: AnyEntry): Sampled[] {
  const data: Record<string, unknown> = { ...entry.data }
  const parts = new Map(partsOf(entry.data).map(({ id, path }) => [path.join('/'), id]))
  const inLists = LISTS.flatMap((list) => {
    const items: unknown = data[list]
    return Array.isArray(items)
      ? items.flatMap((claim: unknown, at) => {
          const id = parts.get(`${list}/${at}`)
          const ref = id === undefined ? `${entry.id}/${list}/${at}` : `${entry.id}#${id}`
          // The controls of a commitment are mere ids; nothing is said of them there.
          return isObject(claim) ? [{ sort: SORT[list] ?? list, ref, claim }] : []
        })
      : []
  })
  const whole = WHOLE[entry.kind]
  if (whole === undefined) return inLists
  const rest = Object.fromEntries(Object.entries(data).filter(([key]) => !LISTS.includes(key) && key !== 'history'))
  return [...inLists, { sort: whole, ref: entry.id, claim: { ...rest, body: entry.body } }]
}

/** Numbers from 0 up to 1 that depend on the seed alone (Mulberry32). */
function* numbers(seed: number): Generator<number, never> {
  for (let state = seed >>> 0; ;) {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    yield ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/**
 * Draws claims at random, each at most once, the same for the same seed and content.
 * @param among ids of the records to draw from; all where it is left out.
 */
export function sample(count: number, seed: number, among?: ReadonlySet<string>): Sampled[] {
  const left = entries
    .filter(({ id }) => among?.has(id) ?? true)
    .flatMap(claimsOf)
    .toSorted((a, b) => (a.ref < b.ref ? -1 : 1))
  const random = numbers(seed)
  return Array.from({ length: Math.min(count, left.length) }, () =>
    left.splice(Math.floor(random.next().value * left.length), 1),
  ).flat()
}

/** Fields that do not say anything about the world. */
const SILENT = new Set(['tlp', 'tags', 'aliases', 'recordStatus', 'revision', 'contradictions'])

const shown = (key: string, value: unknown): unknown =>
  SILENT.has(key) || value === undefined || (Array.isArray(value) && value.length === 0) ? undefined : value

// Run by hand: node tests/records/sample.ts 150 20261129
if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const [count = '150', seed = '1'] = process.argv.slice(2)
  for (const [at, { sort, ref, claim }] of sample(Number(count), Number(seed)).entries())
    console.log(`${at + 1}. ${sort} ${ref}\n   ${JSON.stringify(isObject(claim) ? claim : {}, shown)}`)
}
