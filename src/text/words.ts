/** Words of a camelCase name, lower case: `publicWord` gives `public word`. */
export const words = (name: string): string => name.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase()

/** A text on one line. */
export const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()

/** The beginning of a text, of at most so many UTF-16 units, and of no half of a character. */
export const beginning = (text: string, most: number): string => text.slice(0, most).replace(/[\ud800-\udbff]$/, '')

/** A text on one line of at most so many UTF-16 units: a longer one is cut between words and ends in an ellipsis. */
export function shortened(text: string, most: number): string {
  const line = oneLine(text)
  if (line.length <= most) return line
  const start = beginning(line, most - 2)
  const space = start.lastIndexOf(' ')
  return `${space === -1 ? start : start.slice(0, space)} …`
}

/** `1 event`, `2 events`, `3 inquiries`: a count with its noun. */
export function count(
  n: number,
  noun: string,
  plural = noun.endsWith('y') ? `${noun.slice(0, -1)}ies` : `${noun}s`,
): string {
  return `${n.toLocaleString('en-GB')} ${n === 1 ? noun : plural}`
}
