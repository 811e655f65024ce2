import { link } from '#knowledge/knowledge.ts'
import { type Ledger, ledgerOf } from '#knowledge/ledger.ts'
import { check } from '#rules/index.ts'
import type { AnyEntry } from '#schema/entry.ts'
import { compareFindings, type Finding } from '#schema/finding.ts'
import type { LedgerName } from '#schema/release.ts'
import { digest, hasLedger, readLedger } from '#content/ledger-file.ts'
import { type Content, readContents } from '#content/read.ts'
import type { Audience } from '#content/redact.ts'
import { Report } from '#content/report.ts'
import { count } from '#text/words.ts'
import type { Settings } from '#content/settings.ts'
import { siteContextOf } from '#content/site-context.ts'

/** What a check found, and how many records it read. */
export interface Checked {
  readonly findings: readonly Finding[]
  readonly records: number
  /** Whether the content holds anything not meant for everybody. */
  readonly restricted: boolean
}

/** What a check judges. */
export interface ToCheck {
  readonly content: Content
  /** What everybody may see of it. */
  readonly open: readonly AnyEntry[]
  /** The ledgers that it is compared with. */
  readonly ledgers: readonly LedgerName[]
}

/**
 * For whom content is read: everybody who keeps it (RED, embargoes, drafts), or with `asAudience` the readers of a
 * build.
 */
export const audienceOf = (settings: Settings, asAudience: boolean): Audience =>
  asAudience
    ? { level: settings.audience, now: settings.now, drafts: false }
    : { level: 'RED', now: Number.POSITIVE_INFINITY, drafts: true }

/** Readers of a public build, now. */
export const everybody = ({ now }: Settings): Audience => ({ level: 'CLEAR', now, drafts: false })

/**
 * Reads a content folder for a check. Without a ledger to compare with, nobody asks what everybody sees, and it is read
 * once.
 */
export function readToCheck(settings: Settings, asAudience: boolean): ToCheck {
  const audience = audienceOf(settings, asAudience)
  const ledgers: readonly LedgerName[] = asAudience ? ['open'] : ['open', 'restricted']
  const [content, open] = readContents(
    settings.content,
    hasLedger(settings.content, 'open') ? [audience, everybody(settings)] : [audience],
    settings.schemas,
  )
  if (content === undefined) throw new Error('a reading gave nothing')
  return { content, open: open?.entries ?? [], ledgers }
}

function readLedgers(settings: Settings, { content, open, ledgers }: ToCheck, report: Report): Ledger[] {
  return ledgers.flatMap((name) => {
    const read = readLedger(settings.content, name, report)
    return read ? [ledgerOf(name, read.ledger, name === 'open' ? open : content.entries, digest, read.locate)] : []
  })
}

/** What must be mended first; hints end the list. */
const hintsLast = (a: Finding, b: Finding): number =>
  Number(a.level === 'hint') - Number(b.level === 'hint') || compareFindings(a, b)

/**
 * Reads a content folder and applies every rule. Reads everything (RED, embargoes, drafts) for the people who keep it,
 * or, with `asAudience`, what a build for `settings.audience` would see; `read` is that reading, where it was made
 * before.
 */
export function checkContent(
  settings: Settings,
  asAudience = false,
  progress: (line: string) => void = () => {},
  read = readToCheck(settings, asAudience),
): Checked {
  const { site, entries, findings, unread, restricted } = read.content
  // Without a folder there is one thing to say.
  if (findings.some(({ rule }) => rule === 'content-folder')) return { findings, records: 0, restricted }
  progress(`Read ${count(entries.length, 'record')}; applying the rules …`)
  const report = new Report(findings)
  const ledgers = readLedgers(settings, read, report)
  const context = { ...siteContextOf(asAudience ? settings : { ...settings, audience: 'RED' }, site), ledgers }
  return {
    findings: [...report.findings, ...check(link(entries, context), unread)].sort(hintsLast),
    records: entries.length,
    // What it says may name records that are gone.
    restricted: restricted || ledgers.some(({ name }) => name === 'restricted'),
  }
}

/** Whether findings keep content from being built. */
export const hasErrors = (findings: readonly Finding[]): boolean => findings.some(({ level }) => level === 'error')
