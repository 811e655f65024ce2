const COUNTED = /^([\d.,]+) (.+)$/

/** A text in the words of a table: the whole of it, or a count with its noun (`12 events` is found by `{n} events`). */
export function phraseIn(text: string, words: Readonly<Record<string, string | undefined>>): string {
  const whole = words[text]
  if (whole !== undefined) return whole
  const [, n, noun] = COUNTED.exec(text) ?? []
  const counted = noun === undefined ? undefined : words[`{n} ${noun}`]
  return counted === undefined ? text : counted.replace('{n}', n ?? '')
}
