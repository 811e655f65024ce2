import { type DataPath, dotted, type Finding, type SourceLocation, Tally } from '#schema/finding.ts'
import { beginning } from '#text/words.ts'
import { RULES, type RuleId, ruleUrl } from '#schema/rule-table.ts'

/** What a reader says of a problem; position and path are those of the whole file when left out. */
export interface Problem extends Partial<SourceLocation> {
  readonly message: string
  readonly fix?: string
  readonly path?: DataPath
}

// Long enough for every message of ours; what an author wrote may be quoted in it, and is seen beside it.
const LONGEST = 1000

const short = (text: string): string => (text.length <= LONGEST ? text : `${beginning(text, LONGEST)}…`)

/** Makes a finding of a rule. The one place where level, page and dotted path are put together. */
export function finding(
  rule: RuleId,
  file: string,
  { message, fix, path = [], line = 1, column = 1 }: Problem,
): Finding {
  return {
    rule,
    level: RULES[rule].level,
    file,
    line,
    column,
    path: dotted(path),
    message: short(message),
    ...(fix === undefined ? {} : { fix: short(fix) }),
    url: ruleUrl(rule),
  }
}

/** Collects the findings of one reading. */
export class Report {
  readonly findings: Finding[]
  readonly #tally = new Tally()

  /** Begins with findings already made. */
  constructor(found: readonly Finding[] = []) {
    this.findings = [...found]
  }

  /** Adds a finding, unless the file has so many of its level that one more says nothing. */
  add(rule: RuleId, file: string, problem: Problem): void {
    const listed = this.#tally.listed({ level: RULES[rule].level, file }, () => finding(rule, file, problem))
    if (listed) this.findings.push(listed)
  }

  /** Whether no more errors of a file will be listed. */
  isFull(file: string): boolean {
    return this.#tally.isFull(file)
  }
}
