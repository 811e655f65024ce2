import assert from 'node:assert/strict'
import { citable } from '#exports/citable.ts'
import { FORM_NAMES, FORMS } from '#exports/cite.ts'
import type { FoundPart, Knowledge } from '#knowledge/knowledge.ts'
import type { AnyEntry } from '#schema/entry.ts'

/** The citation of a record or part in every form. */
export function citationForms(knowledge: Knowledge, entry: AnyEntry, part?: FoundPart) {
  const cited = citable(knowledge, entry, part) ?? assert.fail(entry.id)
  return FORM_NAMES.map((form) => ({ form, text: FORMS[form].make(cited) }))
}
