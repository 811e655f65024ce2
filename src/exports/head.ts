import type { Knowledge } from '#knowledge/knowledge.ts'
import { absolute, routes } from '#urls.ts'
import type { AnyEntry } from '#schema/entry.ts'
import { cardView, hasCard } from '#views/card.ts'
import { citable } from './citable.ts'
import { linkedData, scriptJson } from './json-ld.ts'
import { PICTURE } from './picture-size.ts'

type Tag = readonly [name: string, content: string]

/** What the head of a record’s page tells programs: reference managers, and whatever unfurls a link to it. */
export interface HeadView {
  /** `name` and `content`: for reference managers and X. */
  readonly names: readonly Tag[]
  /** `property` and `content`: the Open Graph, title and description apart. */
  readonly properties: readonly Tag[]
  /** JSON-LD, ready to stand in a script element. */
  readonly linkedData: string
}

/**
 * The head of a record’s page. `pictures` says whether this build draws them. Zotero’s translator for embedded metadata
 * makes a report of `citation_technical_report_institution`: its one type whose number holds a pinned reference, and
 * that needs no author.
 */
export function headView(knowledge: Knowledge, entry: AnyEntry, pictures: boolean): HeadView {
  const cited = citable(knowledge, entry)
  if (!cited) throw new Error(`${entry.file}: the current revision of ${entry.id} is not in its history`)
  const { address, site } = knowledge
  const url = absolute(knowledge, routes.record(entry.kind, entry.id))
  const card = hasCard(entry) ? cardView(knowledge, entry) : undefined
  const picture: Tag[] =
    card && pictures
      ? [
          ['og:image', absolute(knowledge, routes.picture(entry.kind, entry.id))],
          ['og:image:width', String(PICTURE.width)],
          ['og:image:height', String(PICTURE.height)],
          ['og:image:alt', `${card.title}. ${card.line}${card.phases ? `. ${card.phases.words}` : ''}`],
        ]
      : []
  return {
    names: [
      ['citation_title', cited.title],
      ['citation_publication_date', cited.revised],
      ['citation_technical_report_institution', cited.publisher],
      ['citation_technical_report_number', cited.reference],
      ['citation_language', cited.language],
      ...(address === undefined ? [] : ([['citation_public_url', cited.url]] as const)),
      ...(site.contentLicense === undefined ? [] : ([['DC.rights', site.contentLicense]] as const)),
      ['twitter:card', picture.length > 0 ? 'summary_large_image' : 'summary'],
    ],
    properties: [
      ['og:type', 'article'],
      ['og:site_name', site.title],
      ...(address === undefined ? [] : ([['og:url', url]] as const)),
      ...picture,
    ],
    linkedData: scriptJson(linkedData(knowledge, entry, cited)),
  }
}
