import { OUTCOME } from '#schema/coordination.ts'
import type { Knowledge } from '#knowledge/knowledge.ts'
import { newestFirst } from '#knowledge/dates.ts'
import { routes } from '#urls.ts'
import type { Entry } from '#schema/entry.ts'
import { labelOf, linksTo, linkTo, whoLinks } from './label.ts'
import { evidence } from './evidence.ts'
import { recordView } from './record.ts'

const subjects = ({ data: { about } }: Entry<'inquiries'>) =>
  [about.topic, about.summit, about.incident].filter((id): id is string => id !== undefined)

/** An inquiry as a line of a list. */
export function inquiryLine(knowledge: Knowledge, entry: Entry<'inquiries'>) {
  const { data, id } = entry
  return {
    id,
    route: routes.record('inquiries', id),
    title: labelOf(knowledge, entry),
    org: linkTo(knowledge, data.org),
    askedBy: whoLinks(knowledge, data.askedBy),
    about: linksTo(knowledge, subjects(entry)),
    outcome: data.outcome,
    outcomeLabel: OUTCOME[data.outcome].label,
    outcomeMeans: OUTCOME[data.outcome].means,
    at: data.at,
    statement: data.statement === undefined ? undefined : linkTo(knowledge, data.statement),
    evidence: evidence(knowledge, data.sources),
  }
}

export type InquiryLine = ReturnType<typeof inquiryLine>

/** Inquiries as lines, newest first, each once. */
export const inquiryLines = (knowledge: Knowledge, entries: readonly Entry<'inquiries'>[]): InquiryLine[] =>
  newestFirst([...new Set(entries)]).map((entry) => inquiryLine(knowledge, entry))

/** Everything the page of an inquiry prints. */
export function inquiryView(knowledge: Knowledge, entry: Entry<'inquiries'>) {
  const { data } = entry
  return {
    ...recordView(knowledge, entry),
    ...inquiryLine(knowledge, entry),
    asked: data.asked,
    /** What was promised in answer. */
    promises: linksTo(
      knowledge,
      knowledge.from('commitments', 'inquiry', entry.id).map(({ id }) => id),
    ),
  }
}

export type InquiryView = ReturnType<typeof inquiryView>
