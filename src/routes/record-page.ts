import { headView, type HeadView } from '#exports/head.ts'
import { CARD_KINDS, type CardEntry, hasCard } from '#views/card.ts'
import { hasLanes } from '#views/lanes.ts'
import type { Knowledge } from '#knowledge/knowledge.ts'
import type { AnyEntry, Entry } from '#schema/entry.ts'
import type { Kind } from '#schema/kind-names.ts'
import { getBodies, getKnowledge } from '#integration/knowledge.ts'
import { settings } from '#integration/settings.ts'

/** Static paths of all records of a kind. */
export async function recordPaths(kind: Kind): Promise<{ params: { id: string } }[]> {
  return (await getKnowledge()).all(kind).map(({ id }) => ({ params: { id } }))
}

/** Static paths of the lanes of incidents: of those whose timeline names an actor. */
export async function lanePaths(): Promise<{ params: { id: string } }[]> {
  const drawn = (await getKnowledge()).all('incidents').filter(hasLanes)
  return drawn.map(({ id }) => ({ params: { id } }))
}

/** Static paths of all records that have a card to be framed elsewhere. */
export async function cardPaths(): Promise<{ params: { kind: string; id: string } }[]> {
  const knowledge = await getKnowledge()
  return CARD_KINDS.flatMap((kind) => knowledge.all(kind).map(({ id }) => ({ params: { kind, id } })))
}

/** What a card starts from. */
export async function cardRecord(id: string | undefined): Promise<{ knowledge: Knowledge; entry: CardEntry }> {
  const knowledge = await getKnowledge()
  const entry = id === undefined ? undefined : knowledge.find(id)
  if (!entry || !hasCard(entry)) throw new Error(`there is no record "${id}" with a card`)
  return { knowledge, entry }
}

interface RecordPage<K extends Kind> {
  readonly knowledge: Knowledge
  readonly entry: Entry<K>
  /** HTML; empty where the record has no body. */
  readonly body: string
  readonly head: HeadView
}

/** What a record page starts from: the linked whole, the record, its body, and what the head tells programs. */
export async function recordPage<K extends Kind>(kind: K, id: string | undefined): Promise<RecordPage<K>> {
  const knowledge = await getKnowledge()
  const entry = id === undefined ? undefined : knowledge.get(kind, id)
  if (!entry) throw new Error(`there is no ${kind} record "${id}"`)
  const bodyOf = await getBodies()
  return {
    knowledge,
    entry,
    // Made when asked for: files and comparisons of a record have neither.
    get body() {
      return bodyOf(entry.id)
    },
    get head() {
      return headView(knowledge, entry as AnyEntry, settings.pictures)
    },
  }
}
