import { didYouMean } from '#text/suggest.ts'
import { MOST_FINDINGS } from '#schema/finding.ts'
import { partsOf } from '#schema/walk.ts'
import type { Rule } from './rule.ts'

/** A review prompt names the part of the record that motivates it; another prompt motivates nothing. */
export const promptWithoutCause: Rule = {
  id: 'prompt-without-cause',
  *check({ all, part }) {
    for (const entry of all('incidents')) {
      const causes = partsOf(entry.data)
        .filter(({ path }) => path[0] !== 'prompts')
        .map((found) => found.id)
      let listed = 0
      for (const [index, { id, because }] of entry.data.prompts.entries()) {
        const cause = part(entry, because)
        if (cause && cause.list !== 'prompts') continue
        // Which part was meant is looked for among all: not for more than are listed.
        if ((listed += 1) > MOST_FINDINGS + 1) break
        const found = cause ? `"${because}", a prompt itself` : `"${because}", which this record does not have`
        yield {
          entry,
          path: ['prompts', index, 'because'],
          message:
            `expected the event, finding or other part that motivates ${id}, ` +
            `found ${found}.${cause ? '' : didYouMean(because, causes)}`,
          fix: 'write the id of an event, finding or other part of this record',
        }
      }
    }
  },
}
