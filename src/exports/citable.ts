import type { FoundPart, Knowledge } from '#knowledge/knowledge.ts'
import { occurred } from '#knowledge/dates.ts'
import { absolute, routes } from '#urls.ts'
import type { AnyEntry } from '#schema/entry.ts'
import { kinds } from '#schema/kinds.ts'
import type { Actor, Asserter } from '#schema/parties.ts'
import { printReference } from '#schema/references.ts'
import { TLP } from '#schema/vocabularies.ts'
import { isObject } from '#schema/walk.ts'
import { oneLine } from '#text/words.ts'
import { formatText } from '#time/format.ts'
import { labelOf, orgName, whoLinks } from '#views/label.ts'
import { type Citable, citePart, shortened, texts } from './cite-part.ts'

const nameOf = (knowledge: Knowledge, id: string) => (id === 'editor' ? 'the editors' : orgName(knowledge, id))
const names = (knowledge: Knowledge, ids: readonly string[]) => ids.map((id) => nameOf(knowledge, id))

function organizationsOf(knowledge: Knowledge, entry: AnyEntry): string[] {
  switch (entry.kind) {
    case 'incidents':
      return names(
        knowledge,
        entry.data.organizations.filter(({ role }) => role === 'origin').map(({ org }) => org),
      )
    case 'summits':
      return names(knowledge, [entry.data.host])
    case 'statements':
      return entry.data.org === undefined ? texts(entry.data.speaker?.name) : names(knowledge, [entry.data.org])
    case 'commitments':
    case 'inquiries':
      return names(knowledge, [entry.data.org])
    case 'proceedings':
      return names(knowledge, texts(entry.data.forum))
    case 'sources':
      return [entry.data.publisher]
    default:
      return []
  }
}

/**
 * What a citation of a record says. `revision` is the one to pin: the current one unless an older one is asked for; it
 * must be in the record's history, else the answer is undefined.
 */
export function citableRecord(
  knowledge: Knowledge,
  entry: AnyEntry,
  revision = entry.data.revision,
): Citable | undefined {
  const { data, id, kind } = entry
  const cited = data.history.find((one) => one.revision === revision)
  if (!cited) return undefined
  const [at, by] = [occurred(entry), organizationsOf(knowledge, entry)]
  const level = data.tlp === 'CLEAR' ? knowledge.audience : data.tlp
  return {
    reference: printReference({ id, revision }),
    title: shortened(labelOf(knowledge, entry)),
    ...('shortTitle' in data && typeof data.shortTitle === 'string' ? { shortTitle: oneLine(data.shortTitle) } : {}),
    kindWord: kinds[kind].singular,
    ...(at === undefined ? {} : { when: formatText(at) }),
    ...(by.length === 0 ? {} : { by: oneLine(by.join(', ')) }),
    site: oneLine(knowledge.site.title),
    publisher: oneLine(knowledge.site.publisher ?? knowledge.site.title),
    language: oneLine(knowledge.site.language),
    url: absolute(knowledge, routes.pinned(kind, id, revision)),
    local: knowledge.address === undefined,
    revision,
    revised: cited.date.slice(0, 10),
    ...(level === 'CLEAR' ? {} : { marking: TLP[level].label }),
  }
}

const isWho = (value: unknown): value is Actor | Asserter =>
  typeof value === 'string' || (isObject(value) && ('name' in value || 'org' in value))

/** What a citation of a record, or of one part of it, says; undefined where its history lacks the revision to pin. */
export function citable(
  knowledge: Knowledge,
  entry: AnyEntry,
  part?: FoundPart,
  revision?: number,
): Citable | undefined {
  const record = citableRecord(knowledge, entry, revision)
  if (record === undefined || part === undefined) return record
  return citePart(record, part, (who) => {
    const [first] = isWho(who) ? whoLinks(knowledge, [who]) : []
    return who === 'unknown' ? undefined : first?.text
  })
}
