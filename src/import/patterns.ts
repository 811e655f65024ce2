/** A regular expression of alternatives, which may fill several lines. */
export const either = (flags: string, ...alternatives: readonly string[]): RegExp =>
  new RegExp(alternatives.join('|'), flags)

/** A text without signs at its ends: white space, and those named. */
export function stripped(text: string, signs: string, ends: 'both' | 'end' = 'both'): string {
  const goes = (character: string | undefined) =>
    character !== undefined && (signs.includes(character) || character.trim() === '')
  let [from, to] = [0, text.length]
  while (to > 0 && goes(text[to - 1])) to -= 1
  if (ends === 'both') while (from < to && goes(text[from])) from += 1
  return text.slice(from, to)
}
