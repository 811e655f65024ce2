import type { APIRoute } from 'astro'
import { controlsCsv } from '#core/exports/controls-csv.ts'
import { getKnowledge } from '#site/knowledge.ts'
import { plain } from '#site/respond.ts'

export const GET: APIRoute = async () => plain(controlsCsv(await getKnowledge()), 'text/csv')
