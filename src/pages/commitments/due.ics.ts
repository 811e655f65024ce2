import type { APIRoute } from 'astro'
import { dueCalendar } from '#core/exports/calendar.ts'
import { getKnowledge } from '#site/knowledge.ts'
import { plain } from '#site/respond.ts'

export const GET: APIRoute = async () => plain(dueCalendar(await getKnowledge()), 'text/calendar')
