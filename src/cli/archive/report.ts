import { count } from '#text/words.ts'
import type { LinkState } from './network.ts'

/** A source, its address, and what was found of both. */
export interface Examined {
  readonly id: string
  readonly file: string
  readonly url: string
  /** The copy that was found; undefined where there is none, or the source has one already. */
  readonly found?: string
  readonly hasArchive: boolean
  /** Why the archive could not be asked. */
  readonly silent?: string
  readonly link?: LinkState
}

/** What a run found, sorted for people. */
export interface Findings {
  readonly found: readonly Examined[]
  readonly missing: readonly Examined[]
  readonly silent: readonly Examined[]
  readonly dead: readonly Examined[]
  readonly failing: readonly Examined[]
  readonly moved: readonly Examined[]
}

/** Sorts what was examined by what is to be done. */
export function findingsOf(all: readonly Examined[]): Findings {
  const without = all.filter((one) => !one.hasArchive && one.found === undefined)
  const linked = (is: LinkState['is']) => all.filter(({ link }) => link?.is === is)
  return {
    found: all.filter((one) => one.found !== undefined),
    missing: without.filter(({ silent }) => silent === undefined),
    silent: without.filter(({ silent }) => silent !== undefined),
    ...{ dead: linked('dead'), failing: linked('failing'), moved: linked('moved') },
  }
}

interface Section {
  readonly title: string
  readonly items: readonly Examined[]
  readonly note: (one: Examined) => string
}

const none = () => ''
const why = ({ link }: Examined) => link?.why ?? ''

const sections = (findings: Findings): readonly Section[] =>
  [
    { title: 'Dead addresses', items: findings.dead, note: why },
    { title: 'Addresses that fail and may come back', items: findings.failing, note: why },
    { title: 'Addresses that moved for good', items: findings.moved, note: why },
    { title: 'Copies found in an archive', items: findings.found, note: ({ found }: Examined) => found ?? '' },
    { title: 'Sources without a copy in an archive', items: findings.missing, note: none },
    {
      title: 'Sources of which the archive could not be asked',
      items: findings.silent,
      note: ({ silent }: Examined) => silent ?? '',
    },
  ].filter(({ items }) => items.length > 0)

/** What was found, for a terminal. */
export const plainReport = (findings: Findings): string =>
  sections(findings)
    .map(({ title, items, note }) =>
      [
        `${title} (${items.length}):`,
        ...items.map((one) => `  ${one.file}  ${one.url}${note(one) === '' ? '' : `  ${note(one)}`}`),
        '',
      ].join('\n'),
    )
    .join('\n')

const MOST_LISTED = 150
/** Text of others as code, in which nothing is markup and nobody is mentioned. */
const code = (text: string) => `\`${text.replaceAll('`', '%60').replace(/[\r\n]+/g, ' ')}\``

/** The text of the one issue; empty where nothing is to be done. */
export function issueText(findings: Findings, total: number): string {
  const { dead, failing, found, missing, moved } = findings
  const toDo = [dead, failing, found, missing, moved].some((items) => items.length > 0)
  if (!toDo) return ''
  return [
    `${count(total, 'source')} with an address checked. ` +
      'To write the copies found, run `npx aftermath archive`; to say that a ' +
      'link is broken, set `flags: [brokenLink]` in its source.',
    ...sections(findings).map(({ title, items, note }) =>
      [
        `### ${title} (${items.length})`,
        '',
        ...items
          .slice(0, MOST_LISTED)
          .map((one) => `- ${code(one.id)} ${code(one.url)}${note(one) === '' ? '' : `: ${code(note(one))}`}`),
        ...(items.length > MOST_LISTED ? [`- and ${items.length - MOST_LISTED} more`] : []),
      ].join('\n'),
    ),
  ].join('\n\n')
}
