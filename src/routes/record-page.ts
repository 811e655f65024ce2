import { headView, type HeadView } from '#exports/head.ts'
import { getSiteContent, getSettings } from '#integration/session.ts'
import type { Knowledge } from '#knowledge/knowledge.ts'
import type { AnyEntry, Entry } from '#schema/entry.ts'
import type { Kind } from '#schema/kind-names.ts'
import type { RecordView } from '#views/record.ts'
import { siteView } from '#views/site.ts'

interface RecordPage<K extends Kind> {
  readonly knowledge: Knowledge
  readonly entry: Entry<K>
  /** HTML; empty where the record has no body. */
  readonly body: string
  readonly head: HeadView
}

/** What a record page starts from: the linked whole, the record, its body, and what the head tells programs. */
export function recordPage<K extends Kind>(kind: K, id: string | undefined): RecordPage<K> {
  const { knowledge, body } = getSiteContent()
  const entry = id === undefined ? undefined : knowledge.get(kind, id)
  if (!entry) throw new Error(`there is no ${kind} record "${id}"`)
  return {
    knowledge,
    entry,
    // Made when asked for: a comparison of records has neither.
    get body() {
      return body(entry.id)
    },
    get head() {
      return headView(knowledge, entry as AnyEntry, getSettings().pictures)
    },
  }
}

/** What `Page` is given around a record: names and addresses from its view, and what the head tells programs. */
export const frameOf = (
  knowledge: Knowledge,
  { title, summary, route, twin }: Pick<RecordView, 'title' | 'summary' | 'route' | 'twin'>,
  head: HeadView,
) => ({ site: siteView(knowledge), title, description: summary ?? title, route, twin, head })
