const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' }

const decoded = (text: string) =>
  text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex?: string, decimal?: string, name?: string) => {
    if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16))
    return decimal !== undefined ? String.fromCodePoint(Number(decimal)) : (ENTITIES[name ?? ''] ?? whole)
  })

/** The paragraphs of a body that this site itself rendered, as plain text: what its blocks hold, without marks and links. */
export const paragraphsOf = (html: string): string[] =>
  html
    .split(/<\/?(?:p|li|ul|ol|h\d|blockquote|figure|figcaption|table|tr|td|th|div|section|pre)\b[^>]*>/i)
    .map((block) =>
      decoded(block.replace(/<[^>]*>/g, ''))
        .replace(/\s+/g, ' ')
        .trim(),
    )
    .filter((block) => block !== '')
