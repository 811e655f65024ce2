import { type DataPath, dotted, type Finding, type Position } from '#core/schema/finding.ts'
import { RULES, type RuleId, ruleUrl } from '#core/schema/rule-table.ts'

/** What a reader says of a problem; position and path are those of the whole file when left out. */
export interface Problem extends Partial<Position> {
  readonly message: string
  readonly fix?: string
  readonly path?: DataPath
}

/** Makes a finding of a rule. The one place where level, page and dotted path are put together. */
export function finding(rule: RuleId, file: string, { message, fix, path = [], line = 1, column = 1 }: Problem): Finding {
  return { rule, level: RULES[rule].level, file, line, column, path: dotted(path), message, ...(fix === undefined ? {} : { fix }), url: ruleUrl(rule) }
}

/** Collects the findings of one reading. */
export class Report {
  readonly findings: Finding[]

  /** Begins with findings already made. */
  constructor(found: readonly Finding[] = []) {
    this.findings = [...found]
  }

  add(rule: RuleId, file: string, problem: Problem): void {
    this.findings.push(finding(rule, file, problem))
  }
}
