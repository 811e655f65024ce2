import type { Knowledge } from '#knowledge/knowledge.ts'
import type { AnyEntry } from '#schema/entry.ts'
import type { Kind } from '#schema/kind-names.ts'
import { kinds } from '#schema/kinds.ts'
import { TLP } from '#schema/vocabularies.ts'
import { labelOf } from '#views/label.ts'
import { recordView } from '#views/record.ts'
import { sourceRows } from './cites.ts'
import { commitmentBlocks } from './commitment.ts'
import { type Block, heading, row, section, text } from './document.ts'
import { factRows } from './field-words.ts'
import { incidentBlocks } from './incident.ts'
import { statementBlocks } from './statement.ts'
import { summitBlocks } from './summit.ts'

// Fields with a place of their own in the head, the sections or the foot.
const COMMON = [
  'title',
  'name',
  'question',
  'summary',
  'tlp',
  'recordStatus',
  'statusReason',
  'supersededBy',
  'revision',
  'history',
  'contradictions',
  'sources',
]
const IN_SECTIONS: Readonly<Partial<Record<Kind, readonly string[]>>> = {
  incidents: [
    'organizations',
    'milestones',
    'timeline',
    'impact',
    'findings',
    'controls',
    'actions',
    'prompts',
    'related',
  ],
  summits: ['participants', 'agenda', 'points'],
  statements: ['positions', 'quotes', 'respondsTo'],
  commitments: ['log'],
}

function ownBlocks(knowledge: Knowledge, entry: AnyEntry): Block[] {
  switch (entry.kind) {
    case 'incidents':
      return incidentBlocks(knowledge, entry)
    case 'summits':
      return summitBlocks(knowledge, entry)
    case 'statements':
      return statementBlocks(knowledge, entry)
    case 'commitments':
      return commitmentBlocks(knowledge, entry)
    default:
      return mentionedBy(knowledge, entry)
  }
}

/** Records that refer to an organization, topic, control or source, each once. */
function mentionedBy(knowledge: Knowledge, { id }: AnyEntry): Block[] {
  const from = [...new Set(knowledge.backlinks(id).map((found) => found.from))].filter((found) => found.id !== id)
  return section(
    'Referred to by',
    from.map((found) => row([kinds[found.kind].singular, `${labelOf(knowledge, found)} (${found.id})`])),
  )
}

/** A whole record: title, what it is, its facts, its sections, its text, its sources, its history. */
export function recordBlocks(knowledge: Knowledge, entry: AnyEntry): Block[] {
  const view = recordView(knowledge, entry)
  const marks = [
    view.id,
    view.kindWord,
    `revision ${view.revision}`,
    ...(view.tlp === 'CLEAR' ? [] : [TLP[view.tlp].label]),
  ]
  const status =
    view.status === undefined
      ? []
      : [
          row(
            ['Status', view.status.label],
            view.status.reason,
            view.status.successor && `Replaced by ${view.status.successor.text}`,
          ),
        ]
  const facts = factRows(
    knowledge,
    kinds[entry.kind].schema,
    entry.data,
    entry.id,
    new Set([...COMMON, ...(IN_SECTIONS[entry.kind] ?? [])]),
  )
  return [
    { kind: 'title', text: view.title },
    { kind: 'label', text: marks.join(' · ') },
    ...(view.summary === undefined ? [] : [text(view.summary)]),
    ...section('Facts', [...status, ...facts]),
    ...ownBlocks(knowledge, entry),
    ...view.contradictions.flatMap(({ about, why, readings }) =>
      section(`Contradiction: ${about}`, [
        ...readings.map((reading) => row([reading.verdictLabel, reading.text])),
        row(['Why', why]),
      ]),
    ),
    ...(entry.body?.trim()
      ? [
          heading('Text'),
          ...entry.body
            .trim()
            .split(/\n{2,}/)
            .map(text),
        ]
      : []),
    ...section('Sources', sourceRows(knowledge, entry)),
    ...section(
      'History',
      view.history.map(({ revision, date, typeLabel, summary }) =>
        row([`r${revision}`, date, `${typeLabel}: ${summary}`]),
      ),
    ),
  ]
}
