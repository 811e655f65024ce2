import { resolve } from 'node:path'
import { link } from '#knowledge/knowledge.ts'
import { PrecedentFinder } from '#review/rank.ts'
import { precedents } from '#exports/precedents.ts'
import { readContent } from '#content/read.ts'
import { readSettings } from '#content/settings.ts'
import { siteContextOf } from '#content/site-context.ts'
import { isUnreadable, readChange } from '#review/read-change.ts'
import { longDiff, manyFiles } from './long-changes.ts'
import { type Answer, ask, measure } from './measure.ts'

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

const line = (what: string, answers: readonly Answer[]): string => {
  const { cases, precision, recall, silent, unrelated } = measure(answers)
  return `${what.padEnd(12)} ${String(cases).padStart(3)} cases  precision@3 ${precision.toFixed(2)}  recall@5 ${recall.toFixed(2)}  silent on ${silent} of ${unrelated} unrelated`
}

const shown = ({ one, given }: Answer): string =>
  `  ${one.heldBack ? 'held back' : 'tuning   '}  ${one.name}: ${given.map((id) => (one.expected.includes(id) ? id : `(${id})`)).join(', ') || 'nothing'}; expected ${one.expected.join(', ') || 'nothing'}`
const isWrong = ({ one, given }: Answer) =>
  one.expected.some((id) => !given.includes(id)) || given.slice(0, 3).some((id) => !one.expected.includes(id))

/** How long one long change takes to read and to answer, in words. */
function duration(what: string, own: PrecedentFinder, input: string): string {
  const began = performance.now()
  const change = readChange(input)
  if (!isUnreadable(change)) own.suggest(change)
  return `${what.padEnd(24)} ${(performance.now() - began).toFixed(0)} ms`
}

/**
 * Precision, recall and silence of the precedent finder on the committed cases, and every case that is not answered as expected; and
 * how long it takes for the longest changes that somebody might give it.
 */
export function bench(): string {
  const own = finder()
  const answers = ask(own)
  const lines = [
    line('all', answers),
    line(
      'tuning half',
      answers.filter(({ one }) => !one.heldBack),
    ),
    line(
      'held back',
      answers.filter(({ one }) => one.heldBack),
    ),
  ]
  const long = [
    duration('a diff of 5,000 lines', own, longDiff(5000)),
    duration('a list of 20,000 files', own, manyFiles(20_000)),
  ]
  return `${[...lines, '', ...long, '', 'Not as expected (in brackets: given, not expected)', ...answers.filter(isWrong).map(shown)].join('\n')}\n`
}
