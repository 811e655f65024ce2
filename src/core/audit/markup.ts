// Inline elements do not part words: “<b>sec</b>ret” reads as one.
const INLINE = new Set([
  'a',
  'abbr',
  'b',
  'bdi',
  'cite',
  'code',
  'data',
  'del',
  'dfn',
  'em',
  'i',
  'ins',
  'kbd',
  'mark',
  'q',
  's',
  'samp',
  'small',
  'span',
  'strong',
  'sub',
  'sup',
  'u',
  'var',
  'wbr',
])
// Drawn positions are computed for the whole drawing; their digits are nobody's figures.
const GEOMETRY = new Set([
  'd',
  'x',
  'y',
  'x1',
  'x2',
  'y1',
  'y2',
  'cx',
  'cy',
  'r',
  'rx',
  'ry',
  'dx',
  'dy',
  'points',
  'viewbox',
  'transform',
  'width',
  'height',
  'stroke-dasharray',
  'textlength',
])
const DRAWN = /^(?:[\d\s.,+-]|[mlhvcsqtaz]|translate|rotate|scale|[()])*$/i
const ATTRIBUTE = /([^\s=/"']+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/g
const ENTITY = /&(?:#(\d{1,7})|#x([\da-f]{1,6})|(amp|lt|gt|quot|apos|nbsp));/gi
const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' }

function decoded(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(ENTITY, (whole, decimal: string | undefined, hex: string | undefined, name: string | undefined) => {
    if (name !== undefined) return NAMED[name.toLowerCase()] ?? whole
    const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal)
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole
  })
}

/** Index of the `>` that ends a tag, past quoted values; the end of the text where there is none. */
function endOfTag(source: string, start: number): number {
  let quote = ''
  for (let at = start; at < source.length; at++) {
    const sign = source.charAt(at)
    if (quote !== '') quote = sign === quote ? '' : quote
    else if (sign === '>') return at
    // A quote is one only after an equals sign; elsewhere it is text of a broken tag.
    else if ((sign === '"' || sign === "'") && /=\s*$/.test(source.slice(Math.max(0, at - 4), at))) quote = sign
  }
  return source.length
}

function attributeTexts(tag: string): string[] {
  if (!tag.includes('=')) return []
  return [...tag.matchAll(ATTRIBUTE)].flatMap(([, name = '', double, single, bare]) => {
    const value = double ?? single ?? bare ?? ''
    return GEOMETRY.has(name.toLowerCase()) && DRAWN.test(value) ? [] : [`${decoded(value)}`, ...(name.startsWith('data-') ? [name] : [])]
  })
}

/**
 * Every text of an HTML or XML document: runs of text between block elements, attribute values, comments, and the contents of
 * scripts and styles. A broken document gives more texts, never fewer.
 */
export function markupTexts(source: string): string[] {
  const texts: string[] = []
  let run = ''
  let at = 0
  const close = () => {
    if (run.trim() !== '') texts.push(decoded(run))
    run = ''
  }
  while (at < source.length) {
    const open = source.indexOf('<', at)
    run += source.slice(at, open === -1 ? source.length : open)
    if (open === -1) break
    if (source.startsWith('<!--', open)) {
      const end = source.indexOf('-->', open + 4)
      texts.push(source.slice(open + 4, end === -1 ? source.length : end))
      at = end === -1 ? source.length : end + 3
      continue
    }
    const name = /^<\/?([a-z][^\s/>]*)/i.exec(source.slice(open, open + 64))?.[1]?.toLowerCase()
    if (name === undefined && !/^<[!?]/.test(source.slice(open, open + 2))) {
      run += '<'
      at = open + 1
      continue
    }
    const end = endOfTag(source, open + 1)
    if (name === undefined || !INLINE.has(name)) close()
    const inner = source.slice(open + 1 + (name?.length ?? 0), end)
    texts.push(...(end === source.length ? [inner] : attributeTexts(inner)))
    at = end + 1
    if ((name === 'script' || name === 'style') && source.charAt(open + 1) !== '/') {
      const last = source.indexOf(`</${name}`, at)
      texts.push(source.slice(at, last === -1 ? source.length : last))
      at = last === -1 ? source.length : last
    }
  }
  close()
  return texts
}
