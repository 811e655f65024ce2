import { FORMS, isForm } from '#exports/cite.ts'
import { citablePublished } from '#exports/published.ts'
import { publishedRecord } from '../published-record.ts'

/** Forms of citation that can be chosen: name and label. */
export const forms: ReadonlyMap<string, string> = new Map(
  Object.entries(FORMS).map(([name, { label }]) => [name, label]),
)

/**
 * The citation of a record, or of its part with an id, in a form; of this page’s record where no address of JSON is
 * given. Rejects where it cannot be had.
 */
export async function citation(part: string, form: string, address?: string): Promise<string> {
  const cited = citablePublished(
    await publishedRecord(address),
    part,
    document.getElementById(part)?.textContent?.trim(),
  )
  if (!cited || !isForm(form)) throw new Error(`this record holds no citation of ${part} as ${form}`)
  return FORMS[form].make(cited)
}
