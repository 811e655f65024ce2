import type { APIRoute, GetStaticPaths } from 'astro'
import { twin } from '#core/exports/twin.ts'
import { getKnowledge } from '#site/knowledge.ts'
import { json } from '#site/respond.ts'

export const getStaticPaths = (async () => {
  const { entries } = await getKnowledge()
  return entries.map(({ kind, id }) => ({ params: { kind, id } }))
}) satisfies GetStaticPaths

export const GET: APIRoute<Record<string, never>, { kind: string; id: string }> = async ({ params }) => {
  const knowledge = await getKnowledge()
  const entry = knowledge.find(params.id)
  if (!entry) throw new Error(`there is no record ${params.id}`)
  return json(twin(knowledge, entry))
}
