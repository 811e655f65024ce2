import type { APIRoute, GetStaticPaths } from 'astro'
import { comparable } from '#core/views/comparable.ts'
import { recordPage, recordPaths } from '#site/record-page.ts'
import { json } from '#site/respond.ts'

export const getStaticPaths = (() => recordPaths('incidents')) satisfies GetStaticPaths

export const GET: APIRoute<Record<string, never>, { id: string }> = async ({ params }) => {
  const { knowledge, entry } = await recordPage('incidents', params.id)
  return json(comparable(knowledge, entry))
}
