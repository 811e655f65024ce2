import { SEVERITY, STATE } from '#schema/incident-words.ts'
import { meant } from '#schema/vocabularies.ts'
import { milestoneId } from './draft.ts'
import type { ComponentStatus, Draft, DraftEvent, DraftFields, DraftMilestone, EventKind, Note } from './draft.ts'
import { htmlText } from './html-text.ts'
import { Ids, idWords } from './ids.ts'
import { KNOWN, type PageIncident, type PageUpdate, pageTime } from './status-page-json.ts'
import { titleAndText } from './entry-words.ts'
import { sentences } from './words.ts'

const KIND_OF_UPDATE: Readonly<Record<string, EventKind>> = {
  investigating: 'investigation',
  identified: 'investigation',
  monitoring: 'monitoring',
  resolved: 'recovery',
  postmortem: 'followUp',
  scheduled: 'communication',
  in_progress: 'onset',
  verifying: 'monitoring',
  completed: 'recovery',
  update: 'communication',
}

const COMPONENT: Readonly<Record<string, { status: ComponentStatus; words: string }>> = {
  operational: { status: 'operational', words: 'operational' },
  degraded_performance: { status: 'degraded', words: 'degraded performance' },
  partial_outage: { status: 'partialOutage', words: 'partial outage' },
  major_outage: { status: 'outage', words: 'major outage' },
  under_maintenance: { status: 'maintenance', words: 'under maintenance' },
}

/** One event of a draft with the instant it is sorted by. */
interface Placed {
  readonly event: DraftEvent
  readonly instant: number
  readonly status: string
}

/** Makes a draft of one incident of a status page. */
export class StatusIncident {
  private readonly ids = new Ids()
  private readonly placed: Placed[] = []
  private readonly milestones: DraftMilestone[] = []
  readonly notes: Note[] = []
  private readonly incident: PageIncident

  constructor(source: PageIncident) {
    this.incident = source
  }

  private note(message: string, fix?: string): void {
    this.notes.push({ message: `"${this.incident.name}": ${message}`, ...(fix === undefined ? {} : { fix }) })
  }

  private add(at: string, status: string, event: Omit<DraftEvent, 'id' | 'at'>): DraftEvent {
    const whole: DraftEvent = { id: this.ids.give('e', event.title), at, ...event }
    this.placed.push({ event: whole, instant: Date.parse(at), status })
    return whole
  }

  private mark(name: DraftMilestone['name'], event: DraftEvent | undefined): void {
    if (event && !this.milestones.some((one) => one.name === name))
      this.milestones.push({ id: milestoneId(name), name, event: event.id })
  }

  private addUpdate(one: PageUpdate): void {
    const at = pageTime(one.display_at ?? one.created_at ?? one.updated_at)
    const status = one.status ?? ''
    const words = htmlText(one.body ?? '')
    if (at === undefined) {
      this.note(
        `an update without a readable time stays out: "${words.slice(0, 60)}"`,
        'add it to timeline with its time',
      )
      return
    }
    const changes = one.affected_components?.filter(({ new_status: now }) => now && COMPONENT[now]) ?? []
    const changed = changes.filter(({ old_status: before, new_status: now }) => before !== now)
    const [only, ...more] = changed
    const said = changed.map(
      ({ name, old_status: before, new_status: now }) =>
        `${name}: ${before && COMPONENT[before] ? `from ${COMPONENT[before].words} ` : ''}to ` +
        `${COMPONENT[now ?? '']?.words}.`,
    )
    const label = (status.charAt(0).toUpperCase() + status.slice(1)).replaceAll('_', ' ')
    const { title, text } = titleAndText(
      words === '' ? `${label} (no words)` : firstSentence(words),
      words === '' ? [] : [restOf(words), ...said].filter((part) => part !== ''),
    )
    const own =
      only && more.length === 0 ? { component: only.name, status: COMPONENT[only.new_status ?? '']?.status } : undefined
    this.add(at, status, {
      kind: KIND_OF_UPDATE[status] ?? 'communication',
      ...(own?.status ? { component: own.component, status: own.status } : {}),
      title,
      ...(text === undefined ? {} : { text }),
    })
    if (own) return
    for (const { name, new_status: now } of changed) {
      const to = COMPONENT[now ?? '']
      if (to)
        this.add(at, '', {
          kind: to.status === 'operational' ? 'recovery' : 'context',
          component: name,
          status: to.status,
          title: `${name}: ${to.words}`,
        })
    }
  }

  private addMaintenance(): void {
    const [from, until] = [pageTime(this.incident.scheduled_for), pageTime(this.incident.scheduled_until)]
    const done = this.placed.some(({ status }) => status === 'in_progress' || status === 'completed')
    if (from !== undefined)
      this.add(from, 'planned', {
        kind: 'context',
        title: done ? 'Planned start of the maintenance' : 'The maintenance is planned to begin',
      })
    if (until !== undefined)
      this.add(until, 'planned', {
        kind: 'context',
        title: done ? 'Planned end of the maintenance' : 'The maintenance is planned to end',
      })
  }

