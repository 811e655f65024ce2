import { posix } from 'node:path'
import { accountOf, completed, withDefaults } from '#schema/complete.ts'
import type { AnyEntry } from '#schema/entry.ts'
import { SCHEMAS, type Schemas, withSeverities } from '#schema/extend.ts'
import type { Finding } from '#schema/finding.ts'
import { kinds } from '#schema/kinds.ts'
import { TLP, type Tlp } from '#schema/vocabularies.ts'
import { isObject } from '#schema/walk.ts'
import { dayOf } from '#time/day.ts'
import type { Site } from '#schema/site.ts'
import { grammarOf } from '#text/grammar.ts'
import { mayShowTo } from './cut.ts'
import { type Audience, redact } from './redact.ts'
import { checkImage } from './images.ts'
import { findFiles, type RecordFile } from './files.ts'
import {
  emptyReadCache,
  type Entries,
  keptEntries,
  type Parsed,
  type ReadCache,
  recorded,
  unlessKept,
} from './read-cache.ts'
import { splitFrontMatter, splitMarkdown } from './front-matter.ts'
import { type BodyRead, readBody } from './body/read-body.ts'
import { readMarkdown } from './body/read-markdown.ts'
import { titleIn, withProse } from './prose-record.ts'
import { readWords } from './ledger-file.ts'
import { withEarlierWords } from './earlier-words.ts'
import { Report } from './report.ts'
import { parseShape } from './shape.ts'
import { readSearchWordings } from './search-wordings.ts'
import { readSite } from './site-file.ts'
import { readText } from './text.ts'
import { type ParsedYaml, parseYaml } from './yaml.ts'

/** What a reading gives: the site's own words, every record the audience may see, and whatever was wrong. */
export interface Content {
  readonly site: Site
  readonly entries: readonly AnyEntry[]
  readonly findings: readonly Finding[]
  /** Ids of records with errors, and `site.yaml` if it has any: rules pass over what concerns them. */
  readonly unread: ReadonlySet<string>
  /**
   * Whether any file holds something not meant for everybody, as far as its text tells: then logs say nothing of it.
   */
  readonly restricted: boolean
}

// Looked for in the text, because a file that cannot be parsed may be restricted too.
// A key written with escapes may be any of these.
const MARK = new RegExp(
  String.raw`\btlp\b["']?\s*[:=](?![\s"'{]*CLEAR\b)|\bembargoUntil\b|\brecordStatus["']?\s*:\s*["']?draft\b|` +
    String.raw`<\s*restricted|"(?:(?!\\[xu])[^"\n])*\\[xu][^"\n]*"\s*:`,
  'i',
)

// What a body may hold that one audience sees and another does not.
const PASSAGE = /<\s*restricted/i

// Stands where nobody sees it: in a check of records of which none has a date.
const EARLIEST = '1970-01-01'

// Each is opened and measured.
const MOST_PICTURES = 200

const UNCLEAN = {
  message:
    'the body names something that this audience may not see where it ' +
    'cannot be taken out, so all of the body is left out',
  fix: 'put what names it into a restricted passage',
}

const NO_HISTORY = {
  message: 'expected "history", every revision in order, found nothing',
  fix: 'add history: with { revision: 1, date: "…", type: addition, summary: First recorded. }',
}

const isTlp = (value: string): value is Tlp => Object.hasOwn(TLP, value)

/**
 * Finds `['body', line, offset]`, an offset in the first line of the body that holds that text, beside the paths of the
 * front matter.
 */
function withBody(locate: ParsedYaml['locate'], body: string, bodyLine: number): ParsedYaml['locate'] {
  const lines = body.split('\n')
  return ([first, text, offset, ...rest]) => {
    if (first !== 'body' || typeof text !== 'string')
      return locate([first, text, offset, ...rest].filter((step) => step !== undefined))
    const index = lines.findIndex((line) => line.includes(text))
    return index === -1
      ? { line: bodyLine + 1, column: 1 }
      : { line: bodyLine + index + 1, column: (lines[index] ?? '').indexOf(text) + Number(offset ?? 0) + 1 }
  }
}

