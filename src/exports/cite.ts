import type { FoundPart, Knowledge } from '#knowledge/knowledge.ts'
import type { AnyEntry } from '#schema/entry.ts'
import { citable, type Citable } from './cite-subject.ts'
import { asBibtex, asCsl, asRis } from './cite-library.ts'
import { asHtml, asMarkdown, asText, asTrailer } from './cite-words.ts'

/** The forms a citation can take, in the order they are offered; the first is what a first click copies. */
export const FORMS = {
  markdown: { label: 'Markdown', make: asMarkdown },
  text: { label: 'Plain text', make: asText },
  html: { label: 'HTML', make: asHtml },
  bibtex: { label: 'BibTeX', make: asBibtex },
  csl: { label: 'CSL-JSON', make: asCsl },
  ris: { label: 'RIS', make: asRis },
  trailer: { label: 'Git trailer', make: asTrailer },
} as const satisfies Record<string, { label: string; make: (cited: Citable) => string }>

export type FormName = keyof typeof FORMS
export const FORM_NAMES = Object.keys(FORMS) as FormName[]

/** A citation in one form, ready to be copied. */
export interface CitationForm {
  readonly form: FormName
  readonly label: string
  readonly text: string
}

/** A record or part in every form, at its current revision; pages and command line print these very texts. */
export function citationForms(knowledge: Knowledge, entry: AnyEntry, part?: FoundPart): CitationForm[] {
  const cited = citable(knowledge, entry, part)
  return cited ? FORM_NAMES.map((form) => ({ form, label: FORMS[form].label, text: FORMS[form].make(cited) })) : []
}
