import type { Knowledge } from '../graph/knowledge.ts'
import { compareFindings, type DataPath, type Finding } from '../schema/finding.ts'
import { RULES, ruleUrl } from '../schema/rule-table.ts'
import type { Rule } from './rule.ts'

/** Every rule over the linked whole, in the order of the table. */
export const rules: readonly Rule[] = []

const dotted = (path: DataPath) => path.reduce<string>((text, step) => (typeof step === 'number' ? `${text}[${step}]` : text ? `${text}.${step}` : step), '')

/** Runs every rule over the linked whole; findings come in the order of files and lines. */
export function check(knowledge: Knowledge): Finding[] {
  return rules
    .flatMap(({ id, check: run }) =>
      [...run(knowledge)].map(({ entry, path, message, fix }): Finding => {
        const { line, column } = entry.locate?.(path) ?? { line: 1, column: 1 }
        return { rule: id, level: RULES[id].level, file: entry.file, line, column, path: dotted(path), message, ...(fix === undefined ? {} : { fix }), url: ruleUrl(id) }
      }),
    )
    .sort(compareFindings)
}
