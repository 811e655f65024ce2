import { either } from './patterns.ts'
import { z } from 'zod'

const component = z.looseObject({
  name: z.string(),
  old_status: z.string().nullish(),
  new_status: z.string().nullish(),
})

const update = z.looseObject({
  id: z.string().nullish(),
  status: z.string().nullish(),
  body: z.string().nullish(),
  created_at: z.string().nullish(),
  display_at: z.string().nullish(),
  updated_at: z.string().nullish(),
  affected_components: z.array(component).nullish(),
})

const incident = z.looseObject({
  id: z.string().nullish(),
  name: z.string(),
  status: z.string().nullish(),
  impact: z.string().nullish(),
  created_at: z.string().nullish(),
  started_at: z.string().nullish(),
  resolved_at: z.string().nullish(),
  monitoring_at: z.string().nullish(),
  scheduled_for: z.string().nullish(),
  scheduled_until: z.string().nullish(),
  shortlink: z.string().nullish(),
  components: z.array(z.looseObject({ name: z.string() })).nullish(),
  incident_updates: z.array(update).nullish(),
  postmortem_body: z.string().nullish(),
})
export type PageIncident = z.output<typeof incident>
export type PageUpdate = z.output<typeof update>

const page = z.looseObject({
  name: z.string().nullish(),
  url: z.string().nullish(),
  updated_at: z.string().nullish(),
})

export type StatusPage = z.output<typeof page>

/** The fields of an incident that a record has a place for; others are named. */
export const KNOWN = new Set([
  ...Object.keys(incident.shape),
  'updated_at',
  'page_id',
  'impact_override',
  'scheduled_remind_prior',
  'scheduled_auto_in_progress',
  'scheduled_auto_completed',
  'scheduled_reminded_at',
  'scheduled_auto_transition',
  'postmortem_notified_subscribers',
  'postmortem_notified_twitter',
  'postmortem_ignored',
  'postmortem_published_at',
  'postmortem_body_last_updated_at',
  'metadata',
  'reminder_intervals',
  'auto_transition_deliver_notifications_at_end',
  'auto_transition_deliver_notifications_at_start',
  'auto_transition_to_maintenance_state',
  'auto_transition_to_operational_state',
  'auto_tweet_at_beginning',
  'auto_tweet_on_completion',
  'auto_tweet_on_creation',
  'auto_tweet_one_hour_before',
  'backfill_date',
  'backfilled',
])

/**
 * A time of a status page as records write it: to the second, with the offset as written. Undefined for anything else.
 */
export function pageTime(text: string | null | undefined): string | undefined {
  const match = either(
    '',
    String.raw`^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})(?::(\d{2}))?(?:\.\d+)?\s?(Z|[+-]\d{2}:?\d{2}|UTC)?$`,
  ).exec(text?.trim() ?? '')
  const [, day, minutes, seconds, zone] = match ?? []
  if (day === undefined || minutes === undefined || zone === undefined) return undefined
  const offset = zone === 'UTC' ? 'Z' : /^[+-]\d{4}$/.test(zone) ? `${zone.slice(0, 3)}:${zone.slice(3)}` : zone
  const found = `${day}T${minutes}${seconds === undefined || seconds === '00' ? '' : `:${seconds}`}${offset}`
  return Number.isNaN(Date.parse(found)) ? undefined : found
}

/** The incidents of a status page’s JSON in any of its forms; undefined for JSON of something else. */
export function readStatusPage(
  data: unknown,
): { page: StatusPage; incidents: PageIncident[]; faulty: number } | undefined {
  const isObject = (value: unknown): value is Record<string, unknown> =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
  const list = Array.isArray(data)
    ? data
    : isObject(data)
      ? [
          data['incidents'],
          data['scheduled_maintenances'],
          isObject(data['incident']) ? [data['incident']] : undefined,
        ].flatMap((one) => (Array.isArray(one) ? (one as unknown[]) : []))
      : []
  const single = isObject(data) && list.length === 0 && 'incident_updates' in data ? [data] : list
  const own = isObject(data) ? page.safeParse(data['page']).data : undefined
  const parsed = single.map((one) => incident.safeParse(one))
  const incidents = parsed.flatMap(({ data: found }) =>
    found &&
    ('incident_updates' in found || 'impact' in found) &&
    (found.created_at ?? found.started_at ?? found.scheduled_for)
      ? [found]
      : [],
  )
  const isPage =
    own !== undefined &&
    isObject(data) &&
    ['incidents', 'scheduled_maintenances'].some((key) => Array.isArray(data[key]))
  if (incidents.length === 0 && !isPage) return undefined
  return { page: own ?? {}, incidents, faulty: single.length - incidents.length }
}
