import type { APIRoute } from 'astro'
import { everything } from '#core/exports/twin.ts'
import { getKnowledge } from '#site/knowledge.ts'
import { json } from '#site/respond.ts'

export const GET: APIRoute = async () => json(everything(await getKnowledge()))
