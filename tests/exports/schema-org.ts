import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

// The vocabulary as its own package states it: one interface per class, with the classes it is part of and its
// properties.
const text = readFileSync(
  createRequire(import.meta.url)
    .resolve('schema-dts')
    .replace(/schema\.js$/, 'schema.d.ts'),
  'utf8',
)

interface Class {
  readonly of: readonly string[]
  readonly properties: ReadonlySet<string>
}

const classes = new Map(
  [...text.matchAll(/^(?:export )?interface (\w+) extends ([^{]+) \{\n([\s\S]*?)^\}/gm)].map(
    ([, name = '', of = '', body = '']): [string, Class] => [
      name,
      {
        of: of.split(',').map((one) => one.trim().replace(/^.*\b(\w+Base)\b.*$/, '$1')),
        properties: new Set([...body.matchAll(/^ {4}"(@?\w+)"\??:/gm)].map(([, property = '']) => property)),
      },
    ],
  ),
)
const thing = /^interface ThingBase[^{]*\{\n([\s\S]*?)^\}/m.exec(text)?.[1] ?? ''
const ofThing = new Set([...thing.matchAll(/^ {4}"(\w+)"\??:/gm)].map(([, property = '']) => property))

function has(name: string, property: string): boolean {
  if (name === 'ThingBase') return ofThing.has(property)
  const found = classes.get(name)
  return found !== undefined && (found.properties.has(property) || found.of.some((one) => has(one, property)))
}

/**
 * What in a JSON-LD value is not of the vocabulary of schema.org: types it lacks, and properties that a type does not
 * have.
 */
export function outsideVocabulary(value: unknown, path = '$'): string[] {
  if (Array.isArray(value)) return value.flatMap((item, index) => outsideVocabulary(item, `${path}[${index}]`))
  if (typeof value !== 'object' || value === null) return []
  const { '@type': type, '@context': _, ...rest } = value as Record<string, unknown>
  const leaf = `${String(type)}Leaf`
  if (!classes.has(leaf)) return [`${path}: there is no type ${String(type)}`]
  return Object.entries(rest).flatMap(([name, own]) => [
    ...(has(leaf, name) ? [] : [`${path}: ${String(type)} has no ${name}`]),
    ...outsideVocabulary(own, `${path}.${name}`),
  ])
}
