import type { AnyEntry } from '#schema/entry.ts'
import type { DataPath } from '#schema/finding.ts'
import type { Rule } from './rule.ts'

interface Claim {
  readonly entry: AnyEntry
  readonly path: DataPath
}

/** Ids are unique across all kinds, aliases included, because a reference does not name a kind. */
export const duplicateId: Rule = {
  id: 'duplicate-id',
  *check({ entries }) {
    const claims = new Map<string, Claim>(entries.toReversed().map((entry) => [entry.id, { entry, path: [] }]))
    for (const entry of entries) {
      const first = claims.get(entry.id)?.entry
      if (first && first !== entry)
        yield {
          entry,
          path: [],
          message: `expected an id that no other record has, found "${entry.id}", which ${first.file} has too`,
          fix: 'rename one of the two files',
        }
    }
    for (const entry of entries)
      for (const [index, alias] of entry.data.aliases.entries()) {
        const path = ['aliases', index]
        const other = claims.get(alias)
        if (other?.entry === entry && other.path.length === 0)
          yield {
            entry,
            path,
            message: `expected an old id, found "${alias}", the id of this very record`,
            fix: `delete "${alias}" from the aliases`,
          }
        else if (other) {
          const whose = other.path.length === 0 ? 'the id' : 'an alias'
          yield {
            entry,
            path,
            message: `expected an old id that nothing else uses, found "${alias}", ${whose} of ${other.entry.file}`,
            fix: `delete "${alias}" from one of the two`,
          }
        } else claims.set(alias, { entry, path })
      }
  },
}
