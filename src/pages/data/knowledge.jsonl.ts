import type { APIRoute } from 'astro'
import { jsonLines } from '#core/exports/lines.ts'
import { getKnowledge } from '#site/knowledge.ts'
import { plain } from '#site/respond.ts'

export const GET: APIRoute = async () => plain(jsonLines(await getKnowledge()), 'application/jsonl')
