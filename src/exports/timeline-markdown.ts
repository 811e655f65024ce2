import { markdownTarget, markdownText } from '#text/markdown.ts'
import type { TimelineRow } from './timeline-rows.ts'

// Whoever picks events out of the table finds them by the end of their address, `#e-id>)`, which no escaped text can
// hold.
const link = ({ title, url }: { readonly title: string; readonly url: string }) =>
  `[${markdownText(title)}](<${markdownTarget(url)}>)`

/**
 * A timeline as a Markdown table (GFM), times in UTC; each event links to itself and names its sources. A disclosure
 * label stands in the head, which every choice of rows keeps.
 */
export const timelineMarkdown = (rows: readonly TimelineRow[], disclosure?: string): string =>
  [
    `| When | Kind | Who | What happened${disclosure === undefined ? '' : ` (${disclosure})`} | Sources |`,
    '| --- | --- | --- | --- | --- |',
    ...rows.map((row) => {
      const doubted = row.doubt === '' ? '' : ` (${row.doubt})`
      const cells = [
        markdownText(row.when),
        row.kind,
        markdownText(row.who),
        link(row) + doubted,
        row.sources.map(link).join('; '),
      ]
      return `| ${cells.join(' | ')} |`
    }),
    '',
  ].join('\n')
