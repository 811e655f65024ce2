import { appendFileSync } from 'node:fs'
import type { Reported } from '#check/reported.ts'
import { github, workflowCommand } from '#check/github.ts'
import { findReferences } from '#review/find-references.ts'
import { judge, judgeMalformed, RefsIndex } from '#review/judge.ts'
import { PrecedentFinder, type Suggestion } from '#review/rank.ts'
import { isUnreadable, readChange } from '#review/read-change.ts'
import { Forge, ForgeError } from './forge.ts'
import { Git, GitError } from './git.ts'
import { type Event, InputError, type Inputs, readEvent, readInputs, withoutSlash } from './inputs.ts'
import { commentText, findingsText, MARK, nearText } from './report.ts'
import { Fault, siteData, type SiteData } from './site-data.ts'

/** What the action may know and do: everything is given, so that it runs the same in tests. */
export interface World {
  readonly env: Readonly<Record<string, string | undefined>>
  readonly cwd: string
  readonly print: (text: string) => void
  /** Milliseconds after which a request that the forge failed is made again. */
  readonly waits: readonly number[]
}

const LARGEST_FILE = 20_000_000
const MOST_FILES = 3000

const command = (kind: 'notice' | 'warning' | 'error', message: string): string =>
  workflowCommand(kind, 'Aftermath', message)

function put(world: World, variable: string, text: string): void {
  const file = world.env[variable]
  if (file !== undefined && file !== '' && text !== '') appendFileSync(file, text)
}

/** What is wrong with the references of one text. */
function check(index: RefsIndex, site: string | undefined, text: string, file: string): Reported[] {
  const { found, malformed } = findReferences(text, site, (id) => index.find(id) !== undefined)
  return [...malformed.map(judgeMalformed), ...found.flatMap((one) => judge(index, one) ?? [])].map(
    ({ rule, level, line, column, message, fix, url }) => ({
      ...{ rule, level, file, line, column, path: '', message, url },
      ...(fix === undefined ? {} : { fix }),
    }),
  )
}

const SHA = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/

interface Ends {
  readonly base: string
  readonly head: string
}

async function endsOf(git: Git, event: Event, end: string): Promise<Ends> {
  const head = await git.commit(end)
  if (event.base === undefined) return { base: await git.firstBase(head, event.defaultBranch), head }
  let base: string
  try {
    base = await git.commit(event.base)
  } catch (error) {
    if (!(error instanceof GitError && event.isPush && SHA.test(event.base))) throw error
    return { base: await git.forcedBase(head, event.defaultBranch), head }
  }
  // Without a common commit the two are compared as they are.
  return { base: (await git.parting(base, head)) ?? base, head }
}

async function findingsOf(world: World, git: Git, { base, head }: Ends, event: Event, { refs }: SiteData) {
  const index = new RefsIndex(refs)
  const site = refs.site ?? undefined
  const files = await git.changed(base, head)
  if (files.length > MOST_FILES)
    world.print(command('notice', `Of ${files.length} changed files the first ${MOST_FILES} were checked.`))
  const inFiles: Reported[] = []
  for (const { path, blob } of files.slice(0, MOST_FILES)) {
    const read = await git.text(blob, LARGEST_FILE)
    if ('text' in read) inFiles.push(...check(index, site, read.text, path))
    else if (read.skipped !== 'binary')
      world.print(command('notice', `${path} was not checked: it has ${read.skipped}, more than 20 MB.`))
  }
  const messages = await git.messages(base, head)
  const elsewhere = [
    ...messages.flatMap(({ commit, text }) => check(index, site, text, `message of ${commit}`)),
    ...(event.pull ? check(index, site, event.pull.text, 'description of the pull request') : []),
  ]
  return { inFiles, elsewhere }
}

async function nearOf(git: Git, { base, head }: Ends, { precedents }: SiteData, inputs: Inputs): Promise<Suggestion[]> {
  const change = readChange(await git.diff(base, head))
  if (isUnreadable(change)) return []
  return new PrecedentFinder(precedents)
    .suggest(change)
    .filter(({ score }) => score >= inputs.leastScore)
    .slice(0, inputs.most)
}

