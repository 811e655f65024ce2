import type { APIRoute } from 'astro'
import { positionsCsv } from '#core/exports/positions-csv.ts'
import { getKnowledge } from '#site/knowledge.ts'
import { plain } from '#site/respond.ts'

export const GET: APIRoute = async () => plain(positionsCsv(await getKnowledge()), 'text/csv')
