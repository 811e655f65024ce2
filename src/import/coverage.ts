/** The words and numbers of a text, marks and letter case aside: `18,000` is one number, `09:58` two. */
export function wordsOf(text: string): string[] {
  return (
    text
      .normalize('NFKC')
      .toLowerCase()
      .replace(/&(?:amp|lt|gt|quot|nbsp);/g, ' ')
      .replace(/(?<=\d),(?=\d{3}(?!\d))/g, '')
      .replace(/(?<=\d)[t](?=\d)/g, ' ')
      .match(/[\p{L}\p{N}\p{M}\p{S}]+/gu)
      ?.flatMap((word) =>
        word
          .replace(/[`*_~|<>=+^$]/g, ' ')
          .trim()
          .split(/\s+/),
      )
      .filter((word) => word !== '') ?? []
  )
}

/** How often each word occurs. */
function counted(words: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  return counts
}

/** The words of a text that others do not hold as often. */
export function missing(text: string, held: readonly string[]): string[] {
  const counts = counted(held.flatMap(wordsOf))
  return wordsOf(text).filter((word) => {
    const left = counts.get(word) ?? 0
    counts.set(word, left - 1)
    return left <= 0
  })
}
