import { existsSync } from 'node:fs'
import { join, posix } from 'node:path'
import type { AnyEntry } from '#core/schema/entry.ts'
import type { Finding } from '#core/schema/finding.ts'
import { kinds } from '#core/schema/kinds.ts'
import { TLP, type Tlp } from '#core/schema/vocabularies.ts'
import type { Site } from '#core/schema/site.ts'
import { mayShowTo } from './cut.ts'
import { type Audience, disclose } from './disclose.ts'
import { findFiles, type RecordFile } from './files.ts'
import { splitFrontMatter } from './front-matter.ts'
import { withMinutes } from './minutes.ts'
import { readBody } from './mdx/read-body.ts'
import { Report } from './report.ts'
import { parseShape } from './shape.ts'
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
  /** Whether any file holds something not meant for everybody, as far as its text tells: then logs say nothing of it. */
  readonly restricted: boolean
}

// Looked for in the text, because a file that cannot be parsed may be restricted too.
const MARK = /\btlp\b["']?\s*[:=]\s*["'{]*(?!CLEAR\b)|\bembargoUntil\b|\bdraft\b|<\s*restricted/i

const isTlp = (value: string): value is Tlp => Object.hasOwn(TLP, value)

/** Finds `['body', line, offset]`, an offset in the first line of the body that holds that text, beside the paths of the front matter. */
function withBody(locate: ParsedYaml['locate'], body: string, bodyLine: number): ParsedYaml['locate'] {
  const lines = body.split('\n')
  return ([first, text, offset, ...rest]) => {
    if (first !== 'body' || typeof text !== 'string') return locate([first, text, offset, ...rest].filter((step) => step !== undefined))
    const index = lines.findIndex((line) => line.includes(text))
    return index === -1 ? { line: bodyLine + 1, column: 1 } : { line: bodyLine + index + 1, column: (lines[index] ?? '').indexOf(text) + Number(offset ?? 0) + 1 }
  }
}

interface Options {
  readonly audience: Audience
  readonly trusted: boolean
}

function readRecord(root: string, { kind, id, file, folder }: RecordFile, text: string, { audience, trusted }: Options, report: Report): AnyEntry | undefined {
  const split = kinds[kind].body ? splitFrontMatter(text, file, report) : { yaml: text, yamlLine: 0, body: undefined, bodyLine: 0 }
  const yaml = split && parseYaml(split.yaml, file, report, split.yamlLine)
  if (!split || !yaml) return undefined
  const body = split.body === undefined ? undefined : readBody(split.body, { mayShow: (tlp) => isTlp(tlp) && mayShowTo(audience.level)(tlp), trusted, minutes: kind === 'summits' })
  for (const { rule, line, ...problem } of body?.problems ?? []) report.add(rule, file, { ...problem, line: line + split.bodyLine })
  const whole = body && kind === 'summits' ? withMinutes(yaml, body.minutes, split.bodyLine) : yaml
  const data = parseShape(kinds[kind].schema, whole, file, report)
  if (data === undefined) return undefined
  const assets = (body?.images ?? []).map((path) => posix.join(folder ?? kind, path))
  const locate = split.body === undefined ? whole.locate : withBody(whole.locate, split.body, split.bodyLine)
  for (const missing of assets.filter((path) => !existsSync(join(root, path))))
    report.add('body-image', file, { ...locate(['body', posix.basename(missing)]), message: `expected the picture ${missing} in the content folder, found none`, fix: 'put the file beside the record, or correct its name' })
  return {
    kind,
    id,
    file,
    data,
    ...(body === undefined ? {} : { body: body.text }),
    ...(body === undefined || body.references.length === 0 ? {} : { mentions: body.references.map((found) => ({ ...found, line: found.line + split.bodyLine })) }),
    ...(assets.length === 0 ? {} : { assets }),
    locate,
  } as AnyEntry
}

/**
 * Reads a content folder (absolute path) for an audience: every file decoded, parsed and checked for shape, then cut to what the
 * audience may see. All findings of the run are returned; records with errors are left out of `entries`.
 */
export function readContent(root: string, audience: Audience): Content {
  const report = new Report()
  const files = findFiles(root, report)
  const site = readSite(root, report)
  let restricted = false
  const entries = files.flatMap((found) => {
    const text = readText(root, found.file, report)
    restricted ||= text === undefined || MARK.test(text)
    return text === undefined ? [] : (readRecord(root, found, text, { audience, trusted: site.trustedMdx }, report) ?? [])
  })
  const faulty = new Set(report.findings.filter(({ level }) => level === 'error').map(({ file }) => file))
  const unread = new Set([...files.filter(({ file }) => faulty.has(file)).map(({ id }) => id), ...(faulty.has('site.yaml') ? ['site.yaml'] : [])])
  return { site, entries: disclose(entries, audience), findings: report.findings, unread, restricted }
}
