import type { BodyContext } from '#content/prose/body-context.ts'
import type { Knowledge } from '#knowledge/knowledge.ts'
import { absolute, routes } from '#urls.ts'
import type { AnyEntry, Entry } from '#schema/entry.ts'
import { linkToReference, orgName } from '#views/label.ts'
import { grammarOf } from '#text/grammar.ts'
import { formatText } from '#time/format.ts'
import { posix } from 'node:path'
import { sizeOfImage } from '#content/images.ts'
import { renderBody } from './render-body.ts'

function attribution(knowledge: Knowledge, { data }: Entry<'statements'>): string {
  const speaker = data.speaker && [data.speaker.name, data.speaker.role].filter(Boolean).join(', ')
  return [speaker, data.org && orgName(knowledge, data.org), data.venue, formatText(data.said)]
    .filter(Boolean)
    .join(', ')
}

/**
 * What the body of a record needs from the others. Links carry the path prefix; with `address` they are whole, for
 * files that are read elsewhere.
 */
export function contextOf(knowledge: Knowledge, entry: AnyEntry, address?: string): BodyContext {
  const whole = (route: string) => absolute({ address, base: knowledge.base }, route)
  const href = (reference: string) => {
    const link = linkToReference(knowledge, reference, entry.id)
    return link && { label: link.text, href: whole(link.route) }
  }
  return {
    reference: href,
    quotation: (reference) => {
      const found = knowledge.resolve(reference, entry.id)
      const words = found?.part?.data['text']
      if (found?.entry.kind !== 'statements' || !found.part || typeof words !== 'string') return undefined
      const lang = found.part.data['lang']
      return {
        words,
        label: attribution(knowledge, found.entry),
        href: whole(routes.record('statements', found.entry.id, found.part.id)),
        ...(typeof lang === 'string' ? { lang } : {}),
      }
    },
    source: (id) => {
      const source = knowledge.get('sources', id)
      return (
        source && { label: source.data.publisher, title: source.data.title, href: whole(routes.record('sources', id)) }
      )
    },
    // Only pictures that the filtered text shows are published, under their path in the content folder.
    picture: (file) => {
      const path = posix.join(posix.dirname(entry.file), file)
      const image = entry.assets?.includes(path) ? sizeOfImage(knowledge.folder, path) : undefined
      return image && { src: encodeURI(whole(routes.asset(path))), width: image.width, height: image.height }
    },
  }
}

/** HTML of a record’s body; empty for a record without one. */
export function renderEntry(knowledge: Knowledge, entry: AnyEntry): string {
  if (!entry.body) return ''
  return renderBody(entry.body, contextOf(knowledge, entry), grammarOf(entry.file))
}

/** Gives the HTML of records’ bodies by id, rendered when asked for; empty where there is none. */
export const bodiesOf =
  (knowledge: Knowledge) =>
  (id: string): string => {
    const entry = knowledge.find(id)
    return entry ? renderEntry(knowledge, entry) : ''
  }
