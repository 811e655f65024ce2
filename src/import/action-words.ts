import { ACTION_STATUS } from '#schema/incident-words.ts'
import { meant } from '#schema/vocabularies.ts'
import { daysIn, type DayOrder, isoDay } from './days.ts'
import type { DraftAction } from './draft.ts'
import { either } from './patterns.ts'

export type Column = 'text' | 'type' | 'owner' | 'ticket' | 'status' | 'due' | 'priority'

export const COLUMNS: readonly (readonly [RegExp, Column])[] = [
  [/^(?:action type|type|category|kind)$/i, 'type'],
  [
    either(
      'i',
      String.raw`^(?:owners?|assignees?|assigned(?: to)?|who|responsible(?: person| party)?|dri|lead|team)$`,
      String.raw`^(?:person|by|owner\(s\)|point of contact)$`,
    ),
    'owner',
  ],
  [
    either(
      'i',
      String.raw`^(?:bug|tickets?|issues?|jira|links?|tracking|tracker|prs?|pull request|reference|ref|id)$`,
      String.raw`^(?:issue link|ticket id|github issue|tracking (?:issue|bug|ticket)|url)$`,
    ),
    'ticket',
  ],
  [/^(?:status|state|progress|done\??|completed?)$/i, 'status'],
  [
    either(
      'i',
      String.raw`^(?:due(?: date)?|deadline|eta|target(?: date)?|by when|when|date|timeline|completion date)$`,
      String.raw`^(?:expected(?: date)?|due by)$`,
    ),
    'due',
  ],
  [/^(?:priority|prio|p|severity|urgency)$/i, 'priority'],
  [
    either(
      'i',
      String.raw`action|item|task|description|title|what|follow|improvement|remediation|todo|recommendation|step`,
      String.raw`measure|summary|name`,
    ),
    'text',
  ],
]

const STATUSES: readonly (readonly [RegExp, DraftAction['status']])[] = [
  [
    either(
      'iu',
      String.raw`^(?:not (?:done|started|yet)|pending|to ?do|open|outstanding|planned|backlog|new|proposed|` +
        String.raw`accepted)(?![\w])`,
      String.raw`^(?:scheduled|unstarted|queued|no|❌|⬜|☐|\[ \])(?![\w])`,
    ),
    'open',
  ],
  [
    either(
      'iu',
      String.raw`^(?:done|complete[d]?|closed|fixed|merged|shipped|resolved|finished|implemented)(?![\w])`,
      String.raw`^(?:deployed|released|yes|✅|✔️?|☑️?|\[x\])(?![\w])`,
    ),
    'done',
  ],
  [
    /^(?:in[- ]?progress|wip|ongoing|started|doing|under ?way|in review|partially|🚧|🔄|⏳|active)(?![\w])/iu,
    'inProgress',
  ],
  [
    either(
      'iu',
      String.raw`^(?:dropped|won['’]?t (?:fix|do)|wontfix|cancell?ed|abandoned|rejected|declined)(?![\w])`,
      String.raw`^(?:obsolete|not (?:planned|doing)|will not (?:fix|do)|no action)(?![\w])`,
    ),
    'dropped',
  ],
]
export const TYPES: readonly (readonly [RegExp, NonNullable<DraftAction['type']>])[] = [
  [/^prevent(?:ion|ative|ive)?$/i, 'prevent'],
  [/^detect(?:ion|ive)?$|^monitoring$|^alerting$/i, 'detect'],
  [/^mitigat(?:e|ion|ive)$/i, 'mitigate'],
  [/^(?:repair|fix|correct(?:ive)?|remediat(?:e|ion))$/i, 'repair'],
  [/^(?:process|documentation|docs|training|investigate|other process)$/i, 'process'],
]
export const TICKET = /(?<![\w/-])(?:[A-Z][A-Z0-9]{1,9}-\d+|(?:[\w.-]+\/[\w.-]+)?#\d+|(?:b|cl)\/\d+)(?![\w-])/
export const NOTHING = /^(?:n\/?a|none|-|–|—|tbd|tba|\?+|unassigned|not assigned|no ticket)?\.?$/i

const meantStatus = (words: string) => {
  const status = meant(ACTION_STATUS, words)
  return status === 'unknown' ? undefined : status
}

/** The status a word stands for; undefined for words that stand for none. */
export const statusOf = (words: string): DraftAction['status'] | undefined =>
  meantStatus(words) ?? STATUSES.find(([pattern]) => pattern.test(words.trim()))?.[1]

/** What of an action was read so far, with the words that it took. */
export interface Reading {
  text: string
  owner?: string
  type?: DraftAction['type']
  status?: DraftAction['status']
  due?: string
  ticket?: string
  url?: string
  priority?: DraftAction['priority'] | undefined
  rest: string[]
}

export const dueOf = (words: string, order: DayOrder | undefined): string | undefined => {
  const [day, ...more] = daysIn(words, order)
  const only =
    day &&
    words
      .replace(day.written, '')
      .replace(/\b(?:by|due|end of|eta|on|before)\b|[().,:~]/gi, '')
      .trim() === ''
  return day && only && more.length === 0 && !day.ambiguous ? isoDay(day) : undefined
}
