import type { DataPath } from '#schema/finding.ts'
import type { Rule } from './rule.ts'

/** Words that stand in addresses where an id could, with what they lead to there. */
export const ADDRESS_WORDS: Readonly<Record<string, string>> = {
  by: 'the sorted lists of a kind',
  cite: 'the citations of a record',
  index: 'the page of a folder',
}

// With any ending, and in any folder.
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)$/

function reason(id: string): string | undefined {
  if (DEVICE.test(id)) return 'which Windows keeps for a device, so that no folder there could hold it'
  return Object.hasOwn(ADDRESS_WORDS, id) ? `which in addresses leads to ${ADDRESS_WORDS[id]}` : undefined
}

/** An id or alias is no word that addresses use for something else, and no name that a file cannot have everywhere. */
export const reservedId: Rule = {
  id: 'reserved-id',
  *check({ entries }) {
    for (const entry of entries) {
      const named: readonly (readonly [string, DataPath])[] = [
        [entry.id, []],
        ...entry.data.aliases.map((alias, index) => [alias, ['aliases', index]] as const),
      ]
      for (const [id, path] of named) {
        const why = reason(id)
        if (why !== undefined)
          yield {
            entry,
            path,
            message:
              `expected ${path.length === 0 ? 'an id' : 'an old id'} that ` +
              `is free for records, found "${id}", ${why}`,
            fix:
              path.length === 0
                ? `add a word to the name of the file, such as ${id}-…`
                : `delete "${id}" from the aliases`,
          }
      }
    }
  },
}
