import { words } from '#text/words.ts'
import type { Rule } from './rule.ts'

/** Where a milestone has several readings, each says what it counts, and one is the headline. */
export const milestoneDefinition: Rule = {
  id: 'milestone-definition',
  *check({ all }) {
    for (const entry of all('incidents')) {
      const readings = Map.groupBy(
        entry.data.milestones.map((milestone, index) => ({ ...milestone, index })),
        ({ name }) => name,
      )
      for (const [name, group] of readings) {
        if (group.length < 2) continue
        for (const { index, id } of group.filter(({ definition }) => definition === undefined))
          yield {
            entry,
            path: ['milestones', index],
            message:
              `expected a definition, because "${words(name)}" has ` + `${group.length} readings, found none on ${id}`,
            fix: 'add definition: with a few words on what counts as reaching it',
          }
        if (group.every(({ headline }) => !headline))
          yield {
            entry,
            path: ['milestones', group[0]?.index ?? 0],
            message:
              `expected one headline reading of "${words(name)}" among ` +
              `${group.map(({ id }) => id).join(', ')}, found none`,
            fix: 'add headline: true to the one that strips and durations are to use',
          }
        for (const { index, id } of group.filter(({ headline }) => headline).slice(1))
          yield {
            entry,
            path: ['milestones', index, 'headline'],
            message: `expected at most one headline reading of "${words(name)}", found another on ${id}`,
            fix: 'leave headline: true on one of them',
          }
      }
    }
  },
}
