const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' }

const LAST = 0x10ffff

const decoded = (text: string) =>
  text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex?: string, decimal?: string, name?: string) => {
    if (name !== undefined) return (Object.hasOwn(ENTITIES, name) ? ENTITIES[name] : undefined) ?? whole
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)
    return code <= LAST ? String.fromCodePoint(code) : whole
  })

const BLOCK = /<\/?(?:p|li|ul|ol|h\d|blockquote|figure|figcaption|table|tr|td|th|div|section|pre)\b[^>]*>/i

/**
 * The paragraphs of a body that this site itself rendered, as plain text: what its blocks hold, without marks and
 * links. A tag ends with ">": what comes after the last of them is text, and is not searched for tags, each of which
 * would be read to the end.
 */
export function paragraphsOf(html: string): string[] {
  const end = html.lastIndexOf('>') + 1
  const blocks = html.slice(0, end).split(BLOCK)
  const last = blocks.length - 1
  return blocks
    .map((block, index) => {
      // A block that another tag ends has its own last ">" as well.
      const close = block.lastIndexOf('>') + 1
      const rest = block.slice(close) + (index === last ? html.slice(end) : '')
      return decoded(block.slice(0, close).replace(/<[^>]*>/g, '') + rest)
        .replace(/\s+/g, ' ')
        .trim()
    })
    .filter((block) => block !== '')
}