/**
 * Keeps the comment and the label of a pull request; gives the address of the comment, and whether it could be kept.
 */
async function tell(world: World, inputs: Inputs, event: Event, data: SiteData, near: readonly Suggestion[]) {
  const { pull } = event
  const { forgeToken, label, skipLabel } = inputs
  if (!pull || !inputs.isCommented || forgeToken === undefined) return { isKept: false, url: undefined }
  const forge = new Forge({
    api: withoutSlash(world.env['GITHUB_API_URL'] ?? 'https://api.github.com'),
    repository: world.env['GITHUB_REPOSITORY'] ?? '',
    token: forgeToken,
    waits: world.waits,
  })
  const isSkipped = skipLabel !== undefined && pull.labels.includes(skipLabel)
  try {
    const url = await forge.keep(pull.number, MARK, isSkipped ? '' : commentText(data.precedents, near))
    const isOn = !isSkipped && near.length > 0
    if (label !== undefined && pull.labels.includes(label) !== isOn) await forge.mark(pull.number, label, isOn)
    return { isKept: true, url }
  } catch (error) {
    if (!(error instanceof ForgeError)) throw error
    const isForbidden = error.status === 403 || error.status === 404 || error.status === 401
    if (near.length > 0 || !isForbidden)
      world.print(
        command(
          'notice',
          isForbidden
            ? `The token may not write comments here (${error.message}); ` +
                'what was found stands in the summary of the job.'
            : `The comment could not be kept: ${error.message}.`,
        ),
      )
    return { isKept: false, url: undefined }
  }
}

async function review(world: World, inputs: Inputs): Promise<0 | 1> {
  const event = readEvent(world.env, inputs)
  // A branch was deleted: there is nothing to look at.
  if (event.head === undefined) return 0
  const data = await siteData(inputs, world.cwd)
  const git = new Git(world.cwd, world.env, inputs.forgeToken)
  const ends = await endsOf(git, event, event.head)
  const { inFiles, elsewhere } = await findingsOf(world, git, ends, event, data)
  const near = await nearOf(git, ends, data, inputs)
  const findings = [...inFiles, ...elsewhere]
  world.print(github(inFiles, ''))
  for (const one of elsewhere)
    world.print(command(one.level === 'error' ? 'error' : 'warning', `${one.file}, line ${one.line}: ${one.message}`))
  const told = await tell(world, inputs, event, data, near)
  put(world, 'GITHUB_STEP_SUMMARY', findingsText(findings) + (told.isKept ? '' : nearText(near)))
  put(
    world,
    'GITHUB_OUTPUT',
    `findings=${findings.length}\nprecedents=${near.length}\ncomment=` +
      `${/^https?:\S+$/.test(told.url ?? '') ? told.url : ''}\n`,
  )
  const isBad = findings.some(({ level }) => inputs.failOn === 'warning' || level === 'error')
  return isBad && inputs.failOn !== 'never' ? 1 : 0
}

/**
 * Runs the action once: checks references of a change, finds incidents near it, and says both. Gives the exit code: 1
 * for findings as `fail-on` says and for a workflow that calls it wrongly; a fault of the site, the forge or ours is a
 * warning, unless `fail-on-fault`.
 */
export async function runAction(world: World): Promise<0 | 1> {
  let inputs: Inputs | undefined
  try {
    inputs = readInputs(world.env)
    return await review(world, inputs)
  } catch (error) {
    if (error instanceof InputError) {
      world.print(command('error', error.message))
      return 1
    }
    const isKnown = error instanceof Fault || error instanceof GitError || error instanceof ForgeError
    const message = error instanceof Error ? error.message : String(error)
    const isFailing = inputs?.isFailingOnFault ?? false
    world.print(
      command(
        isFailing ? 'error' : 'warning',
        `Nothing was checked: ${isKnown ? message : `a fault of the action (${message})`}.`,
      ),
    )
    return isFailing ? 1 : 0
  }
}
