import { readFileSync } from 'node:fs'
import { basename, extname, join } from 'node:path'
import { parse, stringify } from 'yaml'
import { KINDS, type Kind } from '#schema/kind-names.ts'
import { kinds } from '#schema/kinds.ts'
import type { Tlp } from '#schema/vocabularies.ts'
import { elementOf, fieldsOf, isObject, unwrap } from '#schema/walk.ts'
import { SMALL } from '../content-folder.ts'
import { png } from '../content/image/pictures.ts'
import { Canaries, filled, filledRecord, type Targets } from './filled.ts'

/**
 * Public records of the small folder, by kind: what planted records and parts refer to, and where parts are planted.
 */
const PUBLIC: Readonly<Record<Kind, string>> = {
  incidents: '2026-01-05-router-outage',
  summits: '2026-02-10-router-review',
  statements: '2026-01-06-acme-apology',
  commitments: 'acme-staged-updates',
  inquiries: 'beacon-asked-harbor',
  proceedings: 'harbor-v-acme',
  organizations: 'acme',
  topics: 'staged-updates',
  controls: 'staged-rollout',
  sources: 'acme-report',
  citations: 'harbor-design-review',
}
const targets: Targets = PUBLIC
const ending = (kind: Kind) => (kinds[kind].body ? 'mdx' : 'yaml')
const fileOf = (kind: Kind, id: string) => `${kind}/${id}.${ending(kind)}`

/** Something planted: a whole record in a file of its own, or one item of a list of a public record. */
export interface Plant {
  readonly kind: Kind
  readonly level: Tlp
  /** Words that must not be seen below its level. */
  readonly canaries: readonly string[]
  readonly file: string
  /** Set for an item: the list it belongs to. */
  readonly list?: string
  readonly data: Record<string, unknown>
  readonly body?: string
  readonly assets?: Readonly<Record<string, Uint8Array>>
}

const HISTORY = { revision: 1, date: '2026-03-01', type: 'addition' }
// What hangs together with other records or times is written as an author would.
const PLAIN = {
  recordStatus: 'reviewed',
  embargoUntil: undefined,
  supersededBy: undefined,
  supersedes: undefined,
  revision: 1,
  contradictions: undefined,
}

function plantedRecord(kind: Kind, level: Tlp, prefix: string): Plant {
  const canaries = new Canaries(prefix)
  const name = canaries.word()
  const id = kinds[kind].dated
    ? `2026-01-02-${kind === 'statements' ? 'acme-' : ''}${name}`
    : kind === 'commitments'
      ? `acme-${name}`
      : name
  const data = filledRecord(kind, canaries, targets, level, {
    ...PLAIN,
    history: [{ ...HISTORY, summary: `Noted by ${canaries.word()}.` }],
  })
  const picture = canaries.word()
  const body = kinds[kind].body
    ? {
        body:
          `Of ${canaries.word()} and more.\n\n## The ` +
          `${canaries.word()}\n\n![A ${canaries.word()}](${picture}.png)\n`,
        assets: { [`${kind}/${picture}.png`]: png(9, 9, canaries.word()) },
      }
    : {}
  return { kind, level, canaries: canaries.made, file: fileOf(kind, id), data, ...body }
}

function plantedParts(kind: Kind, level: () => Tlp, prefix: () => string): Plant[] {
  return Object.entries(fieldsOf(kinds[kind].schema) ?? {}).flatMap(([list, field]): Plant[] => {
    const element = elementOf(unwrap(field).schema)
    const fields = element && fieldsOf(element)
    if (!element || !fields || !('tlp' in fields) || list === 'contradictions') return []
    const canaries = new Canaries(prefix())
    const own = level()
    const item = filled(element, canaries, targets, own)
    if (!isObject(item)) return []
    const data =
      list === 'history'
        ? { ...HISTORY, revision: 2, date: '2026-03-02', summary: `Noted by ${canaries.word()}.`, tlp: own }
        : item
    return [{ kind, level: own, canaries: canaries.made, file: fileOf(kind, PUBLIC[kind]), list, data }]
  })
}

/**
 * Plants canaries in every field of every kind: in a record of its own, and in an item of every list of a public one.
 */
export function plant(level: () => Tlp): Plant[] {
  let count = 0
  const prefix = () => `kv${(count++).toString(36).padStart(2, '0')}`
  return KINDS.flatMap((kind) => [plantedRecord(kind, level(), prefix()), ...plantedParts(kind, level, prefix)])
}

const split = (text: string): [string, string] => {
  const [, yaml = '', body = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text) ?? []
  return [yaml, body]
}

function written(kind: Kind, data: unknown, body: string): string {
  const yaml = stringify(data, {
    defaultStringType: 'QUOTE_DOUBLE',
    defaultKeyType: 'PLAIN',
    aliasDuplicateObjects: false,
    lineWidth: 0,
  })
  return kinds[kind].body ? `---\n${yaml}---\n${body}` : yaml
}

const nameOf = ({ file }: Plant) => basename(file, extname(file))

