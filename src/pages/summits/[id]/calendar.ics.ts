import type { APIRoute, GetStaticPaths } from 'astro'
import { summitsCalendar } from '#core/exports/calendar.ts'
import { routes } from '#core/routes.ts'
import { recordPage, recordPaths } from '#site/record-page.ts'
import { plain } from '#site/respond.ts'

export const getStaticPaths = (() => recordPaths('summits')) satisfies GetStaticPaths

export const GET: APIRoute = async ({ params }) => {
  const { knowledge, entry } = await recordPage('summits', params['id'])
  return plain(summitsCalendar(knowledge, [entry], routes.summitCalendar(entry.id)), 'text/calendar')
}
