import type { APIRoute } from 'astro'
import { summitsCalendar } from '#core/exports/calendar.ts'
import { routes } from '#core/routes.ts'
import { getKnowledge } from '#site/knowledge.ts'
import { plain } from '#site/respond.ts'

export const GET: APIRoute = async () => {
  const knowledge = await getKnowledge()
  return plain(summitsCalendar(knowledge, knowledge.all('summits'), routes.summitsCalendar()), 'text/calendar')
}
