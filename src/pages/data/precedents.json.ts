import type { APIRoute } from 'astro'
import { precedents } from '#core/exports/precedents.ts'
import { getKnowledge } from '#site/knowledge.ts'
import { json } from '#site/respond.ts'

export const GET: APIRoute = async () => json(precedents(await getKnowledge()))
