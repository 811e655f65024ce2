import { hasLanes } from '#core/views/lanes.ts'
import type { Knowledge } from '#core/graph/knowledge.ts'
import type { Entry } from '#core/schema/entry.ts'
import type { Kind } from '#core/schema/kind-names.ts'
import { getBody, getKnowledge } from './knowledge.ts'

/** Static paths of all records of a kind. */
export async function recordPaths(kind: Kind): Promise<{ params: { id: string } }[]> {
  return (await getKnowledge()).all(kind).map(({ id }) => ({ params: { id } }))
}

/** Static paths of the lanes of incidents: of those whose timeline names an actor. */
export async function lanePaths(): Promise<{ params: { id: string } }[]> {
  const drawn = (await getKnowledge()).all('incidents').filter(hasLanes)
  return drawn.map(({ id }) => ({ params: { id } }))
}

/** What a record page starts from: the linked whole, the record, and its body as HTML (empty where it has none). */
export async function recordPage<K extends Kind>(kind: K, id: string | undefined): Promise<{ knowledge: Knowledge; entry: Entry<K>; body: string }> {
  const knowledge = await getKnowledge()
  const entry = id === undefined ? undefined : knowledge.get(kind, id)
  if (!entry) throw new Error(`there is no ${kind} record "${id}"`)
  return { knowledge, entry, body: await getBody(entry.id) }
}
