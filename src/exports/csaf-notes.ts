import type { Knowledge } from '#knowledge/knowledge.ts'
import type { Entry } from '#schema/entry.ts'
import { RECORD_STATUS } from '#schema/vocabularies.ts'
import { formatText } from '#time/format.ts'
import { marksOf } from '#views/evidence.ts'
import { findingViews } from '#views/incident.ts'
import { impactView } from '#views/incident-impact.ts'
import { contradictionViews } from '#views/record.ts'
import { markdownText } from '#text/markdown.ts'
import { timelineRows } from './timeline-rows.ts'
import { twin } from './twin.ts'

type Incident = Entry<'incidents'>
type Marks = ReturnType<typeof marksOf>

/** A note of a CSAF document (CSAF 2.1, 3.1.6), its keys in the order of the alphabet (5.3). */
export interface Note {
  readonly category: 'description' | 'details' | 'general' | 'summary'
  readonly text: string
  readonly title: string
}

const sentence = (text: string | undefined) =>
  text === undefined || text === '' || /[.!?…]["”’)]?$/.test(text) ? (text ?? '') : `${text}.`

/**
 * Words on one line of Markdown, which notes are read as (5.4): texts as they were written, then the marks of their
 * sources.
 */
const line = (words: readonly (string | undefined)[], marks = '') =>
  [...words.map((text) => markdownText(sentence(text))), marks].join(' ').replace(/\s+/g, ' ').trim()

const names = (links: readonly { readonly text: string }[]) => links.map(({ text }) => text).join(', ')
const joined = (parts: readonly (string | undefined | false)[], by: string) => parts.filter((part) => part).join(by)

function timelineLines(knowledge: Knowledge, incident: Incident, marks: Marks): string[] {
  return timelineRows(twin(knowledge, incident)).map(
    ({ when, kind, who, component, title, text, knownAt, doubt, sources }) =>
      line(
        [
          `${joined([when, kind.toLowerCase(), who, component], ', ')}: ${title}`,
          text,
          knownAt && `Known since ${formatText(knownAt)}`,
        ],
        marks(sources, doubt),
      ),
  )
}

function impactLines(knowledge: Knowledge, incident: Incident, marks: Marks): string[] {
  return impactView(knowledge, incident).flatMap(({ figures }) =>
    figures.map(({ what, figure, of, scope, asOf, assertedBy, disputedBy, note, evidence, doubt }) => {
      const bounds = joined([of && `of ${of}`, scope, asOf && `as of ${formatText(asOf)}`], '; ')
      const claim = line(
        [`${what}: ${figure}${bounds && ` (${bounds})`}`, `Asserted by ${names(assertedBy)}`, note],
        marks(evidence, doubt),
      )
      return joined(
        [
          claim,
          ...disputedBy.map((one) =>
            line(
              [`Disputed by ${names(one.who)}${one.statement ? `: ${one.statement.text}` : ''}`],
              marks(one.evidence),
            ),
          ),
        ],
        ' ',
      )
    }),
  )
}

function clashLines(knowledge: Knowledge, incident: Incident, marks: Marks): string[] {
  return contradictionViews(knowledge, incident).map(({ about, readings, why }) =>
    joined(
      [
        line([about]),
        ...readings.map(({ verdictLabel, text, evidence }) => line([`${verdictLabel}: ${text}`], marks(evidence))),
        line([`The editors: ${why}`]),
      ],
      ' ',
    ),
  )
}

const list = (title: string, lines: readonly string[]): Note[] =>
  lines.length === 0 ? [] : [{ category: 'details', text: lines.map((text) => `- ${text}`).join('\n'), title }]

/** Why an incident does not simply stand, under the titles that 4.7 and 4.8 ask for. */
function standing({ data: { title, recordStatus, statusReason } }: Incident): Note[] {
  switch (recordStatus) {
    case 'withdrawn':
      return [
        {
          category: 'description',
          text: line([`This was an account of an incident: ${title}`, `It was withdrawn: ${statusReason}`]),
          title: 'Reasoning for Withdrawal',
        },
      ]
    case 'superseded':
      return [{ category: 'description', text: line([statusReason]), title: 'Reasoning for Supersession' }]
    case 'disputed':
      return [{ category: 'general', text: line([statusReason]), title: RECORD_STATUS.disputed.label }]
    default:
      return []
  }
}

const READING =
  'Times are UTC. Numbers in brackets after a claim are those of its sources among the references; the ' +
  'summary rests on the same. Rival figures stand one after another and are not to be added.'

/**
 * What a CSAF document says (3.2.2.8): how the record stands, then summary, timeline, figures, findings and rival
 * readings, each claim with the numbers of its sources. Of a withdrawn incident nothing is left but why.
 */
export function csafNotes(knowledge: Knowledge, incident: Incident): Note[] {
  const { recordStatus, summary } = incident.data
  if (recordStatus === 'withdrawn') return standing(incident)
  const plain = marksOf(knowledge, incident)
  const marks: Marks = (sources, doubt) => plain(sources, doubt && `(${doubt})`)
  return [
    ...standing(incident),
    { category: 'summary', text: line([summary]), title: 'Summary' },
    { category: 'general', text: READING, title: 'How to read the notes' },
    ...list('Timeline', timelineLines(knowledge, incident, marks)),
    ...list('Impact', impactLines(knowledge, incident, marks)),
    ...list(
      'Findings',
      findingViews(knowledge, incident).map(({ label, text, evidence, doubt }) =>
        line([`${label}: ${text}`], marks(evidence, doubt)),
      ),
    ),
    ...list('Where accounts clash', clashLines(knowledge, incident, marks)),
  ]
}
