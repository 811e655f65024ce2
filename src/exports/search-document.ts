import { FIELDS } from '#search/weights.ts'
import type { Section, ShownRecord } from '#search/fragment.ts'
import { paragraphsOf } from '#text/html-text.ts'
import type { SearchEntry } from '#views/search-entry.ts'
import { termsIn } from './indexed-words.ts'

const HEADING = /<h([2-6])\b[^>]*?\bid="([^"]+)"[^>]*>([\s\S]*?)<\/h\1>/g

/** A rendered body as sections: what comes before its first heading, then what stands under each. */
function bodySections(body: string): Section[] {
  const heads = [...body.matchAll(HEADING)]
  const before = paragraphsOf(body.slice(0, heads[0]?.index ?? body.length))
  return [
    ...(before.length > 0 ? [{ text: before }] : []),
    ...heads.map(({ 0: head, 2: id = '', 3: title = '', index }, number) => ({
      id,
      label: paragraphsOf(title).join(' '),
      text: paragraphsOf(body.slice(index + head.length, heads[number + 1]?.index)),
    })),
  ]
}

/** A record as the search page shows it: what its hit says, and its text by passages. `body` is the rendered body. */
export function shownRecord({ title, summary, meta, parts, fields }: SearchEntry, body: string): ShownRecord {
  return {
    title,
    meta,
    sections: [
      ...(summary === '' ? [] : [{ text: [summary] }]),
      ...bodySections(body),
      ...parts.map(({ id, label, text }) => ({ id, label, text: [text] })),
      ...fields.map(({ label, text }) => ({ label, text: [text], field: true })),
    ],
  }
}

const namesText = (meta: SearchEntry['meta'], names: readonly string[]): string =>
  [meta['kind'], meta['org'], meta['speaker'], ...names].filter(Boolean).join(' ; ')

const summaryOf = (first: Section | undefined): string => (first?.text ?? []).join('\n')

/** A part of a record as it is indexed: its terms (`search/terms.ts`) in their order, and what each place weighs. */
export interface IndexedPart {
  readonly weight: number
  readonly terms: readonly string[]
  /** Whether it is how people describe the record, and no text of it. */
  readonly isDescription?: true
}

const part = (text: string, weight: number): IndexedPart => ({ weight, terms: termsIn(text) })

/**
 * How many terms of a record are of its title, and how many of its title, names, outcome, date and summary.
 */
export function headTerms(
  { names, outcome, title, meta }: SearchEntry,
  { sections: [first] }: ShownRecord,
): [title: number, head: number] {
  const own = termsIn(title).length
  const rest = [namesText(meta, names), outcome, meta['date'] ?? '', summaryOf(first)]
  return [own, rest.reduce((sum, text) => sum + termsIn(text).length, own)]
}

/**
 * A record as it is indexed, by where its words stand: what it says, and how its owner says that people describe it;
 * none of the words of its page's frame.
 */
export function indexedParts(
  { names, outcome, title, meta, descriptions }: SearchEntry,
  { sections }: ShownRecord,
): IndexedPart[] {
  const [first, ...rest] = sections
  return [
    part(title, FIELDS.title),
    part(namesText(meta, names), FIELDS.names),
    part(outcome, FIELDS.outcome),
    part(meta['date'] ?? '', FIELDS.text),
    part(summaryOf(first), FIELDS.summary),
    ...rest.flatMap(({ label, text, field }) => [
      part(field ? '' : (label ?? ''), FIELDS.heading),
      part(text.join('\n'), FIELDS.text),
    ]),
    { ...part(descriptions.join('\n'), FIELDS.descriptions), isDescription: true },
  ]
}
