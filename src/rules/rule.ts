import type { Knowledge } from '#knowledge/knowledge.ts'
import type { AnyEntry } from '#schema/entry.ts'
import type { DataPath } from '#schema/finding.ts'
import type { RuleId } from '#schema/rule-table.ts'

/** What a rule says about one place of one file; the runner adds line, column, level and page. */
export interface Verdict {
  /** The record, or another file of the content folder. */
  readonly entry: Pick<AnyEntry, 'file' | 'locate' | 'mentions'>
  /**
   * Data path; `['body', n]` is the n-th reference of the body, `['body', line, offset]` a place in a line of its text.
   */
  readonly path: DataPath
  /** What was expected and what was found. */
  readonly message: string
  /** What to type. */
  readonly fix?: string
}

/**
 * Ids of records (and `site.yaml`) that are there but could not be read: what concerns them is said once, by the
 * reader, and not again by rules.
 */
export type Unread = ReadonlySet<string>

/** A rule over the linked whole. */
export interface Rule {
  readonly id: RuleId
  readonly check: (knowledge: Knowledge, unread: Unread) => Iterable<Verdict>
}
