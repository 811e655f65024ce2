import { stateAt } from '#knowledge/follow-through.ts'
import type { Knowledge } from '#knowledge/knowledge.ts'
import { absolute, routes } from '#urls.ts'
import { orgName, whoLinks } from '#views/label.ts'
import { csvText } from './csv-text.ts'
import { disclosureOf } from './twin.ts'

/** Every commitment with its three axes and derived outcome as of the run’s date, as CSV. */
export function commitmentsCsv(knowledge: Knowledge): string {
  const lines = knowledge.all('commitments').map((entry) => {
    const { id, data } = entry
    const { headline, claimed = '', evidence = '', schedule, due = '' } = stateAt(knowledge, entry)
    return [
      id,
      data.org,
      orgName(knowledge, data.org),
      data.text,
      data.force,
      data.made,
      data.due ?? '',
      due,
      data.dueText ?? '',
      claimed,
      evidence,
      schedule,
      headline,
      data.topics.join(' '),
      data.controls.join(' '),
      whoLinks(knowledge, data.askedBy)
        .map(({ text }) => text)
        .join('; '),
      absolute(knowledge, routes.record('commitments', id)),
    ]
  })
  return csvText(
    [
      [
        'id',
        'organization',
        'name',
        'promise',
        'force',
        'made',
        'firstDue',
        'due',
        'dueText',
        'claimed',
        'evidence',
        'schedule',
        'outcome',
        'topics',
        'controls',
        'askedBy',
        'url',
      ],
      ...lines,
    ],
    disclosureOf(knowledge).disclosure,
  )
}
