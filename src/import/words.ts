import { findStray } from '#schema/characters.ts'

/** The sentences of a text, each with the space after it. */
export function sentences(text: string): string[] {
  const found: string[] = []
  let from = 0
  for (const { index, 0: sign } of text.matchAll(/[.!?…]["'”’)\]]*\s+(?=["'“‘([]?[\p{Lu}\p{N}])/gu)) {
    // "e.g. Redis", "approx. 20", "St. Louis" go on.
    if (
      /(?:^|[\s(])(?:e\.g|i\.e|approx|ca|vs|etc|no|nr|st|dr|mr|ms|fig|incl|\p{L})\.?$/iu.test(text.slice(from, index))
    )
      continue
    found.push(text.slice(from, index + sign.length))
    from = index + sign.length
  }
  return from < text.length ? [...found, text.slice(from)] : found
}

/** A text without the characters that records may not hold; non-breaking spaces become plain ones. */
export function plainText(text: string): string {
  let clean = text
    .replace(/[\u00a0\u202f]/g, ' ')
    .replace(/[\u2028\u2029]/g, '\n')
    .replace(/\r\n?/g, '\n')
  for (let stray = findStray(clean); stray; stray = findStray(clean)) {
    const [character = ''] = clean.slice(stray.index)
    clean = clean.replaceAll(character, '')
  }
  return clean.trim()
}
