import type { Knowledge } from '#knowledge/knowledge.ts'
import { publishersOf } from '#knowledge/publisher.ts'
import type { Rule } from './rule.ts'

/** The pledger, what it belongs to, and its members: none of them is an outsider. */
function family(knowledge: Knowledge, id: string): string[] {
  const own = knowledge.get('organizations', id)?.data
  return own ? [id, ...(own.parent === undefined ? [] : [own.parent]), ...own.members] : []
}

/** `verified` means that others than the pledger can see it, so a source of somebody else's is needed. */
export const verifiedWithoutEvidence: Rule = {
  id: 'verified-without-evidence',
  *check(knowledge, unread) {
    for (const entry of knowledge.every('commitments')) {
      const own = family(knowledge, entry.data.org)
      for (const [index, { id, evidence, sources }] of entry.data.log.entries()) {
        if (evidence !== 'verified' || sources.some((source) => unread.has(source))) continue
        const found = sources.flatMap((source) => knowledge.get('sources', source)?.data ?? [])
        if (
          found.length > 0 &&
          found.every((source) => publishersOf(knowledge, source).some((publisher) => own.includes(publisher)))
        )
          yield {
            entry,
            path: ['log', index, 'evidence'],
            message:
              `expected a source that is not the pledger's own behind "verified", found only ` +
              `${found.map(({ publisher }) => publisher).join(', ')} in ${id}`,
            fix: 'add a source by somebody else, or write claimed: done and leave evidence out',
          }
      }
    }
  },
}
