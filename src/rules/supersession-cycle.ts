import { cycles, type Edge } from '#knowledge/cycles.ts'
import type { Knowledge } from '#knowledge/knowledge.ts'
import type { Rule, Verdict } from './rule.ts'

type Step = Edge<Pick<Verdict, 'entry' | 'path'>>

/** From what was replaced to what replaces it, however that is written. */
function steps({ entries, every }: Knowledge): Step[] {
  return [
    ...entries.flatMap((entry): Step[] =>
      entry.data.supersededBy === undefined
        ? []
        : [{ from: entry.id, to: entry.data.supersededBy, by: { entry, path: ['supersededBy'] } }],
    ),
    ...every('commitments').flatMap((entry): Step[] =>
      entry.data.supersedes === undefined
        ? []
        : [{ from: entry.data.supersedes, to: entry.id, by: { entry, path: ['supersedes'] } }],
    ),
    ...every('statements').flatMap((entry) =>
      entry.data.respondsTo.flatMap(({ statement, how }, index): Step[] =>
        how === 'supersedes' ? [{ from: statement, to: entry.id, by: { entry, path: ['respondsTo', index] } }] : [],
      ),
    ),
  ]
}

/** What replaces a record cannot be replaced by it. */
export const supersessionCycle: Rule = {
  id: 'supersession-cycle',
  *check(knowledge) {
    for (const circle of cycles(steps(knowledge))) {
      const [first] = circle
      if (!first) continue
      const chain = [...circle.map(({ from }) => from), first.from].join(' → ')
      const message =
        circle.length === 1
          ? `expected another record, found that ${first.from} supersedes itself`
          : `expected supersession to end somewhere, found a circle: ${chain}`
      yield { ...first.by, message, fix: 'delete the step that is wrong' }
    }
  },
}
