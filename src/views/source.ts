import type { Knowledge } from '#knowledge/knowledge.ts'
import { publishersOf } from '#knowledge/publisher.ts'
import type { Backlink } from '#knowledge/backlinks.ts'
import { routes } from '#urls.ts'
import type { Entry } from '#schema/entry.ts'
import { kinds } from '#schema/kinds.ts'
import { gradeLabel } from './evidence.ts'
import { SOURCE_FLAG, SOURCE_KIND, SOURCE_READ, SOURCE_TYPE } from '#schema/reference-kinds.ts'
import { PART_KINDS, type PartLetter } from '#schema/part-kinds.ts'
import { labelOf } from './label.ts'
import { partLabel } from './part-label.ts'
import { recordView } from './record.ts'

/** A source as a line of a list. */
export function sourceLine(knowledge: Knowledge, { data, id }: Entry<'sources'>) {
  return {
    id,
    route: routes.record('sources', id),
    title: data.title,
    publisher: data.publisher,
    kind: data.kind,
    kindLabel: SOURCE_KIND[data.kind].label,
    published: data.published,
    publishedNote: data.publishedNote,
    claims: knowledge.backlinks(id).length,
  }
}

export type SourceLine = ReturnType<typeof sourceLine>

/** One claim that rests on a source: the part, or the record as a whole. */
function claimOf(knowledge: Knowledge, link: Backlink) {
  const part = link.part === undefined ? undefined : knowledge.part(link.from, link.part)
  return {
    what: part ? (PART_KINDS[part.id[0] as PartLetter] ?? link.field) : kinds[link.from.kind].singular,
    text: part ? partLabel(part) : labelOf(knowledge, link.from),
    route: routes.record(link.from.kind, link.from.id, part?.id),
  }
}

/** Everything the page of a source prints, with every claim that rests on it, grouped by record. */
export function sourceView(knowledge: Knowledge, entry: Entry<'sources'>) {
  const { data, id } = entry
  const publisher = publishersOf(knowledge, data).find((org) => knowledge.get('organizations', org))
  const byRecord = Map.groupBy(knowledge.backlinks(id), (link) => link.from)
  return {
    ...recordView(knowledge, entry),
    type: SOURCE_TYPE[data.type].label,
    grade: data.kind,
    gradeLabel: gradeLabel(data),
    gradeMeans: SOURCE_KIND[data.kind].means,
    publisher:
      publisher === undefined
        ? { text: data.publisher }
        : { text: data.publisher, route: routes.record('organizations', publisher) },
    authors: data.authors,
    published: data.published,
    publishedNote: data.publishedNote,
    url: data.url,
    archive: data.archive,
    accessed: data.accessed,
    lang: data.lang,
    read: data.read === undefined ? undefined : SOURCE_READ[data.read].label,
    via: data.via,
    note: data.note,
    flags: data.flags.map((flag) => SOURCE_FLAG[flag].means),
    claims: [...byRecord].map(([record, links]) => {
      const claims = links.map((link) => claimOf(knowledge, link))
      return {
        record: {
          text: labelOf(knowledge, record),
          route: routes.record(record.kind, record.id),
          kind: kinds[record.kind].singular,
        },
        claims: [...new Map(claims.map((claim) => [claim.route, claim])).values()],
      }
    }),
  }
}

export type SourceView = ReturnType<typeof sourceView>
