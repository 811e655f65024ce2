import { join } from 'node:path'
import type { z } from 'zod'
import { descriptionsSchema } from '#schema/descriptions.ts'
import { type EquivalentGroup, equivalentsSchema } from '#schema/equivalents.ts'
import { didYouMean } from '#text/suggest.ts'
import { isThere } from './open-file.ts'
import { Report } from './report.ts'
import { parseShape } from './shape.ts'
import { readText } from './text.ts'
import { parseYaml, type ParsedYaml } from './yaml.ts'

/** Files of the owner's that help the search; both may be left out. */
export const WORDING_FILES = { equivalents: 'equivalents.yaml', descriptions: 'descriptions.yaml' } as const

/** What the owner gives the search beside the records. */
export interface SearchWordings {
  readonly equivalents: readonly EquivalentGroup[]
  /** Descriptions by the id of their record. */
  readonly descriptions: ReadonlyMap<string, readonly string[]>
}

/** A file with its shape checked; undefined where there is none or it cannot be used, which `report` then says. */
function readFile<S extends z.ZodType>(
  root: string,
  file: string,
  schema: S,
  report: Report,
): { readonly value: z.output<S>; readonly locate: ParsedYaml['locate'] } | undefined {
  if (!isThere(join(root, file))) return undefined
  const source = readText(root, file, report)
  const yaml = source === undefined ? undefined : parseYaml(source, file, report)
  const value = yaml && parseShape(schema, yaml, file, report)
  return yaml === undefined || value === undefined ? undefined : { value, locate: yaml.locate }
}

/**
 * Reads the owner's equivalent wordings and descriptions of records. `ids` are those of all records of the folder, so
 * that `report` can say which description has none.
 */
export function readSearchWordings(root: string, report = new Report(), ids?: ReadonlySet<string>): SearchWordings {
  const { equivalents: groups, descriptions: described } = WORDING_FILES
  const equivalents = readFile(root, groups, equivalentsSchema, report)?.value ?? []
  const file = readFile(root, described, descriptionsSchema, report)
  const descriptions = new Map(Object.entries(file?.value ?? {}))
  for (const id of descriptions.keys())
    if (ids !== undefined && !ids.has(id))
      report.add('unknown-reference', described, {
        ...file?.locate([id]),
        path: [id],
        message: `expected the id of a record, found "${id}".${didYouMean(id, [...ids])}`,
        fix: 'write the id of a record, its file name without the ending, or take its descriptions out',
      })
  return { equivalents, descriptions }
}
