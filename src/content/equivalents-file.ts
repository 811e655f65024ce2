import { join } from 'node:path'
import { type EquivalentGroup, equivalentsSchema } from '#schema/equivalents.ts'
import { isThere } from './open-file.ts'
import { Report } from './report.ts'
import { parseShape } from './shape.ts'
import { readText } from './text.ts'
import { parseYaml } from './yaml.ts'

const FILE = 'equivalents.yaml'

/**
 * Reads the owner's equivalent wordings; none where there is no such file or it cannot be used, which `report` then
 * says.
 */
export function readEquivalents(root: string, report = new Report()): readonly EquivalentGroup[] {
  if (!isThere(join(root, FILE))) return []
  const source = readText(root, FILE, report)
  const yaml = source === undefined ? undefined : parseYaml(source, FILE, report)
  return (yaml && parseShape(equivalentsSchema, yaml, FILE, report)) ?? []
}
