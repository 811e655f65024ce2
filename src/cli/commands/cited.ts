import { spawnSync } from 'node:child_process'
import { resolve } from 'node:path'
import { stringify } from 'yaml'
import { audienceOf } from '#check/check-content.ts'
import { readContent } from '#content/read.ts'
import { siteContextOf } from '#content/site-context.ts'
import { type Knowledge, link } from '#knowledge/knowledge.ts'
import { trailersIn } from '#review/trailers.ts'
import { findStray, visible } from '#schema/characters.ts'
import { printReference } from '#schema/references.ts'
import { count, shortened } from '#text/words.ts'
import { type Command, SETTING_FLAGS, settingsOf } from '../command.ts'
import { type CommandContext, UsageError } from '../context.ts'
import { writeNew } from '../new/write-new.ts'

const { content, now, site, base } = SETTING_FLAGS
const MOST = 500_000_000
/** A colour or another wish to a terminal. */
const COMMAND = /\u001b\[[\d;]*[A-Za-z]/g

/** What one review cites, as a record holds it. */
interface Cited {
  readonly id: string
  readonly title: string
  readonly at: string
  readonly url?: string
  readonly cites: readonly string[]
}

function git(folder: string, ...args: string[]): string {
  const { status, stdout, stderr, error } = spawnSync('git', args, { cwd: folder, encoding: 'utf8', maxBuffer: MOST })
  if (error || status !== 0)
    throw new UsageError(
      `expected a clone after --git, found that git says: ${(error?.message ?? stderr).trim().split('\n')[0] ?? ''}`,
    )
  return stdout
}

/** The web address of a repository, from where it was cloned (`git@host:owner/name.git`, `https://…`). */
export function webAddress(remote: string): string | undefined {
  const [, host, path] =
    /^(?:ssh:\/\/)?(?:[\w.-]+@)?([\w.-]+)[:/](?!\/)(?:\d+\/)?([\w./~-]+?)(?:\.git)?\/?$/.exec(
      remote.trim().replace(/^https?:\/\/(?:[^@/]*@)?/, ''),
    ) ?? []
  return host?.includes('.') && path?.includes('/') ? `https://${host}/${path}` : undefined
}

const PULL = /(?: \(#(\d{1,9})\)$|^Merge pull request #(\d{1,9}) )/
const slug = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-|-$/g, '')

/** The first line of a message as a title: without what no text of a record may hold, and not too long. */
function titleOf(subject: string): string {
  const shown = [...subject.replace(COMMAND, '')]
    .filter((sign) => !findStray(sign))
    .join('')
    .trim()
  return shortened(shown === '' ? 'A commit without a title' : shown, 180)
}

/** What the commits of a clone cite of records that are known, the oldest first; what is unknown is named. */
function citedIn(knowledge: Knowledge, folder: string): { cited: Cited[]; unknown: string[] } {
  const remote = webAddress(spawnSync('git', ['remote', 'get-url', 'origin'], { cwd: folder, encoding: 'utf8' }).stdout)
  const name = slug(remote?.split('/').slice(-2).join('-') ?? resolve(folder).split(/[\\/]/).at(-1) ?? 'clone')
  const unknown: string[] = []
  const bySubject = new Map<string, Cited>()
  const log = git(folder, 'log', '-z', '--reverse', '--date=short', '--format=%H%n%cd%n%s%n%B', '--')
  for (const one of log.split('\0').filter((text) => text !== '')) {
    const [commit = '', at = '', subject = '', ...body] = one.split('\n')
    const { found } = trailersIn(body.join('\n'), knowledge.address)
    const known = found.flatMap(({ written, reference }) => {
      const entry = knowledge.find(reference.id)
      const isThere = entry && (reference.part === undefined || knowledge.part(entry, reference.part))
      if (!isThere) unknown.push(`${commit.slice(0, 12)}: ${written}`)
      return isThere ? [printReference({ ...reference, id: entry.id })] : []
    })
    if (known.length === 0) continue
    const pull = PULL.exec(subject)?.slice(1).find(Boolean)
    const key = pull ? `pull-${pull}` : commit.slice(0, 12)
    const before = bySubject.get(key)
    bySubject.set(key, {
      id: `${name}-${key}`,
      title: before?.title ?? titleOf(subject),
      at: before?.at ?? at,
      ...(remote === undefined ? {} : { url: pull ? `${remote}/pull/${pull}` : `${remote}/commit/${commit}` }),
      cites: [...new Set([...(before?.cites ?? []), ...known])],
    })
  }
  return { cited: [...bySubject.values()], unknown }
}

const asRecord = ({ title, at, url, cites }: Cited, today: string): string =>
  stringify(
    {
      title,
      at,
      ...(url === undefined ? {} : { url }),
      kind: 'codeReview',
      cites: [...cites],
      history: [{ revision: 1, date: today, type: 'addition', summary: 'Found among the trailers of commits.' }],
    },
    { lineWidth: 0, defaultStringType: 'PLAIN', defaultKeyType: 'PLAIN' },
  ).replace(/^( *)(at|date|- date): (\d{4}-\d{2}-\d{2})$/gm, '$1$2: "$3"')

function known(
  context: CommandContext,
  given: Parameters<Command['run']>[1],
): { knowledge: Knowledge; folder: string } {
  const settings = settingsOf(context, given)
  const { site: own, entries, findings } = readContent(settings.content, audienceOf(settings, false), settings.schemas)
  const missing = findings.find(({ rule }) => rule === 'content-folder')
  if (missing) throw new UsageError(missing.message)
  return { knowledge: link(entries, siteContextOf(settings, own)), folder: settings.content }
}

export const citedCommand: Command = {
  name: 'cited',
  summary: 'Write a citation record for each commit or pull request of a clone that cites a record by a trailer.',
  positionals: [],
  flags: {
    git: { value: 'DIR', means: 'The clone whose commits are read.' },
    'dry-run': { means: 'Print what would be written, and write nothing.' },
    content,
    now,
    site,
    base,
  },
  notes: [
    'Read are "Incident-Ref:" trailers of the commits that HEAD has. A review that a citation ' +
      'record already tells of, by its address or its id, is never written again. Prints the path ' +
      'of each new record; trailers that lead nowhere are named on standard error.',
  ],
  async run(context, given) {
    const where = given.flags['git']
    if (where === undefined) throw new UsageError('expected --git and the folder of a clone')
    const { knowledge, folder } = known(context, given)
    const { cited, unknown } = citedIn(knowledge, resolve(context.cwd, where))
    const before = new Set(knowledge.every('citations').flatMap(({ id, data }) => [id, data.url ?? id]))
    const fresh = cited.filter(({ id, url }) => !before.has(id) && !before.has(url ?? id))
    const isDry = given.flags['dry-run'] !== undefined
    const lines = fresh.map((one) => {
      const file = `citations/${one.id}.yaml`
      const text = asRecord(one, knowledge.today)
      return isDry ? `# ${file}\n${text}` : `${writeNew(folder, 'citations', one.id, file, text)}\n`
    })
    const said = [
      ...unknown.map((one) => `No record has what ${visible(one)} cites.\n`),
      `Found ${count(cited.length, 'review')} that cite records here, ${fresh.length} of them new.\n`,
    ]
    return { exitCode: 0, stdout: lines.join(''), stderr: said.join('') }
  },
}
