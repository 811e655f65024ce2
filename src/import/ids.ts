const WORDS = 6
const SMALL_WORDS = new Set([
  'a',
  'an',
  'the',
  'of',
  'and',
  'to',
  'in',
  'on',
  'for',
  'is',
  'was',
  'were',
  'are',
  'with',
  'at',
  'by',
])

/** A text as a few words of an id; empty where it has none in Latin letters. */
export function idWords(text: string, most = WORDS): string {
  const words =
    text
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .match(/[a-z0-9]+(?:-[a-z0-9]+)*/g) ?? []
  const telling = words.filter((word) => !SMALL_WORDS.has(word) && word.length < 30)
  return telling.slice(0, most).join('-')
}

/** Gives ids that no other part has: a second one of the same words ends in -2. */
export class Ids {
  private readonly taken = new Set<string>()

  /** A new id that begins with a letter of a kind (`e`), made of words of a text. */
  give(letter: string, text: string, most = WORDS): string {
    const base = `${letter}-${idWords(text, most) || 'entry'}`
    let id = base
    for (let number = 2; this.taken.has(id); number += 1) id = `${base}-${number}`
    this.taken.add(id)
    return id
  }
}
