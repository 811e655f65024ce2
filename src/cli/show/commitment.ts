import { commitmentState, HEADLINE, SCHEDULE } from '#knowledge/commitment-state.ts'
import type { Knowledge } from '#knowledge/knowledge.ts'
import { CLAIMED, EVIDENCE } from '#schema/coordination.ts'
import type { Entry } from '#schema/entry.ts'
import { formatText } from '#time/format.ts'
import { citesOf } from './cites.ts'
import { type Block, row, section } from './document.ts'
import { nameOf } from './field-words.ts'

/** The sections of a commitment: how it stands today, and its log with who says so. */
export function commitmentBlocks(knowledge: Knowledge, entry: Entry<'commitments'>): Block[] {
  const { data } = entry
  const cites = citesOf(knowledge, entry)
  const successors = knowledge.from('commitments', 'supersedes', entry.id).map(({ data: { made } }) => made)
  const state = commitmentState(data, knowledge.now, successors)
  return [
    ...section(`As of ${formatText(knowledge.today)}`, [
      row(['State', HEADLINE[state.headline].label], HEADLINE[state.headline].means),
      row(['Claimed', state.claimed === undefined ? 'nothing' : CLAIMED[state.claimed].label]),
      row(['Evidence', state.evidence === undefined ? 'none logged' : EVIDENCE[state.evidence].label]),
      row(['Schedule', SCHEDULE[state.schedule].label]),
    ]),
    ...section(
      'Log',
      data.log.map((step) => {
        const says = [
          step.claimed === undefined ? undefined : `claimed ${CLAIMED[step.claimed].label.toLowerCase()}`,
          step.evidence === undefined ? undefined : `evidence ${EVIDENCE[step.evidence].label.toLowerCase()}`,
          step.due === undefined ? undefined : `now due ${formatText(step.due)}`,
        ]
        return row(
          [formatText(step.at), `${step.note} ${cites(step)}`],
          [
            ...says.filter((part) => part !== undefined),
            `according to ${step.assertedBy.map((id) => nameOf(knowledge, id)).join(', ')}`,
          ].join(' · '),
        )
      }),
    ),
  ]
}
