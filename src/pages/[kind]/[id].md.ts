import type { APIRoute, GetStaticPaths } from 'astro'
import { markdownTwin } from '#core/exports/markdown.ts'
import { markdownOf } from '#site/body/markdown.ts'
import { getKnowledge } from '#site/knowledge.ts'
import { plain } from '#site/respond.ts'

export const getStaticPaths = (async () => {
  const { entries } = await getKnowledge()
  return entries.map(({ kind, id }) => ({ params: { kind, id } }))
}) satisfies GetStaticPaths

export const GET: APIRoute<Record<string, never>, { kind: string; id: string }> = async ({ params }) => {
  const knowledge = await getKnowledge()
  const entry = knowledge.find(params.id)
  if (!entry) throw new Error(`there is no record ${params.id}`)
  return plain(markdownTwin(knowledge, entry, markdownOf(knowledge, entry)), 'text/markdown')
}
