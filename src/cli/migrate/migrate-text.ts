import type { z } from 'zod'
import { splitFrontMatter } from '#content/front-matter.ts'
import { Report } from '#content/report.ts'
import { wrongIn } from '#content/shape.ts'
import { parseYaml } from '#content/yaml.ts'
import { RecordText } from '../edit/record-text.ts'

/** A file in the words of today, and what was changed: each with its line. */
export interface Migrated {
  readonly text: string
  readonly changes: readonly { readonly line: number; readonly what: string }[]
}

const shown = (path: readonly (string | number)[]): string =>
  path.map((step, index) => (typeof step === 'number' ? `[${step}]` : `${index > 0 ? '.' : ''}${step}`)).join('')

const valueAt = (value: unknown, path: readonly (string | number)[]): unknown =>
  path.reduce<unknown>(
    (current, step) => (typeof current === 'object' && current !== null ? Reflect.get(current, step) : undefined),
    value,
  )

/**
 * Puts today's words in the place of those that an earlier version knew, and takes out fields that it alone knew. All
 * else stays as it was written. A file that cannot be read as YAML is given back unchanged: the check says why.
 * @param fenced whether its YAML stands between two lines of `---`.
 */
export function migrateText(text: string, file: string, schema: z.ZodType, fenced: boolean): Migrated {
  const same: Migrated = { text, changes: [] }
  if (fenced && !/^---\s*$/.test(text.split('\n', 1)[0] ?? '')) return same
  const report = new Report()
  const halves = fenced ? splitFrontMatter(text, file, report) : { yaml: text, yamlLine: 0 }
  const yaml = halves && parseYaml(halves.yaml, file, report, halves.yamlLine)
  if (yaml === undefined) return same
  const found = wrongIn(schema, yaml).flatMap(({ path, change }) => (change === undefined ? [] : [{ path, change }]))
  const record = new RecordText(text, fenced)
  record.rewrite(found.flatMap(({ path, change }) => ('write' in change ? [{ path, write: change.write }] : [])))
  for (const { path, change } of found)
    if ('leaveOut' in change && path.length === 1 && typeof path[0] === 'string') record.remove(path[0])
  return {
    text: record.toString(),
    changes: found.map(({ path, change }) => ({
      line: yaml.locate(path).line,
      what:
        'write' in change
          ? `${shown(path)}: ${String(valueAt(yaml.value, path))} is ${change.write} now`
          : `${shown(path)}: no longer there, taken out`,
    })),
  }
}
