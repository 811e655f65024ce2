import type { APIRoute } from 'astro'
import { refs } from '#core/exports/refs.ts'
import { getKnowledge } from '#site/knowledge.ts'
import { json } from '#site/respond.ts'

export const GET: APIRoute = async () => json(refs(await getKnowledge()))
