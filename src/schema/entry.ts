import type { DataPath, SourceLocation } from './finding.ts'
import type { Data } from './kinds.ts'
import type { Kind } from './kind-names.ts'
import type { Tlp } from './vocabularies.ts'

/** A reference in a body, with where it stands in the file. */
export interface Mention extends SourceLocation {
  /** As written: `id`, `id#part` or `#part`, perhaps with a revision. */
  readonly ref: string
  /** What makes it: a Markdown link, or the component of that name. */
  readonly by: 'link' | 'Ref' | 'Quote' | 'Src'
  /** Level of the restricted passage around it; absent outside of one. */
  readonly tlp?: Tlp
}

/** A heading of a body, which is a part of its record. */
export interface Heading {
  /** Its anchor, `h-…`. */
  readonly id: string
  /** The anchor that an earlier version gave it, where that was another. */
  readonly formerly?: string
  /** Its words. */
  readonly title: string
}

/** The words of a part, by field. */
export type Words = Readonly<Record<string, string | number | boolean>>

/** Words that parts had in revisions that were released, by part, oldest first; the last are those of now. */
export type EarlierWords = Readonly<Record<string, readonly { readonly revision: number; readonly words: Words }[]>>

/** One record as read: parsed, defaulted, cut to the build's audience, not yet linked. */
export interface Entry<K extends Kind = Kind> {
  readonly kind: K
  readonly id: string
  /** Relative to the content folder, with `/`. */
  readonly file: string
  readonly data: Data<K>
  /** Markdown body, already cut to the audience; absent for YAML kinds. */
  readonly body?: string
  /** Headings of the body, in the order of the text; absent where there are none. */
  readonly headings?: readonly Heading[]
  /** References in the body, in the order of the text. */
  readonly mentions?: readonly Mention[]
  /** Images that the body shows, as paths relative to the content folder. */
  readonly assets?: readonly string[]
  /** What parts said in earlier revisions, where it was kept and may be told; absent where there is nothing of it. */
  readonly earlier?: EarlierWords
  /** Where a data path stands in the file; only the reader can tell, so absent in the site. */
  readonly locate?: (path: DataPath) => SourceLocation
}

/** An entry of any kind, narrowed by its `kind`. */
export type AnyEntry = { [K in Kind]: Entry<K> }[Kind]

/**
 * Whether a record was not taken back. What was leaves a page that says why, and nothing else on the site relies on it.
 */
export const stands = ({ data }: AnyEntry): boolean => data.recordStatus !== 'withdrawn'
