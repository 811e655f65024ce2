/** A text in lines, and the size at which it was set. */
export interface Set {
  readonly lines: readonly string[]
  readonly size: number
}

/** Breaks a text between words so that no line is wider than `width`, by the measure given; a longer word stands alone. */
export function breakLines(text: string, width: number, measure: (text: string) => number): string[] {
  const lines: string[] = []
  const space = measure(' ')
  let wide = 0
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const [last, own] = [lines.at(-1), measure(word)]
    // Words are measured one by one: there are fewer of them than of lines begun.
    if (last !== undefined && wide + space + own <= width) {
      lines[lines.length - 1] = `${last} ${word}`
      wide += space + own
    } else {
      lines.push(word)
      wide = own
    }
  }
  return lines
}

/** The first lines, with an ellipsis where there are more, and each cut to the width. */
function cutTo(lines: readonly string[], most: number, width: number, measure: (text: string) => number): string[] {
  const kept = lines.slice(0, most)
  return kept.map((line, index) => {
    const whole = index < most - 1 || lines.length <= most ? line : `${line}…`
    if (measure(whole) <= width) return whole
    let rest = line
    while (rest !== '' && measure(`${rest}…`) > width) rest = rest.slice(0, -1).trimEnd()
    return `${rest}…`
  })
}

/** The first of the sizes at which a text stands in as many lines as that size allows; the last one cuts it off. */
export function fit(
  text: string,
  width: number,
  sizes: readonly { readonly size: number; readonly most: number }[],
  measure: (text: string, size: number) => number,
): Set {
  for (const { size, most } of sizes) {
    const at = (part: string) => measure(part, size)
    const lines = breakLines(text, width, at)
    if (lines.length <= most && lines.every((line) => at(line) <= width)) return { lines, size }
  }
  const { size, most } = sizes.at(-1) ?? { size: 0, most: 0 }
  const at = (part: string) => measure(part, size)
  return { lines: cutTo(breakLines(text, width, at), most, width, at), size }
}
