import type { APIRoute } from 'astro'
import { commitmentsCsv } from '#core/exports/commitments-csv.ts'
import { getKnowledge } from '#site/knowledge.ts'
import { plain } from '#site/respond.ts'

export const GET: APIRoute = async () => plain(commitmentsCsv(await getKnowledge()), 'text/csv')
