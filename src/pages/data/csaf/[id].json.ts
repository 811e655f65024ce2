import type { APIRoute, GetStaticPaths } from 'astro'
import { csaf } from '#core/exports/csaf.ts'
import { csafRoute } from '#core/exports/csaf-file.ts'
import { getKnowledge } from '#site/knowledge.ts'
import { json } from '#site/respond.ts'

export const getStaticPaths = (async () => {
  const knowledge = await getKnowledge()
  const found = knowledge.every('incidents').filter((incident) => csafRoute(knowledge, incident) !== undefined)
  return found.map(({ id }) => ({ params: { id } }))
}) satisfies GetStaticPaths

export const GET: APIRoute<Record<string, never>, { id: string }> = async ({ params }) => {
  const knowledge = await getKnowledge()
  const incident = knowledge.get('incidents', params.id)
  if (!incident) throw new Error(`there is no incident ${params.id}`)
  return json(csaf(knowledge, incident))
}
