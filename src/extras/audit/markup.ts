// Inline elements do not part words: “<b>sec</b>ret” reads as one. Words that were put in place of others (del, ins) are two texts.
const INLINE = new Set([
  'a',
  'abbr',
  'b',
  'bdi',
  'cite',
  'code',
  'data',
  'dfn',
  'em',
  'i',
  'kbd',
  'mark',
  'q',
  's',
  'samp',
  'small',
  'span',
  'strong',
  'sub',
  'time',
  'tspan',
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
const [GREATER, EQUALS, SLASH, DOUBLE, SINGLE, BANG, QUESTION] = [0x3e, 0x3d, 0x2f, 0x22, 0x27, 0x21, 0x3f]
const ENTITY = /&(?:#(\d{1,7})|#x([\da-f]{1,6})|(amp|lt|gt|quot|apos|nbsp));/gi
const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' }

function decoded(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(
    ENTITY,
    (whole, decimal: string | undefined, hex: string | undefined, name: string | undefined) => {
      if (name !== undefined) return NAMED[name.toLowerCase()] ?? whole
      const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal)
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole
    },
  )
}

// What ends a name, or parts it from the next: space, `/`, `=`, quotes, `>`.
const isSpace = (unit: number): boolean => unit === 0x20 || (unit >= 0x09 && unit <= 0x0d)
const endsName = (unit: number): boolean =>
  unit === GREATER || unit === EQUALS || unit === SLASH || unit === DOUBLE || unit === SINGLE || isSpace(unit)
const endsValue = (unit: number): boolean => unit === GREATER || unit === DOUBLE || unit === SINGLE || isSpace(unit)

function pastSpace(source: string, start: number): number {
  let at = start
  while (isSpace(source.charCodeAt(at))) at++
  return at
}

function pastAll(source: string, start: number, ends: (unit: number) => boolean): number {
  let at = start
  while (at < source.length && !ends(source.charCodeAt(at))) at++
  return at
}

/** Takes the texts of the attributes of a tag, from where its name ends; gives the index of its `>`, or the end of the text where there is none. */
function attributes(source: string, start: number, take: (text: string) => void): number {
  let at = start
  while (at < source.length) {
    const unit = source.charCodeAt(at)
    if (unit === GREATER) return at
    const nameEnd = pastAll(source, at, endsName)
    // A quote is one only after an equals sign; elsewhere it is text of a broken tag, as are signs without a name.
    if (nameEnd === at) {
      at++
      continue
    }
    const name = source.slice(at, nameEnd)
    if (name.startsWith('data-')) take(name)
    at = pastSpace(source, nameEnd)
    if (source.charCodeAt(at) !== EQUALS) continue
    const from = pastSpace(source, at + 1)
    const quote = source.charCodeAt(from)
    const quoted = quote === DOUBLE || quote === SINGLE
    const end = quoted ? source.indexOf(quote === DOUBLE ? '"' : "'", from + 1) : pastAll(source, from, endsValue)
    if (end === -1) return source.length
    const value = source.slice(quoted ? from + 1 : from, end)
    if (!(GEOMETRY.has(name.toLowerCase()) && DRAWN.test(value))) take(decoded(value))
    at = quoted ? end + 1 : end
  }
  return source.length
}

// Longer names are none; the limit keeps a broken document from being read once for each of its tags.
const LONGEST_NAME = 64

/** The end of the name of a tag that begins at a place; the place itself where no name stands there. */
function nameEnds(source: string, start: number): number {
  const first = source.charCodeAt(start) | 0x20
  if (first < 0x61 || first > 0x7a) return start
  let at = start
  while (at < source.length && at - start < LONGEST_NAME) {
    const unit = source.charCodeAt(at)
    if (unit === GREATER || unit === SLASH || isSpace(unit)) break
    at++
  }
  return at
}

/**
 * Takes every text of an HTML or XML document: runs of text between block elements, attribute values, comments, and the contents of
 * scripts and styles. A broken document gives more texts, never fewer.
 */
export function markupTexts(source: string, take: (text: string) => void): void {
  let run = ''
  let at = 0
  const close = () => {
    if (run !== '' && pastSpace(run, 0) < run.length) {
      const text = decoded(run)
      take(text)
      // Feeds carry markup as text.
      if (text !== run && text.includes('<')) markupTexts(text, take)
    }
    run = ''
  }
  while (at < source.length) {
    const open = source.indexOf('<', at)
    run += source.slice(at, open === -1 ? source.length : open)
    if (open === -1) break
    if (source.startsWith('<!--', open)) {
      const end = source.indexOf('-->', open + 4)
      take(source.slice(open + 4, end === -1 ? source.length : end))
      at = end === -1 ? source.length : end + 3
      continue
    }
    if (source.startsWith('<![CDATA[', open)) {
      const end = source.indexOf(']]>', open)
      const inner = source.slice(open + 9, end === -1 ? source.length : end)
      take(inner)
      markupTexts(inner, take)
      at = end === -1 ? source.length : end + 3
      continue
    }
    const next = source.charCodeAt(open + 1)
    const closing = next === SLASH
    const from = closing ? open + 2 : open + 1
    const nameEnd = nameEnds(source, from)
    const name = source.slice(from, nameEnd).toLowerCase()
    if (name === '' && next !== BANG && next !== QUESTION) {
      run += '<'
      at = open + 1
      continue
    }
    // A line break parts words and no more.
    if (name === 'br') run += ' '
    else if (name !== 'sup' && !INLINE.has(name)) close()
    const end = attributes(source, nameEnd, take)
    if (end === source.length) take(source.slice(nameEnd))
    at = end + 1
    if (name === 'sup' && !closing) {
      // A note mark stands between the words of a sentence and belongs to none of them.
      const last = source.indexOf('</sup', at)
      markupTexts(source.slice(at, last === -1 ? source.length : last), take)
      run += ' '
      at = last === -1 ? source.length : last
    }
    if ((name === 'script' || name === 'style') && !closing) {
      const last = source.indexOf(`</${name}`, at)
      take(source.slice(at, last === -1 ? source.length : last))
      at = last === -1 ? source.length : last
    }
  }
  close()
}
