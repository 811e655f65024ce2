import { join } from 'node:path'
import { type Site, siteSchema } from '#schema/site.ts'
import { isThere } from './open-file.ts'
import { Report } from './report.ts'
import { parseShape } from './shape.ts'
import { readText } from './text.ts'
import { parseYaml } from './yaml.ts'

const UNTITLED = siteSchema.parse({ title: 'Aftermath', description: 'Incident postmortems and vendor coordination.' })

/** Reads `site.yaml` of a content folder; a plain default where there is none or it cannot be used. */
export function readSite(root: string, report = new Report()): Site {
  if (!isThere(join(root, 'site.yaml'))) return UNTITLED
  const text = readText(root, 'site.yaml', report)
  const yaml = text === undefined ? undefined : parseYaml(text, 'site.yaml', report)
  return (yaml && parseShape(siteSchema, yaml, 'site.yaml', report)) ?? UNTITLED
}
