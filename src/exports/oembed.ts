import type { Knowledge } from '#knowledge/knowledge.ts'
import { absolute, routes } from '#urls.ts'
import { html } from '#text/html.ts'
import { type CardEntry, cardView } from '#views/card.ts'
import { PICTURE } from './picture-size.ts'

/** Width and height in pixels at which a card stands without scrolling. */
export const FRAME = { width: 600, height: 360 } as const

/**
 * The oEmbed answer for a record with a card (oembed.com, version 1.0, type rich): its markup frames the card. Addresses are
 * paths where the site does not know its own. `pictures` says whether this build draws them.
 */
export function oembed(knowledge: Knowledge, entry: CardEntry, pictures: boolean) {
  const { site } = knowledge
  const { kind, id, title } = cardView(knowledge, entry)
  const frame = html`<iframe src="${absolute(knowledge, routes.embed(kind, id))}" width="${FRAME.width}" height="${FRAME.height}" title="${title}" loading="lazy"></iframe>`
  return {
    version: '1.0',
    type: 'rich',
    title,
    provider_name: site.title,
    provider_url: absolute(knowledge, routes.home()),
    ...FRAME,
    html: frame.text,
    ...(pictures
      ? {
          thumbnail_url: absolute(knowledge, routes.picture(kind, id)),
          thumbnail_width: PICTURE.width,
          thumbnail_height: PICTURE.height,
        }
      : {}),
  }
}
