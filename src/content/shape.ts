import { z } from 'zod'
import { MOST_FINDINGS } from '#schema/finding.ts'
import { type RuleId, RULES } from '#schema/rule-table.ts'
import { meant, vocabularyOf } from '#schema/vocabularies.ts'
import { elementOf, fieldsOf, isObject, metaOf, schemaFor } from '#schema/walk.ts'
import { didYouMean } from '#text/suggest.ts'
import { foreignKey } from './foreign-keys.ts'
import type { Report } from './report.ts'
import { quoted, withSpace } from './yaml-remedy.ts'
import type { ParsedYaml } from './yaml.ts'

type Issue = z.core.$ZodIssue

/** The schema that stands at a data path. */
function schemaAt(root: z.ZodType, value: unknown, path: readonly PropertyKey[]): z.core.$ZodType {
  let [schema, current]: [z.core.$ZodType, unknown] = [schemaFor(root, value), value]
  for (const step of path) {
    current = isObject(current) ? current[String(step)] : Array.isArray(current) ? current[Number(step)] : undefined
    const next = typeof step === 'number' ? elementOf(schema) : fieldsOf(schema)?.[String(step)]
    if (!next) break
    schema = schemaFor(next, current)
  }
  return schema
}

const valueAt = (value: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (current, step) => (typeof current === 'object' && current !== null ? Reflect.get(current, step) : undefined),
    value,
  )

const shown = (value: unknown): string =>
  value === undefined
    ? 'nothing'
    : Array.isArray(value)
      ? 'a list'
      : isObject(value)
        ? 'a map of keys'
        : typeof value === 'string'
          ? `"${value.slice(0, 60)}"`
          : String(value)

const TYPES: Readonly<Record<string, string>> = {
  string: 'text',
  array: 'a list',
  object: 'a map of keys',
  int: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
}

/**
 * What is wrong at a place of the data, in words; `change` is what alone puts it right where an earlier version was
 * valid.
 */
export interface Words {
  readonly rule: RuleId
  readonly message: string
  readonly fix?: string
  readonly path: (string | number)[]
  readonly change?: { readonly write: string } | { readonly leaveOut: true }
}

const plain = (path: readonly PropertyKey[]) => path.map((step) => (typeof step === 'number' ? step : String(step)))
const isRule = (value: unknown): value is RuleId => typeof value === 'string' && Object.hasOwn(RULES, value)
// A claim that lists no sources has a rule of its own.
const ruleOf = (path: readonly PropertyKey[]): RuleId =>
  path.at(-1) === 'sources' ? 'claim-without-source' : 'field-value'
const DERIVED = new Set(['title', 'summary', 'headline', 'status'])
/** Keys of earlier versions, each with what holds now. */
const RETIRED: ReadonlyMap<string, string> = new Map([['trustedMdx', 'bodies are never run as code']])

function unknownKeys(issue: z.core.$ZodIssueUnrecognizedKeys, schema: z.ZodType, value: unknown): Words[] {
  const known = Object.keys(fieldsOf(schemaAt(schema, value, issue.path)) ?? {})
  // More are not listed, and each is compared with every known one.
  return issue.keys.slice(0, MOST_FINDINGS + 1).map((key) => ({
    rule: 'unknown-key',
    path: [...plain(issue.path), key],
    ...unknownKey(key, known, issue.path.length === 0 ? valueAt(value, [key]) : undefined, issue.path.length === 0),
  }))
}

function unknownKey(
  key: string,
  known: readonly string[],
  value: unknown,
  isTop: boolean,
): Pick<Words, 'message' | 'fix' | 'change'> {
  const message = `expected one of the known keys, found "${key}"`
  const retired = RETIRED.get(key)
  if (retired !== undefined)
    return { message: `${message}: ${retired}`, fix: 'delete the line', change: { leaveOut: true } }
  const near = didYouMean(key, known)
  const foreign = isTop && near === '' ? foreignKey(key, value, known) : undefined
  if (foreign !== undefined) return { message: `${message}: ${foreign.means}`, fix: foreign.fix }
  const derived = DERIVED.has(key) && !known.includes(key) ? ` "${key}" is derived here and not written.` : ''
  return {
    message: `${message}.${near}${derived}`,
    fix: `delete "${key}", or use one of: ${known.join(', ')}`,
  }
}

/**
 * What to type in place of a value of the wrong type; `written` is what stands in the file, which says more than the
 * value.
 */
function retyped(expected: string, found: unknown, written: string | undefined): string {
  if (expected === 'a map of keys') return withSpace(String(found)) ?? 'write key: value, each key on a line of its own'
  if (typeof found === 'object' && found !== null) return `write ${expected} here`
  const said = written ?? String(found)
  if (expected === 'text') return `write ${quoted(said)} in quotes`
  if (expected === 'a list') return `write [${said}]`
  const number = said.replace(/[,_\s](?=\d{3}(?:\D|$))/g, '')
  if (/number/.test(expected) && /^-?\d+(?:\.\d+)?$/.test(number)) return `write ${number} without quotes`
  if (expected === 'true or false' && /^(?:yes|on|y)$/i.test(said)) return 'write true'
  if (expected === 'true or false' && /^(?:no|off|n)$/i.test(said)) return 'write false'
  return `write ${expected} without quotes`
}

