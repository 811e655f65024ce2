import assert from 'node:assert/strict'
import test from 'node:test'
import { z } from 'zod'
import { KINDS } from '#schema/kind-names.ts'
import { kinds } from '#schema/kinds.ts'
import { parseReference, printReference } from '#schema/references.ts'
import { siteSchema } from '#schema/site.ts'
import { elementOf, fieldsOf, metaOf, unwrap } from '#schema/walk.ts'

type Schema = z.core.$ZodType
interface Field {
  readonly path: string
  readonly described: boolean
  readonly strict: boolean
}

/** Whether a schema, or anything it wraps, carries a description. */
function describedBy(schema: Schema): boolean {
  if (metaOf(schema).description !== undefined) return true
  const { def } = (schema as z.core.$ZodTypes)._zod
  if ('innerType' in def) return describedBy(def.innerType)
  return def.type === 'pipe' && describedBy(def.in)
}

/** Every field below a schema. Wrappers may carry the description in place of what they wrap. */
function fields(schema: Schema, path: string): Field[] {
  const inner = unwrap(schema).schema
  const element = elementOf(inner)
  if (element) return fields(element, `${path}[]`)
  const shape = fieldsOf(inner)
  if (!shape) return []
  const strict = (inner as z.core.$ZodObject)._zod.def.catchall?._zod.def.type === 'never'
  return Object.entries(shape).flatMap(([key, field]) => [
    { path: `${path}.${key}`, described: describedBy(field), strict },
    ...fields(field, `${path}.${key}`),
  ])
}

const every = [...KINDS.flatMap((kind) => fields(kinds[kind].schema, kind)), ...fields(siteSchema, 'site')]

test('every field of every kind is described in a sentence', () => {
  assert.ok(every.length > 300)
  assert.deepEqual(
    every.filter(({ described }) => !described).map(({ path }) => path),
    [],
  )
})

test('every authored object is strict', () => {
  assert.deepEqual(
    every.filter(({ strict }) => !strict).map(({ path }) => path),
    [],
  )
})

for (const kind of KINDS)
  test(`the JSON Schema of ${kind} says what the schema says`, () => {
    const schema = z.toJSONSchema(kinds[kind].schema, { io: 'input' })
    assert.equal(schema.additionalProperties, false)
    assert.ok(schema.required?.every((field) => Object.hasOwn(schema.properties ?? {}, field)))
    const history = schema.properties?.['history']
    assert.ok(typeof history === 'object' && history.description?.startsWith('Every revision in order'))
  })

test('a reference is declared in the schema, and the JSON Schema tells it', () => {
  const { properties } = z.toJSONSchema(kinds.commitments.schema, { io: 'input' })
  assert.equal((properties?.['org'] as { ref?: string }).ref, 'organizations')
})

const references: readonly (readonly [string, unknown])[] = [
  ['acme', { id: 'acme' }],
  ['acme#l-a', { id: 'acme', part: 'l-a' }],
  ['acme@r3', { id: 'acme', revision: 3 }],
  ['2024-07-19-outage#e-revert@r12', { id: '2024-07-19-outage', part: 'e-revert', revision: 12 }],
]
for (const [text, parsed] of references)
  test(`${text} is a reference`, () => {
    const found = parseReference(text)
    assert.deepEqual(found, parsed)
    assert.equal(found && printReference(found), text)
  })

for (const text of [
  '',
  '#',
  '#e-a',
  'Acme',
  'acme#',
  'acme#e',
  'acme@r0',
  'acme@3',
  'acme#e-a#e-b',
  '-acme',
  'acme-',
  'acme/x',
  'https://acme.example',
  'acme ',
  '@r3',
])
  test(`${JSON.stringify(text)} is no reference`, () => assert.equal(parseReference(text), undefined))

test('a part alone belongs to the record it stands in', () => {
  assert.deepEqual(parseReference('#e-a', 'acme'), { id: 'acme', part: 'e-a' })
  assert.equal(parseReference('', 'acme'), undefined)
})
