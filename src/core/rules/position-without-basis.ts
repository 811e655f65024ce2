import type { Rule } from './rule.ts'

/** A position is quoted, paraphrased or inferred from words that can be shown; opposition says why or in which words. */
export const positionWithoutBasis: Rule = {
  id: 'position-without-basis',
  *check({ all }, unread) {
    for (const entry of all('statements')) {
      const reasoned = unread.has(entry.id) || (entry.body ?? '').trim() !== ''
      for (const [index, { topic, stance, basis, quote }] of entry.data.positions.entries()) {
        const path = ['positions', index]
        if (quote !== undefined) continue
        if (basis === 'quoted')
          yield {
            entry,
            path: [...path, 'basis'],
            message: `expected the quotation that a quoted position rests on, found none for ${topic}`,
            fix: 'add quote: with the id of a quotation of this record, or write basis: paraphrased',
          }
        else if (stance === 'opposes' && !reasoned)
          yield {
            entry,
            path: [...path, 'stance'],
            message: `expected a quotation or a reason in the body for "opposes", found neither for ${topic}`,
            fix: 'add quote: with the id of a quotation, or say in the body why it opposes',
          }
      }
    }
  },
}
