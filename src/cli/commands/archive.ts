import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Forge, ForgeError } from '#action/forge.ts'
import { keepIssue } from '#action/issue.ts'
import { checkContent } from '#check/check-content.ts'
import { pretty } from '#check/pretty.ts'
import type { Knowledge } from '#knowledge/knowledge.ts'
import { count } from '#text/words.ts'
import { captureByRule } from '../archive/captures.ts'
import { askArchive, byHost, checkLink, type NetworkOptions } from '../archive/network.ts'
import { type Examined, findingsOf, issueText, plainReport } from '../archive/report.ts'
import { audienceKnowledge } from '../audience-knowledge.ts'
import { type Arguments, type Command, SETTING_FLAGS, settingsOf } from '../command.ts'
import { type CommandContext, done, type Result, UsageError } from '../context.ts'
import { replaceFile } from '../edit/replace-file.ts'
import { RecordText } from '../edit/record-text.ts'

const { content, now } = SETTING_FLAGS
const API = 'https://archive.org/wayback/available'
const PATIENCE_SECONDS = 20
const WAITS = [2000, 10_000]
const HOSTS_AT_ONCE = 8
const MARK = '<!-- aftermath: sources -->'
const TITLE = 'Sources: dead addresses and missing copies'

function networkOf({ flags }: Arguments): NetworkOptions {
  const api = flags['api'] ?? API
  if (!/^https?:\/\//i.test(api) || !URL.canParse(api))
    throw new UsageError(`expected an address after --api, such as ${API}, found "${api}"`)
  const seconds = Number(flags['patience'] ?? PATIENCE_SECONDS)
  if (!(seconds > 0 && seconds <= 300))
    throw new UsageError(`expected seconds from 1 to 300 after --patience, found "${flags['patience']}"`)
  return { api, patience: seconds * 1000, waits: flags['once'] === undefined ? WAITS : [] }
}

/** The forge that an issue is kept in, from what a runner gives its steps. */
function forgeOf({ env }: CommandContext): Forge {
  const [token, repository] = [env['GITHUB_TOKEN'] ?? '', env['GITHUB_REPOSITORY'] ?? '']
  if (token === '' || !/^[\w.-]+\/[\w.-]+$/.test(repository))
    throw new UsageError(
      'expected GITHUB_TOKEN and GITHUB_REPOSITORY (owner/name) with --report, as a workflow has them',
    )
  const api = (env['GITHUB_API_URL'] ?? 'https://api.github.com').replace(/\/$/, '')
  return new Forge({ api, repository, token, waits: WAITS })
}

/**
 * Sources with an address, as they stand before anybody is asked; a copy that the address names by itself is there
 * already.
 */
const known = (knowledge: Knowledge) =>
  knowledge.all('sources').flatMap(({ id, file, data }) => {
    if (data.url === undefined) return []
    const hasArchive = data.archive !== undefined
    const found = hasArchive ? undefined : captureByRule(data.url)
    const day = /^\d{4}-\d{2}-\d{2}/.exec(data.accessed ?? data.published ?? '')?.[0]
    return [{ id, file, url: data.url, hasArchive, day, ...(found === undefined ? {} : { found }) }]
  })
type Known = ReturnType<typeof known>[number]

async function asked({ day, ...one }: Known, network: NetworkOptions): Promise<Examined> {
  const link = await checkLink(one.url, network)
  if (one.hasArchive || one.found !== undefined) return { ...one, link }
  const answer = await askArchive(one.url, day, network)
  if (answer.is === 'found') return { ...one, link, found: answer.address }
  return answer.is === 'silent' ? { ...one, link, silent: answer.why } : { ...one, link }
}

async function examine(context: CommandContext, sources: readonly Known[], network: NetworkOptions) {
  const examined = new Map<string, Examined>()
  const hostOf = ({ url }: Known) => new URL(url).host
  await byHost(sources, hostOf, HOSTS_AT_ONCE, async (one) => {
    examined.set(one.id, await asked(one, network))
    context.progress(`Asked ${examined.size} of ${count(sources.length, 'address', 'addresses')}: ${one.id}`)
  })
  return sources.flatMap(({ id }) => examined.get(id) ?? [])
}

/**
 * Writes the copies found into their sources; a file that the check then refuses is put back. Gives what was refused,
 * printed.
 */
function write(context: CommandContext, given: Arguments, found: readonly Examined[]): string {
  const settings = settingsOf(context, given)
  const before = new Map(found.map(({ file }) => [file, readFileSync(join(settings.content, file), 'utf8')]))
  for (const { file, found: address } of found) {
    const text = new RecordText(before.get(file) ?? '', !file.endsWith('.yaml'))
    text.set('archive', address)
    replaceFile(join(settings.content, file), text.toString())
  }
  if (found.length === 0) return ''
  const wrong = checkContent(settings, false, context.progress).findings.filter(
    ({ level, file }) => level === 'error' && before.has(file),
  )
  for (const file of new Set(wrong.map((one) => one.file)))
    replaceFile(join(settings.content, file), before.get(file) ?? '')
  return wrong.length === 0
    ? ''
    : pretty(wrong, { color: context.color, width: context.columns, folder: settings.content })
}

async function told(forge: Forge, text: string): Promise<Pick<Result, 'exitCode' | 'stderr'>> {
  try {
    const url = await keepIssue(forge, MARK, TITLE, text)
    return {
      exitCode: 0,
      stderr: url === undefined ? 'Nothing is to be done, and no issue is open.\n' : `Kept ${url}\n`,
    }
  } catch (error) {
    if (!(error instanceof ForgeError)) throw error
    return { exitCode: 1, stderr: `aftermath: the issue could not be kept: ${error.message}\n` }
  }
}

export const archiveCommand: Command = {
  name: 'archive',
  summary: 'Find archived copies of sources and write their addresses; name addresses that are dead.',
  positionals: [],
  flags: {
    'dry-run': { means: 'Write no file; print what would be written.' },
    offline: {
      means: 'Ask nobody: list sources without a copy, and write the copies that an address names by itself.',
    },
    report: {
      means:
        'Keep one issue of the repository with what was found, as the weekly ' +
        'workflow does; needs GITHUB_TOKEN and GITHUB_REPOSITORY.',
    },
    once: { means: 'Ask each address once; by default what fails is asked again twice.' },
    patience: { value: 'SECONDS', means: `How long an answer is waited for (default: ${PATIENCE_SECONDS}).` },
    api: { value: 'ADDRESS', means: `The availability interface of the archive (default: ${API}).` },
    audience: {
      ...SETTING_FLAGS.audience,
      means:
        'Ask about sources that this TLP 2.0 level may see (default: CLEAR). ' +
        'Addresses are sent to the archive and to their hosts.',
    },
    content,
    now,
  },
  notes: [
    'A copy is written only where the archive names one of that very address, ' +
      'or the address is itself one. Nobody is asked to make a copy.',
    'Exit code 0: done, also where sources have no copy. 1: an address is dead, the archive did not ' +
      'answer, a file could not be written, or, with --report, the issue could not be kept.',
  ],
  async run(context, given) {
    const [network, isOffline] = [networkOf(given), given.flags['offline'] !== undefined]
    const forge = given.flags['report'] === undefined ? undefined : forgeOf(context)
    if (forge && isOffline) throw new UsageError('expected --report or --offline, found both')
    const sources = known(audienceKnowledge(context, given))
    const all: readonly Examined[] = isOffline ? sources : await examine(context, sources, network)
    const findings = findingsOf(all)
    if (!isOffline && all.length > 0 && all.every(({ link }) => !link?.hasAnswered))
      return {
        exitCode: 1,
        stdout: '',
        stderr: 'aftermath: no address answered, so nothing is known. Without a network there is --offline.\n',
      }
    const isDry = given.flags['dry-run'] !== undefined
    const refused = isDry ? '' : write(context, given, findings.found)
    const stdout = plainReport(findings)
    const summary =
      `${count(all.length, 'source')} with an address: ` +
      `${count(findings.found.length, 'copy', 'copies')} ${isDry ? 'found' : 'written'}, ` +
      `${findings.missing.length} without one, ${findings.dead.length} dead.\n`
    if (forge) {
      const { exitCode, stderr } = await told(forge, issueText(findings, all.length))
      return { exitCode: refused === '' ? exitCode : 1, stdout: stdout + refused + summary, stderr }
    }
    const isBad = findings.dead.length > 0 || findings.silent.length > 0 || refused !== ''
    return done(stdout + refused + summary, isBad ? 1 : 0)
  },
}
