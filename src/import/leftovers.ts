import { stringify } from 'yaml'

/** Fields of a document that a record has no place for, as a block of code for its body; empty where there are none. */
export function leftoversOf(fields: Readonly<Record<string, unknown>>): string {
  if (Object.keys(fields).length === 0) return ''
  const yaml = stringify(fields, { lineWidth: 0 }).trimEnd()
  const fence = '`'.repeat(Math.max(3, ...[...yaml.matchAll(/`+/g)].map(([run]) => run.length + 1)))
  return `## Further fields of the original\n\n${fence}yaml\n${yaml}\n${fence}`
}
