import { cycles } from '#knowledge/cycles.ts'
import type { Rule } from './rule.ts'

/** A statement responds to what was said before it, so responses never lead back to it. */
export const responseCycle: Rule = {
  id: 'response-cycle',
  *check({ all }) {
    const steps = all('statements').flatMap((entry) =>
      entry.data.respondsTo.flatMap(({ statement, how }, index) =>
        // Supersession has a rule of its own.
        how === 'supersedes'
          ? []
          : [{ from: entry.id, to: statement, by: { entry, path: ['respondsTo', index, 'statement'] } }],
      ),
    )
    for (const circle of cycles(steps)) {
      const [first] = circle
      if (!first) continue
      const chain = [...circle.map(({ from }) => from), first.from].join(' → ')
      const message =
        circle.length === 1
          ? `expected another statement, found that ${first.from} responds to itself`
          : `expected responses to lead to earlier statements, found a circle: ${chain}`
      yield {
        ...first.by,
        message,
        fix: 'delete the response that is wrong; a statement responds to what was said before it',
      }
    }
  },
}
