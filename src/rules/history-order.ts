import type { Rule } from './rule.ts'

/** The history counts 1, 2, 3 …, its days never go back, and its last entry is the current revision. */
export const historyOrder: Rule = {
  id: 'history-order',
  *check({ entries }) {
    for (const entry of entries) {
      const { history, revision } = entry.data
      for (const [index, step] of history.entries()) {
        const before = history[index - 1]
        if (step.revision !== index + 1)
          yield {
            entry,
            path: ['history', index, 'revision'],
            message: `expected revision ${index + 1} here, found ${step.revision}`,
            fix: `write revision: ${index + 1}, or add the missing entry`,
          }
        if (before && step.date < before.date)
          yield {
            entry,
            path: ['history', index, 'date'],
            message: `expected a day no earlier than ${before.date}, found ${step.date}`,
            fix: 'put the history in order of time',
          }
      }
      const last = history.at(-1)
      if (last && last.revision !== revision)
        yield {
          entry,
          path: ['revision'],
          message: `expected revision ${last.revision}, the last in the history, found ${revision}`,
          fix: `write revision: ${last.revision}, or add an entry for revision ${revision} to the history`,
        }
    }
  },
}