/** What to type where the message alone does not say it. */
function remedy(issue: Issue, schema: z.core.$ZodType): string | undefined {
  const { moment, format, ref, part } = metaOf(schema)
  if (moment === true) return 'write a time such as "2024-07-19T04:09Z", "2024-07-19", "2024-07" or "2024"'
  if (format === 'uri') return 'write the whole address, such as https://example.org/page'
  if (part) return 'write the id of a part of this record'
  if (ref !== undefined) return 'write the id as its file is named, in lowercase words joined by "-"'
  if (issue.code === 'too_big')
    return issue.origin === 'string' ? 'shorten it' : `write at most ${String(issue.maximum)}`
  return issue.code === 'too_small' && issue.origin !== 'string' ? `write at least ${String(issue.minimum)}` : undefined
}

function inWords(issue: Issue, schema: z.ZodType, value: unknown, written: ParsedYaml['written']): Words[] {
  if (issue.code === 'unrecognized_keys') return unknownKeys(issue, schema, value)
  const found = valueAt(value, issue.path)
  const path = plain(issue.path)
  const about = z.globalRegistry.get(schemaAt(schema, value, issue.path))?.description
  const purpose = about ? ` (${about.split(' `')[0]})` : ''
  if (issue.code === 'invalid_value') {
    const values = issue.values.map(String)
    const vocabulary = vocabularyOf(schemaAt(schema, value, issue.path))
    const word = vocabulary && typeof found === 'string' ? meant(vocabulary, found) : undefined
    const hint =
      word === undefined ? (typeof found === 'string' ? didYouMean(found, values) : '') : ` Here that is "${word}".`
    return [
      {
        rule: 'field-value',
        path,
        message: `expected one of ${values.join(', ')}, found ${shown(found)}.${hint}`,
        fix: word === undefined ? `write one of: ${values.join(', ')}` : `write ${word}`,
        ...(word === undefined ? {} : { change: { write: word } }),
      },
    ]
  }
  if (issue.code === 'invalid_type') {
    const expected = TYPES[issue.expected] ?? issue.expected
    const key = String(issue.path.at(-1) ?? 'this')
    if (found === undefined)
      return [
        {
          rule: ruleOf(path),
          path,
          message: `expected "${key}", ${expected}${purpose}, found nothing`,
          fix: key === 'sources' ? 'add sources: [source-id], the ids of source records' : `add ${key}:`,
        },
      ]
    const said = written?.(path)
    if (found === null && said === '')
      return [
        {
          rule: ruleOf(path),
          path,
          message: `expected ${expected}${purpose}, found nothing after "${key}:"`,
          fix: `write it after ${key}:, or delete the line`,
        },
      ]
    return [
      {
        rule: 'field-value',
        path,
        message:
          `expected ${expected}${purpose}, found ` +
          `${typeof found === 'string' ? shown(found) : (said ?? shown(found))}`,
        fix: retyped(expected, found, said),
      },
    ]
  }
  if (issue.code === 'invalid_union') {
    const branch =
      issue.errors.find((errors) => errors.some((inner) => inner.code !== 'invalid_type')) ?? issue.errors[0] ?? []
    return branch.flatMap((inner) =>
      inWords({ ...inner, path: [...issue.path, ...inner.path] }, schema, value, written),
    )
  }
  const { rule, fix = remedy(issue, schemaAt(schema, value, issue.path)) }: Readonly<Record<string, unknown>> =
    issue.code === 'custom' ? (issue.params ?? {}) : {}
  return [
    {
      rule: isRule(rule) ? rule : ruleOf(path),
      path,
      message: issue.message,
      ...(typeof fix === 'string' ? { fix } : {}),
    },
  ]
}

/** Everything that is wrong with a value, in the author’s words. */
export function wrongIn(schema: z.ZodType, { value, written }: ParsedYaml): Words[] {
  const { success, error } = schema.safeParse(value)
  return success ? [] : error.issues.flatMap((issue) => inWords(issue, schema, value, written))
}

/**
 * Parses a value against a schema; reports every issue in the author's words at its line and column.
 * Returns the parsed and defaulted data, or undefined when anything was wrong.
 */
export function parseShape<S extends z.ZodType>(
  schema: S,
  yaml: ParsedYaml,
  file: string,
  report: Report,
): z.output<S> | undefined {
  const result = schema.safeParse(yaml.value)
  if (result.success) return result.data
  for (const issue of result.error.issues) {
    if (report.isFull(file)) break
    for (const { rule, path, message, fix } of inWords(issue, schema, yaml.value, yaml.written))
      report.add(rule, file, { message, ...(fix === undefined ? {} : { fix }), path, ...yaml.locate(path) })
  }
  return undefined
}
