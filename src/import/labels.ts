import { SEVERITY } from '#schema/incident-words.ts'
import { meant } from '#schema/vocabularies.ts'
import { either } from './patterns.ts'
/** What a label of a document (`Date:`, `**Authors**`, a key of its front matter) tells. */
export type Label =
  | 'title'
  | 'date'
  | 'start'
  | 'end'
  | 'detected'
  | 'acknowledged'
  | 'mitigated'
  | 'duration'
  | 'author'
  | 'commander'
  | 'person'
  | 'severity'
  | 'state'
  | 'identifier'
  | 'product'
  | 'summary'
  | 'tags'
  | 'zone'
  | 'rootCause'
  | 'trigger'
  | 'impact'
  | 'detectedBy'
  | 'resolution'

const LABELS: readonly (readonly [RegExp, Label])[] = [
  [/^(?:title|incident (?:title|name)|name)$/, 'title'],
  [
    either(
      '',
      String.raw`^(?:date|day|incident date|date of (?:the )?(?:incident|outage|event)|when|date ?/ ?time)$`,
      String.raw`^(?:(?:incident |outage |time |impact )?window|date and time|occurred(?: on)?|incident day|` +
        String.raw`event date)$`,
    ),
    'date',
  ],
  [
    either(
      '',
      String.raw`^(?:start(?:ed)?(?: time| at| date| of (?:impact|incident|outage))?)$`,
      String.raw`^(?:(?:incident|impact|outage)[ _-]?(?:start(?:ed)?|began|begin)(?:[ _-](?:time|at|date))?)$`,
      String.raw`^(?:start[ _-]?time|began(?: at)?|time of (?:start|incident|outage)|start[ _]date)$`,
      String.raw`^(?:started[ _]at)$`,
    ),
    'start',
  ],
  [
    either(
      '',
      String.raw`^(?:end(?:ed)?(?: time| at| date| of (?:impact|incident|outage))?)$`,
      String.raw`^(?:(?:incident|impact|outage)[ _-]?(?:end(?:ed)?|resolved)(?:[ _-](?:time|at|date))?)$`,
      String.raw`^(?:end[ _-]?time|resolved(?: at| on)?|resolution time|time of resolution|ended[ _]at)$`,
      String.raw`^(?:resolved[ _]at|end[ _]date)$`,
    ),
    'end',
  ],
  [
    either(
      '',
      String.raw`^(?:detect(?:ed|ion)?(?:[ _](?:time|at|on|date))?|time (?:detected|of detection)|discovered[ _]at)$`,
    ),
    'detected',
  ],
  [/^acknowledged(?:[ _](?:time|at|on))?$|^ack(?:ed|nowledge)?(?:[ _](?:time|at))$/, 'acknowledged'],
  [/^mitigated(?:[ _](?:time|at|on))?$|^(?:mitigation time|time mitigated)$/, 'mitigated'],
  [
    either(
      '',
      String.raw`^(?:duration|(?:total |outage |incident |impact )duration|total (?:downtime|time)|downtime)$`,
      String.raw`^(?:length|time to (?:resolve|resolution|recover)|ttr|mttr)$`,
    ),
    'duration',
  ],
  [
    either(
      '',
      String.raw`^(?:authors?|author\(s\)|written by|prepared by|reported by|post-?mortem (?:owner|author))$`,
      String.raw`^(?:document owner|owners?|reporter|editor)$`,
    ),
    'author',
  ],
  [
    /^(?:(?:who was the )?incident (?:commander|manager|lead|owner|coordinator)|(?:who was the )?ic|commander|lead)$/,
    'commander',
  ],
  [
    either(
      '',
      String.raw`^(?:participants|responders|people(?: involved)?|attendees|incident responders|involved)$`,
      String.raw`^(?:(?:on-?call|primary|secondary)(?: engineer)?|teams?(?: involved)?|facilitator|scribe)$`,
      String.raw`^(?:comm(?:unication)?s? lead|tech(?:nical)? lead|reviewers?|contributors?|assignees?|led by)$`,
      String.raw`^(?:responders? and owners?)$`,
    ),
    'person',
  ],
  [
    /^(?:severity|sev|severity level|incident (?:severity|level)|priority|impact level|level|classification)$/,
    'severity',
  ],
  [/^(?:status|state|incident status|current status)$/, 'state'],
  [
    either(
      '',
      String.raw`^(?:id|incident[ _]?(?:id|number|no\.?|#|ref(?:erence)?)?|incident ?#|ticket)$`,
      String.raw`^(?:ticket (?:id|number)|issue|jira|tracking (?:issue|ticket)|reference|ref|case)$`,
      String.raw`^(?:post-?mortem id|cve|github issue|slack channel)$`,
    ),
    'identifier',
  ],
  [
    either(
      '',
      String.raw`^(?:(?:affected|impacted)[ _]?(?:services?|systems?|products?|components?))$`,
      String.raw`^(?:(?:services?|systems?|products?|components?)(?:[ _](?:affected|impacted))?|service\(s\))$`,
      String.raw`^(?:products?/services?)$`,
    ),
    'product',
  ],
  [/^(?:summary|description|tl;?dr|abstract|overview|issue summary|short description)$/, 'summary'],
  [/^(?:tags|labels|keywords|categories)$/, 'tags'],
  [/^(?:time ?zone|tz|times?|all times)$/, 'zone'],
  [/^(?:root causes?|cause)$/, 'rootCause'],
  [/^triggers?$/, 'trigger'],
  [/^(?:impact|customer impact|user impact|effects?)$/, 'impact'],
  [/^(?:detect(?:ed|ion) (?:by|method)|how (?:was it )?detected|reported via|alerted by)$/, 'detectedBy'],
  [/^(?:resolution|fix)$/, 'resolution'],
]

