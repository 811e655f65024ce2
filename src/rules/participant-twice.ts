import type { Rule } from './rule.ts'

/** An organization takes part once in each capacity; its people are listed together. */
export const participantTwice: Rule = {
  id: 'participant-twice',
  *check({ all }) {
    for (const entry of all('summits')) {
      const seen = new Set<string>()
      for (const [index, { org, capacity }] of entry.data.participants.entries()) {
        const key = `${org} ${capacity}`
        if (org !== undefined && seen.has(key))
          yield {
            entry,
            path: ['participants', index, 'org'],
            message: `expected each organization once, found ${org} again as ${capacity}`,
            fix: 'merge the two, with everybody who came under people:',
          }
        seen.add(key)
      }
    }
  },
}
