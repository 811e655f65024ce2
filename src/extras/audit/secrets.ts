import type { AnyEntry } from '#schema/entry.ts'
import type { Tlp } from '#schema/vocabularies.ts'
import { cutAgain } from './second-cut.ts'
import { Phrases } from './phrases.ts'
import { formsOfTime, idsOf, type RecordText, textsOfRecord, yearsOf } from './record-texts.ts'

/**
 * What an audit compares: everything there is, what the reader gave for an audience, and words of the run that are no
 * secret.
 */
export interface AuditedEntries {
  readonly all: readonly AnyEntry[]
  readonly shown: readonly AnyEntry[]
  readonly audience: Tlp
  /** “Now” in ms since 1970: embargoes that end later hold. */
  readonly now: number
  /** Settings, the words of site.yaml, labels: texts that are printed whatever the records say. */
  readonly open: readonly string[]
}

/** Years between the first and the last that is shown stand on any axis. */
function openYears(shown: readonly RecordText[], open: readonly string[]): string[] {
  const years = [
    ...shown.filter(({ time }) => time).flatMap(({ text }) => yearsOf(text)),
    ...open.flatMap((text) => [...text.matchAll(/\b(?:19|20)\d\d\b/g)].map(Number)),
  ]
  if (years.length === 0) return []
  const [first, last] = [years.reduce((a, b) => Math.min(a, b)), years.reduce((a, b) => Math.max(a, b))]
  return Array.from({ length: Math.min(last - first + 1, 500) }, (_, index) => String(first + index))
}

/** What an audit looks for, and the open texts that pages are made of. */
export interface Secrets {
  readonly phrases: Phrases
  readonly openTexts: readonly string[]
}

const written = ({ id, file, data, body }: AnyEntry): string => JSON.stringify([id, file, data, body])

/** The phrases that only removed content holds: those of everything, without those of whatever an audience is shown. */
export function secretsOf({ all, shown, audience, now, open }: AuditedEntries): Secrets {
  const cutTwice = shown.flatMap((entry) => cutAgain(entry, audience, now) ?? [])
  const whole = new Set(cutTwice.map(written))
  // Most records are shown as they are, and such have no secret.
  const cut = all.filter((entry) => !whole.has(written(entry)))
  if (cut.length === 0) return { phrases: new Phrases(), openTexts: [] }
  const kept = cutTwice.flatMap(textsOfRecord)
  const keptTexts = new Set(kept.filter(({ pointer }) => !pointer).map(({ text }) => text))
  const phrases = new Phrases()
  for (const { text, secret, time } of cut.flatMap(textsOfRecord)) {
    if (keptTexts.has(text)) continue
    if (time) for (const year of yearsOf(text)) phrases.add(String(year), 'a number')
    else phrases.add(text, secret)
  }
  if (phrases.size === 0) return { phrases, openTexts: [] }
  const openTexts = [
    ...kept.flatMap(({ text, time, pointer }) => (time ? formsOfTime(text) : pointer ? [] : [text])),
    ...open,
    ...openYears(kept, open),
  ]
  for (const text of openTexts) phrases.forget(text)
  // A reader who forgot to cut a pointer at what is gone would make it public by that alone.
  const gone = goneIds(cut, cutTwice)
  for (const { text, pointer } of kept) if (pointer) phrases.forget(text, gone)
  // Anew, so that no search looks twice at what is forgotten.
  return { phrases: Phrases.of(phrases.entries()), openTexts }
}

/** Ids of records and parts that are not among what is shown, as phrases. */
function goneIds(cut: readonly AnyEntry[], cutTwice: readonly AnyEntry[]): ReadonlySet<string> {
  const open = new Set(cutTwice.flatMap(idsOf))
  const gone = new Phrases()
  for (const id of cut.flatMap(idsOf)) if (!open.has(id)) gone.add(id, 'an id')
  return new Set(gone.entries().map(([phrase]) => phrase))
}