function parseRecord(found: RecordFile, text: string, report: Report): Parsed | undefined {
  const split = kinds[found.kind].body
    ? (grammarOf(found.file) === 'md' ? splitMarkdown : splitFrontMatter)(text, found.file, report)
    : { yaml: text, yamlLine: 0, body: undefined, bodyLine: 0 }
  if (split === undefined) return undefined
  const isMarkdown = grammarOf(found.file) === 'md'
  const yaml = parseYaml(split.yaml, found.file, report, split.yamlLine, isMarkdown ? ['date'] : [])
  const { body, bodyLine } = split
  if (yaml !== undefined) return { ...found, yaml, bodyLine, ...(body === undefined ? {} : { body }) }
  // What is wrong with the body is said at once, too.
  if (body !== undefined && !isMarkdown)
    reportBody(readBody(body, { mayShow: () => true, meeting: found.kind === 'summits' }), found.file, bodyLine, report)
  return undefined
}

function reportBody({ problems }: Pick<BodyRead, 'problems'>, file: string, bodyLine: number, report: Report): void {
  for (const { rule, line, ...problem } of problems) report.add(rule, file, { ...problem, line: line + bodyLine })
}

interface Options {
  readonly audience: Audience
  readonly root: string
  readonly schemas: Schemas
  readonly isRecord: (id: string) => boolean
  readonly site: Site
}

/** A record without a disclosure level has that of its site. */
const withTlp = (yaml: ParsedYaml, { tlp }: Site): ParsedYaml =>
  tlp !== 'CLEAR' && isObject(yaml.value) && yaml.value['tlp'] === undefined
    ? { ...yaml, value: { ...yaml.value, tlp } }
    : yaml

/** A record as an audience reads it; nothing for one whose data have errors. */
function entryOf(
  { kind, id, file, folder, yaml, body: source, bodyLine }: Parsed,
  { audience, root, schemas, isRecord, site }: Options,
  report: Report,
): AnyEntry | undefined {
  const prose =
    source !== undefined && grammarOf(file) === 'md' ? readMarkdown(source, titleIn(yaml), isRecord) : undefined
  const body =
    prose ??
    (source === undefined
      ? undefined
      : readBody(source, {
          mayShow: (tlp) => isTlp(tlp) && mayShowTo(audience.level)(tlp),
          meeting: kind === 'summits',
        }))
  if (body !== undefined) reportBody(body, file, bodyLine, report)
  const given = withTlp(prose === undefined ? yaml : withProse(yaml, prose, { kind, id, file }, report), site)
  const data = parseShape(schemas[kind], given, file, report) as AnyEntry['data'] | undefined
  if (data === undefined) return undefined
  if (data.history.length === 0 && accountOf(site, data) === 'compiled') {
    report.add('field-value', file, NO_HISTORY)
    return undefined
  }
  const assets = (body?.images ?? []).map((path) => posix.join(folder ?? kind, path))
  const locate = source === undefined ? yaml.locate : withBody(yaml.locate, source, bodyLine)
  if (assets.length > MOST_PICTURES)
    report.add('body-image', file, {
      line: bodyLine + 1,
      message: `expected at most ${MOST_PICTURES} pictures in a body, found ${assets.length}`,
      fix: 'leave some out, or split the record',
    })
  else
    for (const path of assets)
      checkImage(root, path, (problem) =>
        report.add('body-image', file, { ...locate(['body', posix.basename(path)]), ...problem }),
      )
  return withDefaults({
    kind,
    id,
    file,
    data,
    ...(body === undefined ? {} : { body: body.text }),
    ...(body === undefined || body.headings.length === 0 ? {} : { headings: body.headings }),
    ...(body === undefined || body.references.length === 0
      ? {}
      : { mentions: body.references.map((found) => ({ ...found, line: found.line + bodyLine })) }),
    ...(assets.length === 0 ? {} : { assets }),
    locate,
  } as unknown as AnyEntry)
}

