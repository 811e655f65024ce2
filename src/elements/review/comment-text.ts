import { type Asked, taskList } from '#review/comment.ts'
import { markdownLink, markdownText } from '#text/markdown.ts'
import type { Shown } from './answer.ts'
import { becauseOf } from './because.ts'
import { t } from '../words.ts'

/** A precedent with the questions of it that are ticked. */
export interface Ticked {
  readonly precedent: Shown
  readonly asks: readonly Asked[]
}

const link = ({ title, url }: Shown): string => markdownLink(title, url)

/**
 * A review comment in Markdown. Short: what is ticked, a line each, with the precedent it comes from; where nothing is
 * ticked, a line that names the precedents. Long: each precedent with its lesson, why it matched and its ticked
 * questions, and the trailers for a commit.
 */
export function commentText(all: readonly Ticked[], form: 'short' | 'long'): string {
  const ticked = all.filter(({ asks }) => asks.length > 0)
  if (form === 'short')
    return ticked.length === 0
      ? `${t('See {incidents}.', { incidents: all.map(({ precedent }) => link(precedent)).join(', ') })}\n`
      : ticked
          .flatMap(({ precedent, asks }) => asks.map(({ ask }) => `- [ ] ${markdownText(ask)} (${link(precedent)})\n`))
          .join('')
  const blocks = (ticked.length > 0 ? ticked : all).map(({ precedent, asks }) =>
    [
      `**${link(precedent)}**${precedent.lesson === undefined ? '' : `: ${markdownText(precedent.lesson)}`}`,
      `${t('Because')}: ${markdownText(becauseOf(precedent.why))}.`,
      taskList(asks),
    ]
      .filter((text) => text !== '')
      .join('\n\n'),
  )
  const trailers = (ticked.length > 0 ? ticked : all).map(({ precedent }) => `Incident-Ref: ${precedent.reference}`)
  return `### ${t('Precedents')}\n\n${blocks.join('\n\n')}\n\n\`\`\`\n${trailers.join('\n')}\n\`\`\`\n`
}
