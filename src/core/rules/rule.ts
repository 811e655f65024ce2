import type { Knowledge } from '../graph/knowledge.ts'
import type { AnyEntry } from '../schema/entry.ts'
import type { DataPath } from '../schema/finding.ts'
import type { RuleId } from '../schema/rule-table.ts'

/** What a rule says about one place of one record; the runner adds line, column, level and page. */
export interface Verdict {
  readonly entry: AnyEntry
  readonly path: DataPath
  /** What was expected and what was found. */
  readonly message: string
  /** What to type. */
  readonly fix?: string
}

/** A rule over the linked whole. */
export interface Rule {
  readonly id: RuleId
  readonly check: (knowledge: Knowledge) => Iterable<Verdict>
}
