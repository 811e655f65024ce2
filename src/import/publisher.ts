import type { Companion, DraftFields, ImportSettings } from './draft.ts'
import { idWords } from './ids.ts'

const bare = (name: string) =>
  name
    .toLowerCase()
    .replace(/\b(?:status(?: page)?|inc|ltd|llc|gmbh|corp(?:oration)?|the|editors)\b/g, '')
    .replace(/[^\p{L}\p{N}]/gu, '')

/**
 * Whether a page or advisory by that name is the site’s own: where its publisher has that name, or where either is not
 * known and the site’s records are its own.
 */
export function isSamePublisher(name: string | undefined, { publisher, account }: ImportSettings): boolean {
  if (name === undefined || publisher === undefined) return account === 'own'
  const [theirs, ours] = [bare(name), bare(publisher)]
  return theirs !== '' && ours !== '' && (theirs.includes(ours) || ours.includes(theirs))
}

/** A publication that a compiled record rests on. */
export interface Publication {
  readonly title: string
  readonly publisher: string
  readonly url?: string
  readonly published?: string
  /** The day that its id is dated by. */
  readonly day: string
  readonly type: 'webpage' | 'document'
}

/** The source of a compiled record and the organization that published it, with the fields that name them. */
export function sourceOf(
  publication: Publication,
  settings: ImportSettings,
): { companions: Companion[]; fields: Pick<DraftFields, 'sources' | 'organization' | 'history'> } {
  const publisher = publication.publisher.replace(/\bstatus(?: page)?$/i, '').trim() || publication.publisher
  const organization = idWords(publisher) || 'publisher'
  const id =
    `${organization}-${publication.day.slice(0, 4)}-` +
    `${idWords(publication.title, 5) || 'report'}-${publication.day.slice(5).replace('-', '')}`
  const history = [{ revision: 1, date: settings.today, type: 'addition' as const, summary: 'First recorded.' }]
  return {
    fields: { organization, sources: [id], history },
    companions: [
      ...(settings.hasOrganization?.(organization)
        ? []
        : [{ kind: 'organizations' as const, id: organization, fields: { name: publisher, kind: 'vendor', history } }]),
      {
        kind: 'sources',
        id,
        fields: {
          title: publication.title.slice(0, 300),
          type: publication.type,
          publisher,
          ...(publication.published === undefined
            ? { publishedNote: 'The copy read bears no date.' }
            : { published: publication.published }),
          ...(publication.url === undefined ? {} : { url: publication.url }),
          kind: 'primary',
          read: 'whole',
          history,
        },
      },
    ],
  }
}