/** Reads a label; undefined for one that is none of the usual. */
export function labelOf(words: string): Label | undefined {
  const clean = words
    .toLowerCase()
    .replace(/[*_`]/g, (sign) => (sign === '_' ? '_' : ''))
    .replace(/^\P{L}+/u, '')
    .replace(/\s?\([^()]{0,30}\)/g, '')
    .replace(/[:：?]\s?$/, '')
    .replace(/\s+/g, ' ')
    .trim()
  return clean.length > 40 ? undefined : LABELS.find(([pattern]) => pattern.test(clean))?.[1]
}

/** `Date: 2025-03-04` in its two halves; undefined for a line that is no pair of these. */
export function pairOf(line: string): { label: string; value: string } | undefined {
  const clean = line
    .trim()
    .replace(/^[-*•]\s/, '')
    .trim()
  // A field list (`:Date: 2025-03-04`) and a question (`Who was the IC? Ada`) are pairs as well.
  const match = /^:([^:：|]{1,40}):(?=\s|$)/u.exec(clean) ?? /^([^:：|?]{1,40})(?:[:：]|\?)(?=\s|$)/u.exec(clean)
  return match ? { label: match[1]?.trim() ?? '', value: clean.slice(match[0].length).trim() } : undefined
}

/** What a severity of another scale means on ours: SEV-1 and P1 are critical, the lowest are minor. */
export function severityOf(
  words: string,
  own: readonly { readonly id: string; readonly label: string }[],
): { severity: string; exact: boolean } | undefined {
  const clean = words.trim().toLowerCase()
  const short = clean.replace(/[\s_-]/g, '')
  const mine = own.find(({ id, label }) =>
    [id, label].some((name) => short.startsWith(name.toLowerCase().replace(/[\s_-]/g, ''))),
  )
  if (mine) return { severity: mine.id, exact: short === mine.id.toLowerCase().replace(/[\s_-]/g, '') }
  if (own.length > 0) return undefined
  const known = meant(SEVERITY, words.trim())
  if (known !== undefined) return { severity: known, exact: known === clean }
  const level = /^(?:(?:sev(?:erity)?|p(?:riority)?|s|level|tier|incident)[\s:_-]*)?(\d)\b/.exec(clean)?.[1]
  if (level !== undefined)
    return { severity: Number(level) <= 1 ? 'critical' : level === '2' ? 'major' : 'minor', exact: false }
  const word = either(
    '',
    String.raw`\b(critical|blocker|urgent|highest|severe|major|high|significant|moderate|medium|minor|low|` +
      String.raw`lowest|trivial|none)\b`,
  ).exec(clean)?.[1]
  if (word === undefined) return undefined
  const severity = /critical|blocker|urgent|highest|severe/.test(word)
    ? 'critical'
    : /major|high|significant/.test(word)
      ? 'major'
      : word === 'none'
        ? 'none'
        : 'minor'
  return { severity, exact: false }
}

/** What a status of an incident means; undefined for one that tells of the document instead (draft, in review). */
export function stateOf(words: string): 'investigating' | 'identified' | 'monitoring' | 'resolved' | undefined {
  const clean = words.trim().toLowerCase()
  if (/^(?:investigating|identified|monitoring)\b/.test(clean)) return clean.split(/\W/)[0] as 'investigating'
  if (/^(?:ongoing|active|open|in progress|firing)\b/.test(clean)) return 'investigating'
  return either(
    '',
    String.raw`^(?:resolved|closed|complete[d]?|done|fixed|mitigated|post-?mortem|final|recovered|restored)\b`,
    String.raw`^(?:finished)\b|^✅`,
  ).test(clean)
    ? 'resolved'
    : undefined
}

/** Who or what noticed it, as words of a report tell. */
export function detectedByOf(words: string): 'monitoring' | 'customer' | 'staff' | undefined {
  const clean = words.toLowerCase()
  const found = [
    [
      'monitoring',
      either(
        '',
        String.raw`\b(?:alert(?:s|ed|ing)?|alarm|monitor(?:s|ing)?|pager(?:duty)?|paged|pingdom|prometheus)\b`,
        String.raw`\b(?:grafana|datadog|sentry|dashboard|health ?check|synthetic|nagios|cloudwatch|automated)\b`,
      ),
    ],
    ['customer', /\b(?:customers?|users?|clients?|support tickets?|twitter|tweets?|community|forum)\b/],
    [
      'staff',
      either(
        '',
        String.raw`\b(?:engineers?|developers?|employees?|staff|colleagues?|internal(?:ly)?|on-?call noticed)\b`,
        String.raw`\b(?:manual(?:ly)?|team (?:member|noticed)|qa)\b`,
      ),
    ],
  ] as const
  const places = found
    .map(([by, pattern]) => ({ by, index: clean.search(pattern) }))
    .filter(({ index }) => index !== -1)
    .sort((one, other) => one.index - other.index)
  return places[0]?.by
}
