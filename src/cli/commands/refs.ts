import { readFileSync, realpathSync } from 'node:fs'
import { resolve } from 'node:path'
import { refs, type RefsFile } from '#exports/refs.ts'
import { findReferences } from '#review/find-references.ts'
import { judge, judgeMalformed, type RefFinding, RefsIndex } from '#review/judge.ts'
import { refsSchema } from '#exports/refs-schema.ts'
import { count } from '#text/words.ts'
import { audienceKnowledge } from '../audience-knowledge.ts'
import { builtData } from '../built-data.ts'
import { type Arguments, type Command, SETTING_FLAGS } from '../command.ts'
import { replaceFile } from '../edit/replace-file.ts'
import { readInput } from '../read-input.ts'
import { github } from '#check/github.ts'
import { json } from '#check/json.ts'
import { pretty } from '#check/pretty.ts'
import type { Reported } from '#check/reported.ts'
import { type CommandContext, done, UsageError } from '../context.ts'

const { content, now, site, base } = SETTING_FLAGS
const audience = { ...SETTING_FLAGS.audience, means: 'Know only what this TLP 2.0 level may see (default: CLEAR).' }
const MOST = 20_000_000
const STDIN = 'standard input'
const BYTE_ORDER_MARK = Buffer.from([0xef, 0xbb, 0xbf])

const known = async (context: CommandContext, given: Arguments): Promise<RefsFile> =>
  given.flags['data'] === undefined
    ? refs(audienceKnowledge(context, given))
    : builtData(context, given.flags['data'], 'refs.json', refsSchema)

/** What one text holds: how many references, and what is wrong with them. */
function check(
  index: RefsIndex,
  site: string | undefined,
  text: string,
): { references: number; findings: RefFinding[] } {
  const { found, malformed } = findReferences(text, site, (id) => index.find(id) !== undefined)
  return {
    references: found.length + malformed.length,
    findings: [...malformed.map(judgeMalformed), ...found.flatMap((one) => judge(index, one) ?? [])],
  }
}

/** The text with every moved reference under its new id, and how many there were. */
function mend(text: string, findings: readonly RefFinding[]): { text: string; mended: number } {
  const moved = findings.flatMap(({ replace }) => replace ?? []).toSorted((a, b) => a.offset - b.offset)
  const pieces: string[] = []
  let done = 0
  for (const { offset, from, to } of moved) {
    pieces.push(text.slice(done, offset), to)
    done = offset + from.length
  }
  return { text: pieces.join('') + text.slice(done), mended: moved.length }
}

/** Writes a mended text into its file. Throws a UsageError where the bytes are not those of the text that was read. */
function write(path: string, read: string, text: string): void {
  const bytes = readFileSync(path)
  const mark = bytes.indexOf(BYTE_ORDER_MARK) === 0 ? '\uFEFF' : ''
  if (!bytes.equals(Buffer.from(mark + read)))
    throw new UsageError(`expected text in UTF-8 to write new ids into, found other bytes in ${path}; save it as UTF-8`)
  replaceFile(realpathSync(path), mark + text)
}

const reported = (file: string, { rule, level, line, column, message, fix, url }: RefFinding): Reported => ({
  rule,
  level,
  file,
  line,
  column,
  path: '',
  message,
  ...(fix === undefined ? {} : { fix }),
  url,
})

export const refsCommand: Command = {
  name: 'refs',
  summary: 'Check references to records in other texts: Markdown, source, commit messages.',
  positionals: ['[FILES...]'],
  flags: {
    format: {
      value: 'FORMAT',
      oneOf: ['pretty', 'json', 'github'],
      means: 'How findings are printed (default: pretty).',
    },
    fix: { means: 'Write the new id where a reference uses an old one.' },
    data: {
      value: 'PATH',
      means:
        'The data folder of a built site, or its refs.json, or the address of either ' +
        '(https://kb.example/data/), instead of a content folder: for use from another repository.',
    },
    content,
    audience,
    now,
    site,
    base,
  },
  notes: [
    'Found are addresses of the site, "Incident-Ref:" trailers, and ids in code spans. Without ' +
      'FILES, or with -, standard input is read: git log -1 --format=%B | aftermath refs.',
  ],
  async run(context, given) {
    const names = given.positionals.length === 0 ? ['-'] : given.positionals
    const file = await known(context, given)
    const index = new RefsIndex(file)
    const findings: Reported[] = []
    let [references, mended] = [0, 0]
    for (const name of names) {
      const text = await readInput(context, name, MOST)
      if (text.includes('\0')) continue
      const own = check(index, file.site ?? undefined, text)
      const fixed = given.flags['fix'] === undefined || name === '-' ? undefined : mend(text, own.findings)
      if (fixed && fixed.mended > 0) write(resolve(context.cwd, name), text, fixed.text)
      mended += fixed?.mended ?? 0
      references += own.references
      for (const one of own.findings)
        if (!(fixed && one.replace)) findings.push(reported(name === '-' ? STDIN : name, one))
    }
    const exitCode = findings.some(({ level }) => level === 'error') ? 1 : 0
    if (given.flags['format'] === 'json') return done(json(findings), exitCode)
    if (given.flags['format'] === 'github') return done(github(findings, ''), exitCode)
    const summary =
      `Checked ${count(references, 'reference')} in ` +
      `${count(names.length, 'file')}` +
      `${mended > 0 ? `; wrote the new id of ${mended}` : ''}${findings.length === 0 ? ': nothing to mend.' : '.'}`
    return done(`${pretty(findings, { color: context.color, width: context.columns })}${summary}\n`, exitCode)
  },
}