  private setMilestones(): void {
    const first = (...statuses: string[]) => this.placed.find(({ status }) => statuses.includes(status))?.event
    const updates = this.placed.filter(({ status }) => status !== '' && status !== 'planned' && status !== 'began')
    this.mark('began', first('began') ?? first('in_progress'))
    this.mark('communicated', updates[0]?.event)
    this.mark('identified', this.incident.impact === 'maintenance' ? undefined : first('identified'))
    this.mark('mitigated', first('monitoring'))
    this.mark('recovered', this.placed.findLast(({ status }) => status === 'resolved' || status === 'completed')?.event)
  }

  /** The record; `fields` are those that all records of the page share. */
  draft(fields: Partial<DraftFields>): Draft {
    const { name, status, impact, shortlink, id } = this.incident
    const isMaintenance = impact === 'maintenance' || Boolean(this.incident.scheduled_for)
    for (const one of this.incident.incident_updates ?? []) this.addUpdate(one)
    const created = pageTime(this.incident.created_at)
    const started = pageTime(this.incident.started_at)
    const earliest = Math.min(...this.placed.map(({ instant }) => instant))
    // A page that was not told when it began gives the time of its first update.
    if (started !== undefined && !isMaintenance && Date.parse(started) < earliest - 60_000)
      this.add(started, 'began', { kind: 'onset', title: `${name.slice(0, 250)}: began` })
    else if (this.placed.length === 0 && created !== undefined)
      this.add(created, status ?? '', { kind: 'communication', title: name.slice(0, 300) })
    const resolved = pageTime(this.incident.resolved_at)
    if (resolved !== undefined && !this.placed.some(({ status: of }) => of === 'resolved' || of === 'completed'))
      this.add(resolved, 'resolved', { kind: 'recovery', title: 'Marked as resolved' })
    if (isMaintenance) this.addMaintenance()
    this.placed.sort((one, other) => one.instant - other.instant)
    this.setMilestones()
    const place = (one: DraftMilestone) => this.placed.findIndex(({ event }) => event.id === one.event)
    this.milestones.sort((one, other) => place(one) - place(other))
    const products = this.productNames()
    const left = Object.entries(this.incident).filter(
      ([key, value]) =>
        !KNOWN.has(key) && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0),
    )
    if (left.length > 0)
      this.note(
        `${left.map(([key]) => key).join(', ')} have no place in a record`,
        'keep the export, or add what matters to the body',
      )
    const severity = impact ? meant(SEVERITY, impact) : undefined
    const state = meant(STATE, status ?? '')
    const [first] = this.placed
    const day =
      (isMaintenance ? pageTime(this.incident.scheduled_for) : undefined) ??
      this.placed.find(({ status: of }) => of === 'began')?.event.at ??
      created ??
      first?.event.at ??
      ''
    const summary = this.summary()
    return {
      id: [day.slice(0, 10), idWords(name) || 'incident'].join('-'),
      body: this.incident.postmortem_body ? htmlText(this.incident.postmortem_body) : '',
      fields: {
        title: name.trim().slice(0, 300),
        summary,
        ...fields,
        kind: isMaintenance ? 'maintenance' : 'fault',
        ...(isMaintenance ? { severity: 'none' } : severity === undefined ? {} : { severity }),
        ...(state === undefined || state === 'resolved' ? {} : { state }),
        ...(id
          ? {
              identifiers: [
                {
                  type: 'ticket',
                  value: id.slice(0, 80),
                  ...(shortlink && /^https?:\/\/\S+$/.test(shortlink) ? { url: shortlink } : {}),
                },
              ],
            }
          : {}),
        ...(products.length === 0 ? {} : { products: products.map((product) => ({ name: product })) }),
        ...(this.milestones.length === 0 ? {} : { milestones: this.milestones }),
        timeline: this.placed.map(({ event }) => event),
      },
    }
  }

  private productNames(): string[] {
    const all = [
      ...(this.incident.components ?? []),
      ...(this.incident.incident_updates ?? []).flatMap(({ affected_components: changed }) => changed ?? []),
    ]
    return [...new Set(all.map(({ name }) => name.trim().slice(0, 120)))].filter((name) => name !== '')
  }

  /** The update that tells most of the incident: that of its cause, else the first. */
  private summary(): string {
    const said = (status: string) => this.incident.incident_updates?.findLast((one) => one.status === status)?.body
    const words = htmlText(
      said('identified') ??
        said('investigating') ??
        said('scheduled') ??
        this.incident.incident_updates?.at(-1)?.body ??
        '',
    ).replace(/\s+/g, ' ')
    const first = firstSentence(words)
    return first === '' || first.length > 300 ? this.incident.name.trim().slice(0, 300) : first
  }
}

const firstSentence = (words: string): string => sentences(words.split('\n')[0] ?? '')[0]?.trim() ?? ''
const restOf = (words: string): string => words.slice(firstSentence(words).length).trim()
