import type { CardView } from '#views/card.ts'
import type { FaceName, Faces } from './faces.ts'

type Has = (code: number) => boolean

// A word of Latin letters and digits, a word of another script, or a single sign.
const PARTS = /[\p{Script=Latin}\p{M}0-9]+|[[\p{L}\p{M}\p{N}]--[\p{Script=Latin}0-9]]+|./gsv
// What is never seen by itself, and marks that ask for a picture of the sign before them.
const UNSEEN = /[\p{Cf}\p{Me}\p{Variation_Selector}]/gu
// Stands for a sign that is left out, until the space before it is.
const GONE = '\0'
const WORD = /[\p{L}\p{M}\p{N}]/u

/**
 * A text as far as there are letters for it: words with a letter that is not there are an ellipsis, other signs are left out. No letter is
 * put for another. Scripts that run from right to left are in none of the site’s fonts, so what is drawn runs from left to right.
 */
export function drawable(text: string, has: Has): string {
  const parts = text.normalize('NFC').replace(UNSEEN, '').match(PARTS) ?? []
  const kept = parts.map((part) =>
    /\s/.test(part) || [...part].every((character) => has(character.codePointAt(0) ?? 0))
      ? part
      : WORD.test(part)
        ? '…'
        : GONE,
  )
  return kept
    .join('')
    .replace(/\s*\0[\s\0]*(?=[,.:;!?]|$)/g, '')
    .replaceAll(GONE, '')
    .replace(/…(?:[\s…]*…)+/g, '…')
    .replace(/\s+/g, ' ')
    .trim()
}

/** What a picture can say of a card. A text of which no word is left is not drawn; in the place of such a title stands the id. */
export function drawableCard(card: CardView, faces: Faces): CardView {
  const text = (face: FaceName, words: string): string | undefined => {
    const kept = drawable(words, (code) => faces.has(face, code))
    return WORD.test(kept) ? kept : undefined
  }
  const { title, line, quotation, summary, facts, site, ...rest } = card
  const [quoted, summed] = [quotation && text('prose', quotation), summary && text('prose', summary)]
  return {
    ...rest,
    title: text('heading', title) ?? card.id,
    line: line
      .split(' · ')
      .flatMap((part) => text('plain', part) ?? [])
      .join(' · '),
    ...(quoted ? { quotation: quoted } : {}),
    ...(summed ? { summary: summed } : {}),
    facts: facts.flatMap(({ name, value }) => {
      const [what, is] = [text('plain', name), text('strong', value)]
      return what && is ? [{ name: what, value: is }] : []
    }),
    site: text('heading', site) ?? '',
  }
}
