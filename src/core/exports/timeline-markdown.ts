import type { TimelineRow } from './timeline-rows.ts'

// Marks that Markdown would read as its own, in words that are to be shown as they are.
const plain = (text: string) => text.replace(/[\\|[\]*_`<]/g, '\\$&')

const link = ({ title, url }: { readonly title: string; readonly url: string }) => `[${plain(title)}](<${url}>)`

/** A timeline as a Markdown table (GFM), times in UTC; each event links to itself and names its sources. A disclosure label stands in the head, which every choice of rows keeps. */
export const timelineMarkdown = (rows: readonly TimelineRow[], disclosure?: string): string =>
  [
    `| When | Kind | Who | What happened${disclosure === undefined ? '' : ` (${disclosure})`} | Sources |`,
    '| --- | --- | --- | --- | --- |',
    ...rows.map((row) => {
      const doubted = row.doubt === '' ? '' : ` (${row.doubt})`
      const cells = [plain(row.when), row.kind, plain(row.who), link(row) + doubted, row.sources.map(link).join('; ')]
      return `| ${cells.join(' | ')} |`
    }),
    '',
  ].join('\n')
