import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { RuleId } from '#schema/rule-table.ts'

/** What a page cannot show as text, done to a content folder: for pages that describe their example in words. */
export const UNWRITABLE: Readonly<Partial<Record<RuleId, (content: string) => void>>> = {
  'content-folder': (content) => rmSync(content, { recursive: true }),
  'file-size': (content) =>
    writeFileSync(join(content, 'topics/open-reports.yaml'), `question: ${'x'.repeat(2_000_000)}\n`),
  'file-encoding': (content) =>
    writeFileSync(
      join(content, 'topics/open-reports.yaml'),
      Buffer.from('question: Soll ein Bericht \xf6ffentlich sein?\n', 'latin1'),
    ),
  'file-empty': (content) => writeFileSync(join(content, 'topics/open-reports.yaml'), '\n'),
  'body-size': (content) => {
    const file = join(content, 'controls/open-reports.mdx')
    const front =
      '---\ntitle: Open reports\nsummary: A report is public.\nhistory: [{ revision: 1, ' +
      'date: "2026-03-01", type: addition, summary: First recorded. }]\n---\n'
    writeFileSync(file, front + '>'.repeat(150) + ' deep\n')
  },
  'site-address': (content) =>
    writeFileSync(
      join(content, 'site.yaml'),
      'title: Small\ndescription: A knowledge base of one incident, small enough to read whole.\n',
    ),
}
