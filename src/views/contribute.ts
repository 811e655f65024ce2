import type { Knowledge } from '#knowledge/knowledge.ts'
import { routes, absolute } from '#urls.ts'
import type { AnyEntry } from '#schema/entry.ts'
import type { Link } from './label.ts'

const search = (fields: Readonly<Record<string, string>>): string =>
  Object.entries(fields)
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join('&')

/** What a message about a record begins with: its reference with the revision, and where it stands. */
const about = (knowledge: Knowledge, { kind, id, data }: AnyEntry): string =>
  `Record: ${id}@r${data.revision}\nPage: ${absolute(knowledge, routes.record(kind, id))}\n\n`

/** Where a message goes: a new issue of the repository, else the contact; undefined where the site names neither. */
function sendTo(knowledge: Knowledge, title: string, body: string): string | undefined {
  const { repository, contact } = knowledge.site
  if (repository !== undefined)
    return `${repository.replace(/(?:\.git)?\/?$/, '')}/issues/new?${search({ title, body })}`
  if (contact === undefined || contact.includes('://')) return contact
  return `mailto:${contact}?${search({ subject: title, body: body.replaceAll('\n', '\r\n') })}`
}

/**
 * How a reader can put a record right, as links with whole addresses: edit its file, report an error, send a reply.
 * None where the site names neither a repository nor a contact.
 */
export function contributeLinks(knowledge: Knowledge, entry: AnyEntry): Link[] {
  const { repository } = knowledge.site
  const folder = knowledge.folder.split(/[\\/]/).at(-1) ?? ''
  const start = about(knowledge, entry)
  const edit = repository && `${repository.replace(/(?:\.git)?\/?$/, '')}/edit/HEAD/${folder}/${entry.file}`
  const links = [
    ['Edit this page', edit],
    ['Report an error', sendTo(knowledge, `Error in ${entry.id}`, `${start}What is wrong, and how is it known?\n`)],
    ['Reply', sendTo(knowledge, `Reply to ${entry.id}`, `${start}On behalf of:\n\nAnswer, for publication in full:\n`)],
  ] as const
  return links.flatMap(([text, route]) => (route === undefined ? [] : [{ text, route }]))
}
