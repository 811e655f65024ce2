import { withoutFalseAlarms } from './false-alarms.ts'
import { type Leak, printablePath, scan } from './scan.ts'
import { type Secrets, secretsOf } from './secrets.ts'
import { jsonTexts } from './file-texts.ts'
import { PICTURE } from '#exports/picture-size.ts'
import { link, type Knowledge } from '#knowledge/knowledge.ts'
import type { AnyEntry } from '#schema/entry.ts'
import { stem } from '#review/words.ts'
import { labelOf } from '#views/label.ts'
import { readSearchWordings } from '#content/search-wordings.ts'
import { wordingsOf } from '#schema/equivalents.ts'
import { readContents } from '#content/read.ts'
import type { Settings } from '#content/settings.ts'
import { siteContextOf } from '#content/site-context.ts'
import { audienceOf, everybody, type ToCheck } from '#check/check-content.ts'
import { scanFolder } from './scan-folder.ts'
import { emptySiteFiles } from './empty-site.ts'
import { literalsIn, sourceFiles } from './source-texts.ts'

/** A file that holds what it should not. It says what sort of thing, never the thing. */
export interface Exposed {
  /** Relative to the built folder; steps of the path that are secret themselves are printed as `…`. */
  readonly file: string
  readonly holds: readonly string[]
}

/** What an audit compares: everything there is, and what the audience of a build is shown, linked. */
export interface AuditInput {
  readonly everything: readonly AnyEntry[]
  readonly shown: Knowledge
}

// Places keep whole syntax trees in memory, and neither a build nor an audit needs them.
const withoutPlaces = (entries: readonly AnyEntry[]): AnyEntry[] => entries.map(({ locate: _, ...entry }) => entry)

/**
 * Reads a content folder both ways at once; `toCheck` is everything, and `toShow` what is shown, with places and
 * findings, for a check of each. A CLEAR build is compared with the open ledger alone and never reads the other.
 */
export function readBoth(settings: Settings): AuditInput & { toCheck: ToCheck; toShow: ToCheck } {
  const isOpen = settings.audience === 'CLEAR'
  const [content, shown, open = shown] = readContents(
    settings.content,
    [audienceOf(settings, false), audienceOf(settings, true), ...(isOpen ? [] : [everybody(settings)])],
    settings.schemas,
  )
  if (!content || !shown || !open) throw new Error('a reading gave nothing')
  const entries = withoutPlaces(shown.entries)
  const seen = isOpen ? entries : open.entries
  return {
    toCheck: { content, open: seen, ledgers: isOpen ? ['open'] : ['open', 'restricted'] },
    toShow: { content: shown, open: seen, ledgers: ['open'] },
    everything: withoutPlaces(content.entries),
    shown: link(entries, siteContextOf(settings, shown.site)),
  }
}

/** Numbers that the code prints in all builds with records. */
const PRINTED_NUMBERS = [PICTURE.width, PICTURE.height].map(String)

/**
 * Leaves out what pages say of their own, and, where that does not explain all, whatever a build without records holds
 * too.
 */
function leftOver(leaks: readonly Leak[], secrets: Secrets, settings: Settings): Leak[] {
  if (leaks.length === 0) return []
  const printed = sourceFiles().flatMap(({ text }) => literalsIn(text))
  const left = withoutFalseAlarms(leaks, secrets, {
    printed,
    published: wordingsOf(readSearchWordings(settings.content).equivalents),
    stem,
  })
  if (left.length === 0) return []
  const ownPhrases = new Set(scan(emptySiteFiles(process.cwd(), settings), secrets.phrases).map(({ phrase }) => phrase))
  return left.filter(({ phrase }) => !ownPhrases.has(phrase))
}

/**
 * Searches a built folder for what its audience must not see: ids, names, titles, addresses, numbers of four or more
 * digits and runs of four words that removed content has and neither what is shown nor the site without records. Empty
 * when there is nothing.
 */
export async function auditSite(
  settings: Settings,
  { everything, shown }: AuditInput,
  folder = settings.out,
): Promise<Exposed[]> {
  const open = [
    ...PRINTED_NUMBERS,
    settings.base,
    shown.address ?? '',
    settings.today,
    settings.audience,
    ...shown.entries.map((entry) => labelOf(shown, entry)),
  ]
  jsonTexts(shown.site, (text) => open.push(text))
  const secrets = secretsOf({
    all: everything,
    shown: shown.entries,
    audience: settings.audience,
    now: settings.now,
    open,
  })
  const { phrases } = secrets
  if (phrases.size === 0) return []
  const leaks = leftOver(await scanFolder(folder, phrases), secrets, settings)
  const byFile = Map.groupBy(leaks, ({ file }) => printablePath(file, phrases))
  return [...byFile].map(([file, found]) => ({ file, holds: [...new Set(found.map(({ secret }) => secret))].sort() }))
}

/** The words of a report: one line per file. */
export const exposedLines = (exposed: readonly Exposed[]): string =>
  exposed.map(({ file, holds }) => `${file}: ${holds.join(', ')}\n`).join('')
