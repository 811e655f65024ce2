import { link } from '#core/graph/knowledge.ts'
import { check } from '#core/rules/index.ts'
import { compareFindings, type Finding } from '#core/schema/finding.ts'
import { readContent } from '#reader/read.ts'
import type { Audience } from '#reader/disclose.ts'
import { count } from '#core/text/words.ts'
import type { Settings } from '#reader/settings.ts'
import { worldOf } from '#reader/world.ts'
import type { World } from './world.ts'

/** What a check found, and how many records it read. */
export interface Checked {
  readonly findings: readonly Finding[]
  readonly records: number
  /** Whether the content holds anything not meant for everybody. */
  readonly restricted: boolean
}

/** For whom content is read: everybody who keeps it (RED, embargoes, drafts), or with `asAudience` the readers of a build. */
export const audienceOf = (settings: Settings, asAudience: boolean): Audience =>
  asAudience ? { level: settings.audience, now: settings.now, drafts: false } : { level: 'RED', now: Number.POSITIVE_INFINITY, drafts: true }

/**
 * Reads a content folder and applies every rule. Reads everything (RED, embargoes, drafts) for the people who keep it, or, with
 * `asAudience`, what a build for `settings.audience` would see; `content` is that reading, where it was made before.
 */
export function checkContent(settings: Settings, asAudience = false, progress: World['progress'] = () => {}, content = readContent(settings.content, audienceOf(settings, asAudience))): Checked {
  const { site, entries, findings, unread, restricted } = content
  // Without a folder there is one thing to say.
  if (findings.some(({ rule }) => rule === 'content-folder')) return { findings, records: 0, restricted }
  progress(`Read ${count(entries.length, 'record')}; applying the rules …`)
  const world = worldOf(asAudience ? settings : { ...settings, audience: 'RED' }, site)
  return { findings: [...findings, ...check(link(entries, world), unread)].sort(compareFindings), records: entries.length, restricted }
}

/** Whether findings keep content from being built. */
export const hasErrors = (findings: readonly Finding[]): boolean => findings.some(({ level }) => level === 'error')
