import { z } from 'zod'

const text = z.string().nullish()
export const note = z.looseObject({ category: text, text, title: text })
export const reference = z.looseObject({ category: text, summary: text, url: text })
export const vulnerability = z.looseObject({
  cve: text,
  title: text,
  notes: z.array(note).nullish(),
  discovery_date: text,
  release_date: text,
  disclosure_date: text,
  ids: z.array(z.looseObject({ system_name: text, text })).nullish(),
  remediations: z.array(z.looseObject({ category: text, details: text, date: text, url: text })).nullish(),
  threats: z.array(z.looseObject({ category: text, details: text, date: text })).nullish(),
  involvements: z.array(z.looseObject({ party: text, status: text, date: text, summary: text })).nullish(),
  references: z.array(reference).nullish(),
  cwe: z.looseObject({ id: text, name: text }).nullish(),
  cwes: z.array(z.looseObject({ id: text, name: text })).nullish(),
})
export const document = z.looseObject({
  title: z.string(),
  csaf_version: z.string(),
  category: text,
  aggregate_severity: z.looseObject({ text }).nullish(),
  publisher: z.looseObject({ name: z.string(), category: text, namespace: text }),
  notes: z.array(note).nullish(),
  references: z.array(reference).nullish(),
  distribution: z.looseObject({ tlp: z.looseObject({ label: text }).nullish() }).nullish(),
  tracking: z.looseObject({
    id: z.string(),
    initial_release_date: text,
    current_release_date: text,
    aliases: z.array(z.string()).nullish(),
    revision_history: z.array(z.looseObject({ date: text, number: text, summary: text })).nullish(),
  }),
})
export const csafFile = z.looseObject({
  document,
  vulnerabilities: z.array(vulnerability).nullish(),
  product_tree: z.looseObject({}).nullish(),
})
export type Vulnerability = z.output<typeof vulnerability>
