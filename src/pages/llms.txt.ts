import type { APIRoute } from 'astro'
import { llms } from '#core/exports/llms.ts'
import { getKnowledge } from '#site/knowledge.ts'
import { plain } from '#site/respond.ts'

export const GET: APIRoute = async () => plain(llms(await getKnowledge()))
