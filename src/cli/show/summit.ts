import type { Knowledge } from '#knowledge/knowledge.ts'
import type { Entry } from '#schema/entry.ts'
import { ATTENDANCE, CAPACITY, POINT_FORCE, POINT_KIND } from '#schema/summits.ts'
import { STANCE } from '#schema/vocabularies.ts'
import { citesOf } from './cites.ts'
import { type Block, row, section } from './document.ts'
import { nameOf } from './field-words.ts'

/** The sections of a meeting: who took part, and each point with its weight and who says so. */
export function summitBlocks(knowledge: Knowledge, entry: Entry<'summits'>): Block[] {
  const { data } = entry
  const cites = citesOf(knowledge, entry)
  const names = (ids: readonly string[]) => ids.map((id) => nameOf(knowledge, id)).join(', ')
  return [
    ...section(
      'Participants',
      data.participants.map((p) => {
        const who = p.org === undefined ? (p.described ?? '') : nameOf(knowledge, p.org)
        const people = p.people.map(({ name, role }) => (role === undefined ? name : `${name}, ${role}`)).join('; ')
        return row(
          [
            CAPACITY[p.capacity].label,
            ATTENDANCE[p.attendance].label,
            [who, p.count === undefined ? '' : `(${p.count})`, cites(p)].filter((part) => part !== '').join(' '),
          ],
          people,
        )
      }),
    ),
    ...section(
      'Agenda',
      data.agenda.map(({ title }, index) => row([`${index + 1}.`, title])),
    ),
    ...section(
      'Points',
      data.points.map((p) =>
        row(
          [POINT_KIND[p.kind].label, `${p.text} ${cites(p)}`],
          `${POINT_FORCE[p.force].label}, according to ${names(p.assertedBy)} · ${p.id}`,
          ...p.onRecord.map(({ org, stance }) => `${nameOf(knowledge, org)}: ${STANCE[stance].label.toLowerCase()}`),
        ),
      ),
    ),
  ]
}
