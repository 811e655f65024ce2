// Letters that Unicode does not take apart, in the spelling of people whose keyboard lacks them.
const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ħ: 'h',
  ı: 'i',
}

// Accents, Arabic vowel signs, and characters that are not seen (soft hyphen, zero-width space and joiners).
const DROPPED = /[\u0300-\u036f\u064b-\u0652\u00ad\u200b-\u200d\u2060\ufeff]/g

/**
 * A word as it is compared: lower case, full-width and compatible forms unified, without accents, `Straße` as
 * `strasse`, `Łódź` as `lodz`.
 */
export function fold(text: string): string {
  const lower = text.toLowerCase()
  // Most words are plain, and a page has thousands.
  if (/^[a-z0-9]*$/.test(lower)) return lower
  return lower
    .normalize('NFKD')
    .replace(DROPPED, '')
    .replace(/[ßæœøłđðþħı]/g, (letter) => LETTERS[letter] ?? letter)
    .normalize('NFC')
}
