import { z } from 'zod'
import type { Forge } from './forge.ts'

const issueSchema = z.object({
  number: z.int(),
  title: z.string().default(''),
  body: z.string().nullable().default(''),
  html_url: z.string().default(''),
  // Pull requests come in the same list.
  pull_request: z.unknown().optional(),
})

/**
 * Keeps the one open issue whose text begins with `mark`: opened, written anew in its place, or, for an empty text,
 * closed. Others are left alone. Gives its address, or undefined where none is open. Rejects with a ForgeError.
 */
export async function keepIssue(forge: Forge, mark: string, title: string, text: string): Promise<string | undefined> {
  const open = await forge.all('issues?state=open&per_page=100', issueSchema)
  const [own] = open.filter(({ body, pull_request }) => (body ?? '').startsWith(mark) && pull_request === undefined)
  if (text === '') {
    if (own) await forge.ask('PATCH', `issues/${own.number}`, { state: 'closed' })
    return undefined
  }
  const body = `${mark}\n${text}`
  if (own && own.body === body && own.title === title) return own.html_url
  const response = await (own
    ? forge.ask('PATCH', `issues/${own.number}`, { title, body })
    : forge.ask('POST', 'issues', { title, body }))
  return issueSchema.parse(await response.json()).html_url
}
