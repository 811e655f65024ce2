import type { Companion, DraftFields, Imported, ImportSettings, Note } from './draft.ts'
import { isSamePublisher, sourceOf } from './publisher.ts'
import { StatusIncident } from './status-incident.ts'
import { readStatusPage } from './status-page-json.ts'

/**
 * Makes records of the incidents and maintenances of a status page (Statuspage and what follows its form): of all
 * incidents, of unresolved ones, of a single one. Undefined for JSON of something else.
 */
export function importStatusPage(data: unknown, settings: ImportSettings): Imported | undefined {
  const found = readStatusPage(data)
  if (!found) return undefined
  const { page: own, incidents, faulty } = found
  const companions: Companion[] = []
  const notes: Note[] = []
  const isOwn = isSamePublisher(own.name ?? undefined, settings)
  const fields: Partial<DraftFields> = isOwn
    ? settings.account === 'own'
      ? {}
      : { account: 'own' }
    : settings.account === 'compiled'
      ? {}
      : { account: 'compiled' }
  const drafts = incidents.map((one) => {
    const status = new StatusIncident(one)
    const draft = status.draft(fields)
    notes.push(...status.notes)
    if (isOwn) return draft
    const made = sourceOf(
      {
        title: one.name,
        publisher: own.name ?? 'the status page',
        ...(one.shortlink ? { url: one.shortlink } : {}),
        ...(one.created_at ? { published: one.created_at.slice(0, 10) } : {}),
        day: draft.id.slice(0, 10),
        type: 'webpage',
      },
      settings,
    )
    companions.push(...made.companions)
    return { ...draft, fields: { ...draft.fields, ...made.fields } }
  })
  if (faulty > 0)
    notes.push({
      message:
        `${faulty} ${faulty === 1 ? 'entry is' : 'entries are'} no ` + 'incident with a name and a time, and stay out',
    })
  if (
    incidents.some((one) =>
      /\.\d*[1-9]/.test(JSON.stringify([one.created_at, one.incident_updates?.map(({ created_at: at }) => at)])),
    )
  )
    notes.push({ message: 'fractions of seconds are left out of times' })
  if (incidents.length === 0)
    return {
      drafts: [],
      companions: [],
      notes,
      refused: {
        message: 'the status page has no incidents in it',
        fix: 'export its incidents, such as /api/v2/incidents.json',
      },
    }
  return { drafts, companions: [...new Map(companions.map((one) => [one.id, one])).values()], notes }
}
