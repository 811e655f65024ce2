import type { Knowledge } from '#knowledge/knowledge.ts'
import type { AnyEntry, Entry } from '#schema/entry.ts'
import {
  ACTION_STATUS,
  CONTROL_STATE,
  EVENT_KIND,
  FINDING_KIND,
  MILESTONE,
  QUALIFIER,
  ROLE,
} from '#schema/incident-words.ts'
import type { Incident } from '#schema/kinds.ts'
import { formatClock, formatDate, formatText, utcFields } from '#time/format.ts'
import { moment } from '#time/moment.ts'
import type { Point } from '#time/point.ts'
import { labelOf } from '#views/label.ts'
import { citesOf } from './cites.ts'
import { type Block, line, type Row, row, section } from './document.ts'
import { nameOf } from './field-words.ts'

const names = (knowledge: Knowledge, ids: readonly string[] = []) => ids.map((id) => nameOf(knowledge, id)).join(', ')
const joined = (...parts: readonly (string | undefined)[]) =>
  parts.filter((part) => part !== undefined && part !== '').join(' ')

const dayOf = ({ zone, earliest, fields }: Point) =>
  formatDate(zone === undefined ? fields : utcFields(earliest).slice(0, 3))

/** The day an event is listed under, its clock time where it has one, and its time in words where neither says it all. */
function placed(at: string): { day: string; clock: string; span?: string } {
  const { start, end, interval } = moment(at)
  const whole = { day: start ? dayOf(start) : formatText(at), clock: '', ...(interval ? { span: formatText(at) } : {}) }
  const [from, to] = [start && formatClock(start), end && formatClock(end)]
  if (!start || !end || !from || !to) return whole
  if (!interval)
    return { day: dayOf(start), clock: `${start.approximate ? 'about ' : ''}${from}${start.uncertain ? '?' : ''}` }
  return dayOf(start) === dayOf(end) ? { day: dayOf(start), clock: `${from} to ${to}` } : whole
}

function timeline(knowledge: Knowledge, entry: Entry<'incidents'>): Block[] {
  const cites = citesOf(knowledge, entry)
  let shown = ''
  const lines = entry.data.timeline.flatMap((event): Row[] => {
    const { day, clock, span } = placed(event.at)
    const actor = joined(
      names(knowledge, event.actor),
      event.component === undefined ? undefined : `(${event.component})`,
    )
    const known = event.knownAt === undefined ? undefined : `Known: ${formatText(event.knownAt)}`
    const own = row(
      [clock, actor, EVENT_KIND[event.kind].label, event.title],
      span,
      event.text,
      known,
      `${event.id} ${cites(event)}`,
    )
    const first = day === shown ? [] : [line(day)]
    shown = day
    return [...first, own]
  })
  return section('Timeline (UTC)', lines)
}

function figure({ value, min, max, qualifier, unit }: Incident['impact'][number]): string {
  const number = (n: number) => n.toLocaleString('en-GB', { maximumFractionDigits: 6 })
  const range =
    value !== undefined
      ? number(value)
      : min === undefined
        ? `up to ${number(max ?? 0)}`
        : max === undefined
          ? `${number(min)} or more`
          : `${number(min)} to ${number(max)}`
  return joined(qualifier === undefined ? undefined : QUALIFIER[qualifier].label, range, unit)
}

/** The sections of an incident, in the order a reader needs them. */
export function incidentBlocks(knowledge: Knowledge, entry: Entry<'incidents'>): Block[] {
  const { data } = entry
  const cites = citesOf(knowledge, entry)
  const about = (kind: 'statements' | 'summits' | 'commitments' | 'inquiries', field: string) =>
    knowledge.from(kind, field, entry.id).map((found) => row([labelOf(knowledge, found as AnyEntry)], found.id))
  return [
    ...section(
      'Involved',
      data.organizations.map(({ org, role }) => row([ROLE[role].label, nameOf(knowledge, org)])),
    ),
    ...section(
      'Milestones',
      data.milestones.map((m) =>
        row(
          [
            MILESTONE[m.name].label,
            joined(formatText(m.at), m.definition === undefined ? undefined : `(${m.definition})`, cites(m)),
          ],
          m.note,
        ),
      ),
    ),
    ...timeline(knowledge, entry),
    ...section(
      'Impact',
      data.impact.map((i) =>
        row(
          [figure(i), joined(i.what, i.scope === undefined ? undefined : `(${i.scope})`, cites(i))],
          `According to ${names(knowledge, i.assertedBy)}${
            i.disputedBy.length === 0
              ? ''
              : `; disputed by ${names(
                  knowledge,
                  i.disputedBy.map(({ org }) => org),
                )}`
          }`,
          i.note,
        ),
      ),
    ),
    ...section(
      'Findings',
      data.findings.map((f) => row([FINDING_KIND[f.kind].label, joined(f.text, cites(f))], f.id)),
    ),
    ...section(
      'Controls',
      data.controls.map((c) =>
        row([CONTROL_STATE[c.state].label, joined(nameOf(knowledge, c.control), cites(c))], c.note),
      ),
    ),
    ...section(
      'Actions',
      data.actions.map((a) =>
        row([ACTION_STATUS[a.status].label, joined(nameOf(knowledge, a.owner), '-', a.text, cites(a))]),
      ),
    ),
    ...section(
      'Questions for reviewers',
      data.prompts.map((q) => row([q.ask], `Because of ${nameOf(knowledge, `${entry.id}#${q.because}`)}`)),
    ),
    ...section(
      'Related incidents',
      data.related.map((r) => row([r.incident, nameOf(knowledge, r.incident)], r.note)),
    ),
    ...section('Statements about it', about('statements', 'about.incidents')),
    ...section('Meetings that followed', about('summits', 'follows')),
    ...section('Commitments from it', about('commitments', 'incident')),
    ...section('Inquiries about it', about('inquiries', 'about.incident')),
  ]
}
