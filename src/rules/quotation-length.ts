import { QUOTE_WORDS } from '#schema/statements.ts'
import { wordCount } from '#text/word-count.ts'
import type { Rule } from './rule.ts'

/** A verbatim quotation has at most 40 words: enough to show a position, little enough to be fair to the source. */
export const quotationLength: Rule = {
  id: 'quotation-length',
  *check({ all }) {
    for (const entry of all('statements'))
      for (const [index, { id, text }] of entry.data.quotes.entries()) {
        const count = wordCount(text)
        if (count > QUOTE_WORDS)
          yield {
            entry,
            path: ['quotes', index, 'text'],
            message: `expected at most ${QUOTE_WORDS} words in a quotation, found ${count} in ${id}`,
            fix: 'quote the words that matter and put the rest in our own words in the body',
          }
      }
  },
}
