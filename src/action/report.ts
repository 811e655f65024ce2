import type { Reported } from '#check/reported.ts'
import { reviewComment, whyInWords } from '#review/comment.ts'
import type { Precedents } from '#review/precedents.ts'
import type { Suggestion } from '#review/rank.ts'
import { markdownLink, markdownText } from '#text/markdown.ts'

/** By this the action knows its comment again. */
export const MARK = '<!-- aftermath: precedents -->'

// A name behind "@" would call somebody, a number behind "#" would link an issue of the wrong project.
const quiet = (markdown: string): string =>
  markdown.replace(/(?<!\w)@(?=[\w-])/g, '@\u200b').replace(/(?<![\w/])#(?=\d)/g, '#\u200b')

/** The comment on a pull request, below its mark; empty where nothing is near. */
export const commentText = (precedents: Precedents, near: readonly Suggestion[]): string =>
  quiet(reviewComment(precedents, near))

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n')

const place = ({ file, line }: Reported) => markdownText(line > 0 ? `${file}:${line}` : file)

/** What is wrong with references, for the summary of a job; empty where nothing is. */
export const findingsText = (findings: readonly Reported[]): string =>
  findings.length === 0
    ? ''
    : quiet(
        `### References to incidents\n\n${table(
          ['Where', 'What', 'Remedy'],
          findings
            .slice(0, 200)
            .map((one) => [
              place(one),
              `${one.level === 'error' ? '**Error**' : 'Warning'}: ${markdownText(one.message)}`,
              markdownText(one.fix ?? ''),
            ]),
        )}\n\n`,
      )

/** Incidents near a change, for the summary of a job; empty where there is none. */
export const nearText = (near: readonly Suggestion[]): string =>
  near.length === 0
    ? ''
    : quiet(
        `### Incidents near this change\n\n${table(
          ['Incident', 'Why', 'Questions'],
          near.map(({ title, url, why, prompts }) => [
            /^https?:/.test(url) ? markdownLink(title, url) : markdownText(title),
            markdownText(whyInWords(why).join('; ')),
            String(prompts.length),
          ]),
        )}\n\n`,
      )