/**
 * Reads records for audiences: what is the same for all of them, because no passage of it is restricted, is read for
 * the first alone. `known` are records of an earlier reading that was of the same site.
 */
function readingFor(
  options: Omit<Options, 'audience'>,
  known: Entries,
): (parsed: Parsed, audience: Audience, report: Report) => AnyEntry | undefined {
  return (parsed, audience, report) => {
    if (PASSAGE.test(parsed.body ?? '')) return entryOf(parsed, { ...options, audience }, report)
    const before = known.get(parsed)
    if (before !== undefined) {
      report.findings.push(...before.findings)
      return before.made
    }
    const outcome = recorded(report, () => entryOf(parsed, { ...options, audience }, report))
    known.set(parsed, outcome)
    return outcome.made
  }
}

/**
 * Reads a content folder (absolute path) once for several audiences: every file decoded, parsed and checked for shape,
 * then cut to what each may see. All findings of the run are returned; records with errors are left out of `entries`.
 * With a `cache`, what has not changed since it was last used is taken from there.
 */
export function readContents<const A extends readonly Audience[]>(
  root: string,
  audiences: A,
  schemas: Schemas = SCHEMAS,
  cache: ReadCache = emptyReadCache(),
): { [I in keyof A]: Content } {
  const shared = new Report()
  const files = findFiles(root, shared)
  const site = readSite(root, shared)
  const words = readWords(root, shared)
  const ids = new Set(files.map(({ id }) => id))
  // Only its findings are wanted here; whoever indexes reads the wordings.
  readSearchWordings(root, shared, ids)
  const isRecord = (id: string) => ids.has(id)
  let restricted = site.tlp !== 'CLEAR'
  const own = withSeverities(schemas, site)
  const parsed = files.flatMap((found) => {
    const text = readText(root, found.file, shared)
    restricted ||= text === undefined || MARK.test(text)
    return text === undefined ? [] : (unlessKept(cache, found, text, shared, parseRecord) ?? [])
  })
  const sameFor = JSON.stringify([site, [...ids]])
  const readFor = readingFor({ root, schemas: own, isRecord, site }, keptEntries(cache, parsed, sameFor))
  const contentFor = (audience: Audience): Content => {
    const report = new Report(shared.findings)
    const read = parsed.flatMap((one) => readFor(one, audience, report) ?? [])
    const kept = redact(read, audience, ({ file }) => report.add('body-restricted', file, UNCLEAN), own)
    const told = withEarlierWords(kept, read, words)
    const entries = completed(told, Number.isFinite(audience.now) ? dayOf(audience.now) : EARLIEST, site)
    const faulty = new Set(report.findings.filter(({ level }) => level === 'error').map(({ file }) => file))
    const unread = new Set([
      ...files.filter(({ file }) => faulty.has(file)).map(({ id }) => id),
      ...(faulty.has('site.yaml') ? ['site.yaml'] : []),
    ])
    return { site: siteFor(site, read, entries), entries, findings: report.findings, unread, restricted }
  }
  return audiences.map(contentFor) as { [I in keyof A]: Content }
}

/**
 * What a site says of itself to an audience: an incident shown first that is there, and not for everybody, is not named
 * to the others.
 */
function siteFor(site: Site, written: readonly AnyEntry[], shown: readonly AnyEntry[]): Site {
  const { flagship, ...rest } = site
  const has = (entries: readonly AnyEntry[]) =>
    entries.some(({ id, data }) => id === flagship || data.aliases.includes(flagship ?? ''))
  return flagship !== undefined && has(written) && !has(shown) ? rest : site
}

/** Reads a content folder for one audience. */
export const readContent = (root: string, audience: Audience, schemas: Schemas = SCHEMAS): Content =>
  readContents(root, [audience], schemas)[0]
