import { resolve } from 'node:path'
import { link } from '#knowledge/knowledge.ts'
import { PrecedentFinder } from '#review/rank.ts'
import { precedents } from '#exports/precedents.ts'
import { readContent } from '#content/read.ts'
import { readSettings } from '#content/settings.ts'
import { siteContextOf } from '#content/site-context.ts'
import { isUnreadable, readChange } from '#review/read-change.ts'
import { longDiff, manyFiles } from './long-changes.ts'
import { SETS } from './cases.ts'
import { type Answer, ask, isRight, measure } from './measure.ts'

/** The finder over this repository's content, as a public build has it. */
export function finder(): PrecedentFinder {
  const settings = readSettings(
    { content: resolve(import.meta.dirname, '../../../content') },
    {},
    '/',
    Date.UTC(2026, 10, 1),
  )
  const { entries, site } = readContent(settings.content, { level: 'CLEAR', now: settings.now, drafts: false })
  return new PrecedentFinder(precedents(link(entries, siteContextOf(settings, site))))
}

const percent = (share: number) => `${Math.round(100 * share)} %`

const line = (what: string, answers: readonly Answer[]): string => {
  const { related, right, harmless, silent } = measure(answers)
  return (
    `${what.padEnd(12)} right in the first three: ${percent(right).padStart(5)} of ` +
    `${related}   harmless and silent: ${percent(silent).padStart(5)} of ${harmless}`
  )
}

const shown = ({ one, given }: Answer): string =>
  `  ${one.set.padEnd(9)}  ${one.name}: ` +
  `${given.join(', ') || 'nothing'}; expected ${one.expected.join(', ') || 'nothing'}`

/** How long one long change takes to read and to answer, in words. */
function duration(what: string, own: PrecedentFinder, input: string): string {
  const began = performance.now()
  const change = readChange(input)
  if (!isUnreadable(change)) own.suggest(change)
  return `${what.padEnd(24)} ${(performance.now() - began).toFixed(0)} ms`
}

/**
 * How often the precedent finder gives a right incident among its first three, and nothing for a harmless change, in
 * each set of committed cases; and how long it takes for the longest changes that somebody might give it. Answers that
 * are not as they should be are listed, but for those held back, unless `isOpen`: whoever changes the ranking does not
 * look at them.
 */
export function bench(isOpen = false): string {
  const own = finder()
  const answers = ask(own)
  const lines = SETS.map((set) =>
    line(
      set,
      answers.filter(({ one }) => one.set === set),
    ),
  )
  const long = [
    duration('a diff of 5,000 lines', own, longDiff(5000)),
    duration('a list of 20,000 files', own, manyFiles(20_000)),
  ]
  const listed = answers.filter((answer) => !isRight(answer) && (isOpen || answer.one.set !== 'held-back'))
  return `${[...lines, '', ...long, '', 'Not as they should be', ...listed.map(shown)].join('\n')}\n`
}
