import type { Knowledge } from '#knowledge/knowledge.ts'
import { absolute, routes } from '#urls.ts'
import type { Entry } from '#schema/entry.ts'
import { compareTexts } from '#time/moment.ts'
import { linkToReference, orgName } from './label.ts'

/** What an organization needs to know to answer, as the text of a message. */
function template(knowledge: Knowledge, entry: Entry<'organizations'>): string {
  const address = absolute(knowledge, routes.record('organizations', entry.id, 'reply'))
  return [
    `Reply of ${entry.data.name} to ${knowledge.site.title}`,
    `Page: ${address} (revision ${entry.data.revision}, as of ${knowledge.today})`,
    '',
    'Record or passage (its address, with the part after # where there is one):',
    '',
    'What is wrong or missing there, with sources:',
    '',
    'Our answer, for publication in full:',
    '',
    'Name and role of the sender:',
  ].join('\n')
}

/** Where a message goes: an e-mail with subject and text filled in, or the address of a form. */
function sendTo(contact: string, subject: string, body: string): string {
  return contact.includes('://')
    ? contact
    : `mailto:${contact}?subject=${encodeURIComponent(subject)}&body=` +
        `${encodeURIComponent(body.replaceAll('\n', '\r\n'))}`
}

/** The place of an organization’s own answer: what it sent, and how to send one. */
export function replyView(knowledge: Knowledge, entry: Entry<'organizations'>) {
  const { contact } = knowledge.site
  const text = template(knowledge, entry)
  return {
    name: orgName(knowledge, entry.id),
    replies: [...entry.data.replies]
      .sort((a, b) => compareTexts(b.at, a.at))
      .map(({ at, about, text: words, from }) => ({
        at,
        from,
        paragraphs: words.split(/\n{2,}/),
        about: about === undefined ? undefined : linkToReference(knowledge, about),
      })),
    template: text,
    contact,
    send: contact === undefined ? undefined : sendTo(contact, `Reply of ${entry.data.name}`, text),
  }
}

export type ReplyView = ReturnType<typeof replyView>
