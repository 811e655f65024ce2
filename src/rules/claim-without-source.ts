import { accountOf, isUnsupported } from '#schema/complete.ts'
import type { DataPath } from '#schema/finding.ts'
import { stands } from '#schema/entry.ts'
import { schemaFor, visitObjects } from '#schema/walk.ts'
import type { Rule } from './rule.ts'

/** What to type for a claim that nothing supports. */
const remedy = (path: DataPath, kind: string): string =>
  path.length === 0 && kind === 'commitments'
    ? 'add statement: with the id of the statement in which it was made, or sources:'
    : 'add sources: [source-id], the ids of source records'

/** In a compiled record every claim names what it rests on, and not all of that has been withdrawn. */
export const claimWithoutSource: Rule = {
  id: 'claim-without-source',
  *check({ entries, get, schemas, site }) {
    for (const entry of entries) {
      // What was taken back claims nothing any more.
      if (!stands(entry)) continue
      const compiled = accountOf(site, entry.data) === 'compiled'
      const found: { path: DataPath; message: string; fix: string }[] = []
      visitObjects(schemas[entry.kind], entry.data, (path, schema, value) => {
        const ids = Array.isArray(value['sources']) ? value['sources'].map(String) : []
        const withdrawn = ids.filter((id) => get('sources', id)?.data.recordStatus === 'withdrawn')
        if (compiled && path[0] !== 'milestones' && isUnsupported(schemaFor(schema, value), value))
          found.push({
            path,
            message: 'expected "sources", a list (Ids of the sources that this rests on.), found nothing',
            fix: remedy(path, entry.kind),
          })
        else if (ids.length > 0 && withdrawn.length === ids.length)
          found.push({
            path: [...path, 'sources'],
            message: `expected a source that stands, found only withdrawn ones: ${ids.join(', ')}`,
            fix: 'cite another source, or take the claim out',
          })
      })
      for (const verdict of found) yield { entry, ...verdict }
    }
  },
}
