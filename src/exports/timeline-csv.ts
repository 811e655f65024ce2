import { moment } from '#time/moment.ts'
import type { TimelineRow } from './timeline-rows.ts'
import { csvText } from './csv-text.ts'

const iso = (instant: number | null) => (instant === null ? '' : new Date(instant).toISOString())

/**
 * A timeline as CSV, one line per event: `at` as authored, and the first and last instant it can have been (ISO 8601,
 * UTC; empty where that side is open). A disclosure label, if the build has one, stands in a last column.
 */
export const timelineCsv = (rows: readonly TimelineRow[], disclosure?: string): string =>
  csvText(
    [
      [
        'id',
        'at',
        'earliest',
        'latest',
        'kind',
        'who',
        'component',
        'title',
        'text',
        'known_at',
        'confidence',
        'sources',
        'url',
      ],
      ...rows.map(({ id, at, kind, who, component, title, text, knownAt, doubt, sources, url }) => [
        id,
        at,
        iso(moment(at).earliest),
        iso(moment(at).latest),
        kind,
        who,
        component,
        title,
        text,
        knownAt,
        doubt,
        sources.map((source) => source.url).join(' '),
        url,
      ]),
    ],
    disclosure,
  )
