import { z } from 'zod'
import type { Kind } from '#schema/kind-names.ts'
import { kinds } from '#schema/kinds.ts'
import { PART_KINDS } from '#schema/part-kinds.ts'
import { elementOf, fieldsOf, isObject, metaOf, schemaFor, unwrap } from '#schema/walk.ts'

type Schema = z.core.$ZodType

/** Makes words, ids and numbers that occur nowhere else, and remembers them. */
export class Canaries {
  readonly made: string[] = []
  readonly #prefix: string

  constructor(prefix: string) {
    this.#prefix = prefix
  }

  word(): string {
    const word = `${this.#prefix}${this.made.length.toString(36)}zq`
    this.made.push(word)
    return word
  }

  /** A number of eight digits that is none of a date, a size or a place. */
  number(): number {
    const value = 73_000_000 + Number.parseInt(this.#prefix.slice(2), 36) * 10_000 + this.made.length
    this.made.push(String(value))
    return value
  }
}

const DAY = '2026-01-02'
const FIXED = [DAY, `${DAY}T03:04Z`, 'en', 'USD']

/** Ids of existing records by kind, for references that must lead somewhere. */
export type Targets = Readonly<Record<string, string>>

function filledString(schema: Schema, canaries: Canaries, targets: Targets): unknown {
  const { ref, moment } = metaOf(schema)
  if (typeof ref === 'string') return targets[ref === 'any' ? 'sources' : ref]
  if (moment === true) return FIXED.find((value) => z.safeParse(schema, value).success)
  const word = canaries.word()
  const forms = [
    `The ${word} of that day was not ours`,
    `Of ${word}`,
    word,
    `https://${word}.example/${word}`,
    `${word}@${word}.example`,
    ...Object.keys(PART_KINDS).map((letter) => `${letter}-${word}`),
    ...FIXED,
  ]
  return forms.find((form) => z.safeParse(schema, form).success)
}

/** A value for every field that a schema has, optional ones among them: canaries wherever a person may write. */
export function filled(schema: Schema, canaries: Canaries, targets: Targets, level: string): unknown {
  const own = unwrap(schema).schema
  const def = (own as z.core.$ZodTypes)._zod.def
  const fields = fieldsOf(own)
  if (fields)
    return Object.fromEntries(
      Object.entries(fields)
        .map(([key, field]) => [key, key === 'tlp' ? level : filled(field, canaries, targets, level)])
        .filter(([, value]) => value !== undefined),
    )
  const element = elementOf(own)
  if (element) {
    // Lists with a least length of two (readings of a contradiction) take two different items.
    const items = [filled(element, canaries, targets, level), filled(element, canaries, targets, level)].filter(
      (item) => item !== undefined,
    )
    return items.length > 0 && z.safeParse(own, items.slice(0, 1)).success ? items.slice(0, 1) : items
  }
  if (def.type === 'union') return filled(schemaFor(own, ''), canaries, targets, level)
  // A type of identifier that is known asks for its own form; any other takes a canary.
  if (def.type === 'enum') return 'other' in def.entries ? 'other' : Object.values(def.entries)[0]
  if (def.type === 'boolean') return false
  if (def.type === 'number') return [canaries.number(), 1].find((value) => z.safeParse(own, value).success)
  return def.type === 'string' ? filledString(own, canaries, targets) : undefined
}

/** A whole record of a kind with as many fields filled as may stand together. Throws when none can be made. */
export function filledRecord(
  kind: Kind,
  canaries: Canaries,
  targets: Targets,
  level: string,
  changes: Readonly<Record<string, unknown>> = {},
): Record<string, unknown> {
  const made = filled(kinds[kind].schema, canaries, targets, level)
  const data: Record<string, unknown> = { ...(isObject(made) ? made : {}), ...changes }
  for (const key of Object.keys(changes)) if (changes[key] === undefined) delete data[key]
  for (let tries = 0; tries < 60; tries++) {
    const result = kinds[kind].schema.safeParse(data)
    if (result.success) return data
    // Fields that exclude one another: the one complained of goes.
    for (const { path, code, message } of result.error.issues) {
      const holder = path
        .slice(0, -1)
        .reduce<unknown>(
          (value, step) => (typeof value === 'object' && value !== null ? Reflect.get(value, step) : undefined),
          data,
        )
      const last = path.at(-1)
      if (Array.isArray(holder) && typeof last === 'number') holder.splice(last, 1)
      else if (isObject(holder) && typeof last === 'string' && last in holder) delete holder[last]
      else throw new Error(`${kind}: ${path.join('.')}: ${code} ${message}`)
    }
  }
  throw new Error(`no ${kind} record could be filled`)
}