/**
 * What public records say because of a planted one: blocks for bodies by kind, points of the meeting, and references.
 */
interface Around {
  readonly body?: Partial<Record<Kind, string[]>>
  readonly points?: readonly Record<string, unknown>[]
  readonly cites?: readonly string[]
}

const point = (id: string, assertedBy: readonly string[], text: string, level: Tlp = 'CLEAR') => ({
  id,
  kind: 'openQuestion',
  force: 'discussed',
  text,
  assertedBy,
  tlp: level,
  sources: [PUBLIC.sources],
})

/** What public records say of a plant. Where it is hidden, what somebody who took it out by hand would leave. */
function around(plant: Plant, hidden: boolean): Around {
  const { kind, level, canaries, list } = plant
  const [word = ''] = canaries
  const name = nameOf(plant)
  if (list !== undefined) return {}
  if (kind === 'topics') return { body: { summits: hidden ? [] : [`It went on to [that](${name}).`] } }
  if (kind === 'organizations') {
    const together = (names: readonly string[]) => point('p-together', names, 'They give.')
    return hidden
      ? { points: [together(['acme', 'harbor'])] }
      : {
          points: [together(['acme', name, 'harbor']), point('p-alone', [name], 'It gives.')],
          cites: [`${PUBLIC.summits}#p-alone`],
        }
  }
  if (plant.body === undefined) return {}
  if (hidden) return { body: { [kind]: ['See below, and go on.', 'Go on.'] } }
  const passage = [
    `<Restricted tlp="${level}">`,
    `Of the ${word} again.`,
    `## The ${word} clause`,
    'More.',
    '</Restricted>',
  ]
  const text = [`[See below](#h-the-${word}-clause), and go on.`, ...passage]
  if (kind !== 'summits') return { body: { [kind]: [...text, 'Go on.'] } }
  return {
    body: { [kind]: [...text, `As in [the issue](#p-${word}).`, 'Go on.'] },
    points: [point(`p-${word}`, ['acme'], `Will ${word} hold?`, level)],
    cites: [`${PUBLIC.summits}#p-${word}`],
  }
}

/** The small folder with plants in it, as files to write; those that are hidden are as if taken out by hand. */
export function contentWith(
  all: readonly Plant[],
  isHidden: (one: Plant) => boolean = () => false,
): Record<string, string | Uint8Array> {
  const files: Record<string, string | Uint8Array> = {}
  const places = all.map((one) => around(one, isHidden(one)))
  const plants = all.filter((one) => !isHidden(one))
  for (const kind of KINDS) {
    const file = fileOf(kind, PUBLIC[kind])
    const text = readFileSync(join(SMALL, file), 'utf8')
    const [yaml, body] = kinds[kind].body ? split(text) : [text, '']
    const data = parse(yaml) as Record<string, unknown>
    const listed = (list: string): unknown[] => (Array.isArray(data[list]) ? (data[list] as unknown[]) : [])
    const own = plants.filter((one) => one.file === file)
    for (const { list = '', data: item } of own) {
      data[list] = [...listed(list), item]
      if (list === 'history') data['revision'] = 2
    }
    if (kind === 'citations') data['cites'] = [...listed('cites'), ...places.flatMap(({ cites = [] }) => cites)]
    if (kind === 'summits') data['points'] = [...listed('points'), ...places.flatMap(({ points = [] }) => points)]
    const blocks = places.flatMap(({ body = {} }) => body[kind] ?? [])
    files[file] = written(kind, data, [body.trimEnd(), ...blocks].join('\n\n') + '\n')
  }
  for (const { kind, file, list, data, body = '', assets = {} } of plants)
    if (list === undefined) Object.assign(files, { [file]: written(kind, data, body) }, assets)
  return files
}

const at = (value: unknown, steps: readonly (string | number)[]) =>
  steps.reduce<unknown>(
    (inner, step) => (typeof inner === 'object' && inner !== null ? Reflect.get(inner, step) : undefined),
    value,
  )

function remove(data: unknown, steps: readonly (string | number)[]): boolean {
  const [holder, last] = [at(data, steps.slice(0, -1)), steps.at(-1)]
  if (last === undefined) return false
  if (Array.isArray(holder) && typeof last === 'number') return holder.splice(last, 1).length > 0
  if (isObject(holder) && Reflect.has(holder, String(last))) return Reflect.deleteProperty(holder, last)
  // Something required is missing: what needs it goes.
  return remove(data, steps.slice(0, -1))
}

/**
 * Takes out of a plant what a finding at a path complains of; false when there is nothing to take but the plant itself.
 */
export function mend({ data, list }: Plant, path: string): boolean {
  const steps = [...path.matchAll(/[^.[\]]+/g)].map(([step]) => (/^\d+$/.test(step) ? Number(step) : step))
  const own = list === undefined ? steps : steps[0] === list ? steps.slice(2) : []
  // A figure is a value or a range.
  if (own.length === 0 && list === 'impact')
    return ['min', 'max'].filter((key) => Reflect.has(data, key) && Reflect.deleteProperty(data, key)).length > 0
  return remove(data, own)
}
