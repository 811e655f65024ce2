import type { APIRoute, GetStaticPaths } from 'astro'
import { timelineCalendar } from '#core/exports/timeline-calendar.ts'
import { timelineCsv } from '#core/exports/timeline-csv.ts'
import { timelineMarkdown } from '#core/exports/timeline-markdown.ts'
import { timelineRows } from '#core/exports/timeline-rows.ts'
import { changed } from '#core/graph/when.ts'
import { recordPage, recordPaths } from '#site/record-page.ts'
import { plain } from '#site/respond.ts'

const FORMS = ['md', 'csv', 'ics'] as const

export const getStaticPaths = (async () =>
  (await recordPaths('incidents')).flatMap(({ params }) => FORMS.map((form) => ({ params: { ...params, form } })))) satisfies GetStaticPaths

export const GET: APIRoute<Record<string, never>, { id: string; form: (typeof FORMS)[number] }> = async ({ params: { id, form } }) => {
  const { knowledge, entry } = await recordPage('incidents', id)
  const rows = timelineRows(knowledge, entry)
  switch (form) {
    case 'md':
      return plain(timelineMarkdown(rows), 'text/markdown')
    case 'csv':
      return plain(timelineCsv(rows), 'text/csv')
    case 'ics':
      return plain(timelineCalendar(rows, { name: entry.data.title, id: entry.id, changed: changed(entry) }), 'text/calendar')
    default:
      return form satisfies never
  }
}
