import { stringify } from 'yaml'
import { SCHEMAS, type Schemas } from '#schema/extend.ts'
import { kinds } from '#schema/kinds.ts'
import type { Kind } from '#schema/kind-names.ts'
import { wrap } from '#text/wrap.ts'
import { SCHEMA_FOLDER } from '../write-schemas.ts'
import { meansOf, optionsOf, schemasOf } from './field.ts'
import { elementOf, fieldsOf, schemaFor } from '#schema/walk.ts'
import { sample } from './sample.ts'

type Fields = ReturnType<typeof schemasOf>
type Schema = Fields[string]

const WIDTH = 110
// Kept by the tool, or of use only much later.
const LEFT_OUT = new Set(['recordStatus', 'statusReason', 'supersededBy', 'revision', 'history'])

// Quoted throughout, so that a date stays text; long lines stay whole, as authors write them.
const yaml = (key: string, value: unknown) =>
  stringify({ [key]: value }, { defaultStringType: 'QUOTE_DOUBLE', defaultKeyType: 'PLAIN', lineWidth: 0 }).trimEnd()

const comment = (text: string) => wrap(text, WIDTH).map((line) => `# ${line}`)

/** The values of a closed list, or of a list of such values; undefined for other fields. */
function valuesOf(schema: Schema): readonly string[] | undefined {
  const own = schemaFor(schema, '')
  const element = elementOf(own)
  return optionsOf(element ? schemaFor(element, '') : own)
}

function explain(name: string, fields: Fields): string[] {
  const schema = fields[name]
  if (!schema) return []
  const options = valuesOf(schema)
  return comment(`${meansOf(schema)}${options ? ` One of: ${options.join(', ')}.` : ''}`)
}

// Every object has these; their values are told once, for the record.
const EVERYWHERE = new Set(['tlp', 'confidence'])

/** The closed lists within a field, each with its values: `kind: context, onset, …`. */
function nested(schema: Schema, path = ''): string[] {
  const own = schemaFor(schema, '')
  const element = elementOf(own)
  if (element) return nested(element, path)
  return Object.entries(fieldsOf(own) ?? {}).flatMap(([name, field]) => {
    if (EVERYWHERE.has(name)) return []
    const options = valuesOf(field)
    return options ? [`${path}${name}: ${options.join(', ')}.`] : nested(field, `${path}${name}.`)
  })
}

const commented = (name: string, fields: Fields): string[] => {
  const schema = fields[name]
  return schema
    ? [
        ...explain(name, fields),
        ...nested(schema).flatMap(comment),
        ...yaml(name, sample(schema))
          .split('\n')
          .map((line) => `#   ${line}`),
      ]
    : []
}

/**
 * The text of a new record file: the given values, each under a comment that says what it is for, then every other
 * field as an example in comments.
 * @param draft whether anything is still to be written; drafts are never built for readers.
 * @param schemas what records may hold, with the fields and severities of the site.
 */
export function skeleton(
  kind: Kind,
  values: Readonly<Record<string, unknown>>,
  today: string,
  draft: boolean,
  schemas: Schemas = SCHEMAS,
): string {
  const fields = schemasOf(kind, schemas)
  const others = Object.keys(fields).filter((name) => !(name in values) && !LEFT_OUT.has(name))
  const lines = [
    ...Object.entries(values).flatMap(([name, value]) => [...explain(name, fields), yaml(name, value)]),
    ...(draft
      ? [
          '# A draft is checked and shown while you write, and never built ' +
            'for readers. Delete the line when the record is ready.',
          'recordStatus: draft',
        ]
      : []),
    '# Every revision in order; "added" and "changed" on the site come from here.',
    'history:',
    `  - { revision: 1, date: "${today}", type: addition, summary: "First recorded." }`,
    '',
    '# What else the record may hold. To use a field, delete "#   " before its lines and replace the example.',
    ...others.flatMap((name) => commented(name, fields)),
  ]
  if (!kinds[kind].body)
    return `# yaml-language-server: $schema=../${SCHEMA_FOLDER}/${kind}.json\n${lines.join('\n')}\n`
  return `---\n${lines.join('\n')}\n---\n\nTo be written.\n`
}
