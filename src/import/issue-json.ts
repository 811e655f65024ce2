import { stringify } from 'yaml'
import { z } from 'zod'

const NAMED = z.union([z.string(), z.looseObject({ name: z.string() })])

/** An issue as GitHub’s and GitLab’s interfaces and `gh issue list --json` give it. */
const ISSUE = z
  .looseObject({
    title: z.string(),
    body: z.string().nullish(),
    description: z.string().nullish(),
    created_at: z.string().optional(),
    createdAt: z.string().optional(),
    number: z.number().optional(),
    iid: z.number().optional(),
    html_url: z.string().optional(),
    web_url: z.string().optional(),
    url: z.string().optional(),
    labels: z.array(NAMED).optional(),
    pull_request: z.unknown().optional(),
  })
  .refine(
    (issue) =>
      (issue.body ?? issue.description ?? undefined) !== undefined &&
      (issue.created_at ?? issue.createdAt) !== undefined,
  )

/** A document made of an issue: Markdown, and the name that a file of it would have. */
export interface IssueDocument {
  readonly name: string
  readonly markdown: string
}

/** The issues of a list, or the one that the data is, as Markdown documents; undefined for data of another form. */
export function issueDocuments(data: unknown): IssueDocument[] | undefined {
  const read = z
    .array(ISSUE)
    .min(1)
    .safeParse(Array.isArray(data) ? data : [data])
  if (!read.success) return undefined
  return read.data.map((issue) => {
    const day = (issue.created_at ?? issue.createdAt ?? '').slice(0, 10)
    const number = issue.number ?? issue.iid
    const labels = issue.labels?.map((label) => (typeof label === 'string' ? label : label.name)) ?? []
    const severity = labels.find((label) => /^(?:sev(?:erity)?|p(?:riority)?)[\s:/_-]*\d$/i.test(label))
    const address = issue.html_url ?? issue.web_url ?? issue.url
    const front = {
      title: issue.title,
      ...(number === undefined ? {} : { issue: `#${number}` }),
      ...(severity === undefined ? {} : { severity: severity.replace(/::?|\//g, '-') }),
      ...(labels.length === 0 ? {} : { labels }),
      ...(address === undefined ? {} : { url: address }),
    }
    const body = (issue.body ?? issue.description ?? '').replace(/\r\n?/g, '\n')
    return {
      name: `${day}-issue-${number ?? ''}.md`,
      markdown: `---\n${stringify(front, { lineWidth: 0 })}---\n\n${body}\n`,
    }
  })
}
