import { oneLine, shortened as shortenedTo } from '#text/words.ts'
import { formatText } from '#time/format.ts'
import { type LabelledPart, partLabel, partWord } from '#views/part-label.ts'

/** Everything a citation says, before it takes a form. All text is plain and on one line: forms are made of lines. */
export interface Citable {
  /** `id#part@r3`: always with the revision that is cited. */
  readonly reference: string
  /** Title of the record. */
  readonly title: string
  /** Its short title, where it has one. */
  readonly shortTitle?: string
  /** `incident`, `statement` … */
  readonly kindWord: string
  readonly part?: { readonly word: string; readonly label: string }
  /** When it happened, in words. */
  readonly when?: string
  /** Organizations it is about or that speak in it, in words. */
  readonly by?: string
  readonly site: string
  readonly publisher: string
  readonly language: string
  /** Address with the pinned revision; relative where the site does not know its own. */
  readonly url: string
  readonly local: boolean
  readonly revision: number
  /** Day of that revision, `2026-01-31`. */
  readonly revised: string
  /** TLP label of what is cited, or else of the build that it is cited from; absent where both are CLEAR. */
  readonly marking?: string
}

const LONGEST = 240

/** A label on one line, cut at a word where it is too long to be quoted whole. */
export const shortened = (text: string): string => shortenedTo(text, LONGEST)

/** A text, the texts of a list, or none: what authors may write as one value or several. */
export const texts = (value: unknown): string[] =>
  [value].flat().filter((item): item is string => typeof item === 'string')

/**
 * The citation of a part, made from the citation of its record. `nameOf` names an actor, owner or asserter as the part
 * holds it: an id in a record as read, an object with a title in a published one; undefined where it has no name to
 * cite.
 */
export function citePart(record: Citable, part: LabelledPart, nameOf: (who: unknown) => string | undefined): Citable {
  const { data } = part
  const at = texts(data['at'])[0] ?? texts(data['asOf'])[0]
  const own = [data['actor'] ?? data['owner'] ?? data['assertedBy'] ?? []].flat().flatMap((who) => nameOf(who) ?? [])
  const level = texts(data['tlp'])[0]
  return {
    ...record,
    reference: record.reference.replace('@', `#${part.id}@`),
    part: { word: partWord(part), label: shortened(partLabel(part)) },
    url: `${record.url}#${part.id}`,
    ...(at === undefined ? {} : { when: formatText(at) }),
    ...(own.length === 0 ? {} : { by: oneLine(own.join(', ')) }),
    ...(level === undefined || level === 'CLEAR' ? {} : { marking: `TLP:${level}` }),
  }
}
