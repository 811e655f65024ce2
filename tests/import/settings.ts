import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { ImportSettings } from '#import/draft.ts'
import { importDocument } from '#import/import-document.ts'

export const FOLDER = resolve(import.meta.dirname, '../fixtures/import')

/** Settings of a site that keeps its own records, with some of them otherwise. */
export const settings = (name: string, other: Partial<ImportSettings> = {}): ImportSettings => ({
  name,
  account: 'own',
  publisher: 'Example Works',
  tlp: 'CLEAR',
  severities: [],
  today: '2026-06-01',
  ...other,
})

/** What is made of a document of the fixtures. */
export const importFixture = (name: string, other: Partial<ImportSettings> = {}) =>
  importDocument(readFileSync(join(FOLDER, name), 'utf8'), settings(name, other))

/** What is made of a text in Markdown. */
export const importText = (text: string, other: Partial<ImportSettings> = {}) =>
  importDocument(text, settings('document.md', other), 'markdown')

/** The one record of what was imported; fails where there are none or several. */
export function only({ drafts, refused }: ReturnType<typeof importText>) {
  const [draft, second] = drafts
  if (!draft || second) throw new Error(`expected one record, found ${drafts.length}: ${refused?.message ?? ''}`)
  return draft
}
