import type { AnyEntry } from '#schema/entry.ts'
import type { Finding } from '#schema/finding.ts'
import type { RecordFile } from './files.ts'
import type { Report } from './report.ts'
import type { ParsedYaml } from './yaml.ts'

/** A record file before anybody’s audience matters. */
export interface Parsed extends RecordFile {
  readonly yaml: ParsedYaml
  readonly body?: string
  readonly bodyLine: number
}

/** What came of a step of reading, and what it found wrong. */
interface Outcome<Made> {
  readonly made: Made | undefined
  readonly findings: readonly Finding[]
}

/** Records by the file that they were made of. */
export type Entries = Map<Parsed, Outcome<AnyEntry>>

/**
 * What readings of one folder hand on to the next one, in memory: in development a save changes one file of a thousand.
 * Give each reading the same object.
 */
export interface ReadCache {
  /** Files as they were parsed, by path; a file whose text has changed is parsed again. */
  readonly parsed: Map<string, Outcome<Parsed> & { readonly text: string }>
  entries: Entries
  /** The site and the ids for which `entries` hold. */
  entriesOf: string
}

/** A cache that holds nothing yet. */
export const emptyReadCache = (): ReadCache => ({ parsed: new Map(), entries: new Map(), entriesOf: '' })

/** Takes a step of reading, and notes what it reports. */
export function recorded<Made>(report: Report, make: () => Made | undefined): Outcome<Made> {
  const from = report.findings.length
  const made = make()
  return { made, findings: report.findings.slice(from) }
}

/** A file as it was parsed before, with its findings; parsed by `parse` where its text is another one. */
export function unlessKept(
  { parsed }: ReadCache,
  found: RecordFile,
  text: string,
  report: Report,
  parse: (found: RecordFile, text: string, report: Report) => Parsed | undefined,
): Parsed | undefined {
  const before = parsed.get(found.file)
  if (before?.text === text) {
    report.findings.push(...before.findings)
    return before.made
  }
  const outcome = recorded(report, () => parse(found, text, report))
  parsed.set(found.file, { ...outcome, text })
  return outcome.made
}

/**
 * Records of the last reading that are the same now, to be added to: their files are unchanged, and so are the site and
 * the ids that there are (`of`). A record with pictures depends on more files than its own, and is made anew.
 */
export function keptEntries(cache: ReadCache, parsed: readonly Parsed[], of: string): Entries {
  const before: Entries = cache.entriesOf === of ? cache.entries : new Map()
  const kept = parsed.flatMap((one): [Parsed, Outcome<AnyEntry>][] => {
    const outcome = before.get(one)
    return outcome?.made !== undefined && outcome.made.assets === undefined ? [[one, outcome]] : []
  })
  cache.entriesOf = of
  cache.entries = new Map(kept)
  return cache.entries
}
