import { asBibtex, asCsl, asRis } from './cite-library.ts'
import type { Citable } from './cite-part.ts'
import { asHtml, asMarkdown, asShort, asText, asTrailer } from './cite-words.ts'

/** The forms a citation can take, in the order they are offered; the first is what a first click copies. */
export const FORMS = {
  short: { label: 'Short Markdown', make: asShort },
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

/** Whether a text names a form of citation. */
export const isForm = (value: string): value is FormName => Object.hasOwn(FORMS, value)
