import type { Rule } from './rule.ts'

/** Opposition says why or in which words. That a quoted position has its quotation is checked while reading. */
export const positionWithoutBasis: Rule = {
  id: 'position-without-basis',
  *check({ all }, unread) {
    for (const entry of all('statements')) {
      const reasoned = unread.has(entry.id) || (entry.body ?? '').trim() !== ''
      if (reasoned) continue
      for (const [index, { topic, stance, quote }] of entry.data.positions.entries())
        if (quote === undefined && stance === 'opposes')
          yield {
            entry,
            path: ['positions', index, 'stance'],
            message: `expected a quotation or a reason in the body for "opposes", found neither for ${topic}`,
            fix: 'add quote: with the id of a quotation, or say in the body why it opposes',
          }
    }
  },
}
