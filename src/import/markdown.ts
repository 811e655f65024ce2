import { bodyOf } from './body.ts'
import { addEnds, contextOf } from './clock-context.ts'
import { disclosureOf } from './disclosure.ts'
import { readDocument, type Section } from './document.ts'
import type { Imported, ImportSettings, Note } from './draft.ts'
import { fieldsOf, kindOf } from './fields.ts'
import { headerOf } from './header.ts'
import { Ids, idWords } from './ids.ts'
import { dayOf, dayOfRecord, orderOf } from './incident-day.ts'
import { labelOf } from './labels.ts'
import { leftoversOf } from './leftovers.ts'
import { settleBody } from './settle.ts'
import { timelineOf } from './timeline.ts'
import { cleanTitle, titleOf } from './title.ts'

const refusal = (message: string, fix: string, line?: number): Imported => ({
  drafts: [],
  companions: [],
  notes: [],
  refused: { ...(line === undefined ? {} : { line }), message, fix },
})

/** Sections that say something of an incident as postmortems do. */
const telling = ({ kind }: Section) => kind !== undefined && kind !== 'summary' && kind !== 'people'

/**
 * Makes an incident record of a postmortem in Markdown. Reads times, figures, findings, actions and people where it is
 * sure of them; all else stays in the body as it is written, and is named in the notes.
 * @param text CommonMark and GFM, line ends as `\n`.
 */
export function importMarkdown(text: string, settings: ImportSettings): Imported {
  const document = readDocument(text)
  if (document.problem !== undefined)
    return refusal(
      `its front matter is not readable: ${document.problem}`,
      'mend the lines between the two lines of ---, or take them out',
      1,
    )
  const order = orderOf(text, settings.name)
  const ids = new Ids()
  const header = headerOf(document, settings, order)
  const ambiguous = header.notes.find(({ message }) => /^the date/.test(message))
  if (ambiguous && header.day === undefined) return { ...refusal('', ''), refused: ambiguous }
  const given = titleOf(document, header, settings.name)
  const { title, identifier } = cleanTitle(given)
  const day = dayOf(document, header, settings.name, title, order)
  const context = contextOf(document, header, day, settings, order)
  const timeline = timelineOf(document, context, ids)
  if (timeline.refused) return { ...refusal('', ''), refused: timeline.refused }
  const { events, milestones } = timeline
  const ofHead = addEnds(header, context, events, milestones, ids)
  // The head may say what the entries left open.
  const open = timeline.notes.filter(
    ({ message }) => !milestones.some(({ name }) => message.startsWith(`the milestone "${name}" is not set`)),
  )
  const notes: Note[] = [...header.notes, ...open, ...ofHead]
  if (day === undefined && events.length === 0 && !document.sections.some(telling) && header.title === undefined)
    return refusal(
      'it has no date, no times, and no heading of a postmortem (Summary, Timeline, Root cause, Impact, Action items)',
      'if it tells of an incident, add a line such as "Date: 2026-01-31" beneath its title, and import it again',
    )
  const fields = fieldsOf(document, header, { ids, order, title, notes })
  const disclosed = disclosureOf(document, settings.tlp)
  if (disclosed) notes.push(disclosed.note)
  if (events.length === 0 && !timeline.notes.length)
    notes.push({
      message: 'it has no timeline that could be read: no table or list of times',
      fix: 'add events under timeline where times are known',
    })
  const date = dayOfRecord(day, events, milestones)
  if (date === undefined)
    notes.push({
      message: 'it names no day of the incident, so the record has no date',
      fix: 'name the file of the record by the day, such as 2026-01-31-…, once it is known',
    })
  const { body, notes: ofBody } = bodyOf(document)
  const settled = settleBody(body, settings.hasPicture ?? (() => false))
  const left = leftoversOf(header.left)
  const unplaced = Object.keys(header.left).filter(
    (key) => !(labelOf(key) === 'severity' && fields.severity !== undefined),
  )
  if (unplaced.length > 0)
    notes.push({
      line: 1,
      message:
        `the fields ${unplaced.join(', ')} of the front matter have no ` +
        'place in a record; they stay at the end of the body',
    })
  const id = [date, idWords(cleanTitle(title).forId) || 'incident'].filter((part) => part !== undefined).join('-')
  const account = settings.account === 'own' ? {} : { account: 'own' as const }
  const identifiers = [
    ...(fields.identifiers ?? []),
    ...(identifier === undefined ? [] : [{ type: 'other', value: identifier }]),
  ]
  return {
    companions: [],
    notes: [...notes, ...ofBody, ...settled.notes],
    drafts: [
      {
        id,
        ...(settled.pictures.length === 0 ? {} : { pictures: settled.pictures }),
        body: [settled.body, left].filter((part) => part !== '').join('\n\n'),
        fields: {
          title,
          ...account,
          ...(disclosed ? { tlp: disclosed.tlp } : {}),
          kind: kindOf(title),
          ...fields,
          ...(identifiers.length === 0 ? {} : { identifiers }),
          ...(milestones.length === 0 ? {} : { milestones }),
          ...(events.length === 0 ? {} : { timeline: events }),
        },
      },
    ],
  }
}
