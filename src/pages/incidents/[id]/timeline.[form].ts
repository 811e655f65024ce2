import type { APIRoute, GetStaticPaths } from 'astro'
import { timelineCalendar } from '#core/exports/timeline-calendar.ts'
import { timelineCsv } from '#core/exports/timeline-csv.ts'
import { timelineMarkdown } from '#core/exports/timeline-markdown.ts'
import { timelineRows } from '#core/exports/timeline-rows.ts'
import { disclosureOf } from '#core/exports/twin.ts'
import { recordPage, recordPaths } from '#site/record-page.ts'
import { plain } from '#site/respond.ts'

const FORMS = ['md', 'csv', 'ics'] as const

export const getStaticPaths = (async () =>
  (await recordPaths('incidents')).flatMap(({ params }) => FORMS.map((form) => ({ params: { ...params, form } })))) satisfies GetStaticPaths

export const GET: APIRoute<Record<string, never>, { id: string; form: (typeof FORMS)[number] }> = async ({ params: { id, form } }) => {
  const { knowledge, entry } = await recordPage('incidents', id)
  const { disclosure } = disclosureOf(knowledge)
  switch (form) {
    case 'md':
      return plain(timelineMarkdown(timelineRows(knowledge, entry), disclosure), 'text/markdown')
    case 'csv':
      return plain(timelineCsv(timelineRows(knowledge, entry), disclosure), 'text/csv')
    case 'ics':
      return plain(timelineCalendar(knowledge, entry), 'text/calendar')
    default:
      return form satisfies never
  }
}
