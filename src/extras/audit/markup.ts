import { QuoteType, Tokenizer, type TokenizerCallbacks } from 'htmlparser2'

type Take = (text: string) => void

const names = (list: string): ReadonlySet<string> => new Set(list.split(' '))

// Inline elements do not part words: “<b>sec</b>ret” reads as one. Words that were put in place of others (del, ins)
// are two texts.
const INLINE = names(
  'a abbr b bdi cite code data dfn em i kbd mark q s samp small span strong sub time tspan u var wbr',
)
// Drawn positions are computed for the whole drawing; their digits are nobody's figures.
const GEOMETRY = names(
  'd x y x1 x2 y1 y2 cx cy r rx ry dx dy points viewbox transform width height stroke-dasharray textlength',
)
const DRAWN = /^(?:[\d\s.,+-]|[mlhvcsqtaz]|translate|rotate|scale|[()])*$/i
// Attributes that HTML knows without a value. Any other lone name is a word of a broken tag, as in `alt=two words`.
const BOOLEAN = names(
  'allowfullscreen async autofocus autoplay checked controls ' +
    'crossorigin default defer disabled download hidden inert ' +
    'ismap itemscope loop multiple muted nomodule novalidate open playsinline readonly required reversed selected',
)
// Markup that stands in a text, as in feeds and in `srcdoc`, is read as markup too, so many levels deep.
const DEEPEST = 3

/**
 * Gathers the texts of a document while htmlparser2 cuts it into tokens; every character that is no name ends up in a
 * text. Why that library, and what it passes over: docs/decisions/audit-markup.md.
 */
class TextCollector implements TokenizerCallbacks {
  readonly #source: string
  readonly #take: Take
  readonly #depth: number
  // The text since the last element that parts words, and those that a note mark interrupts.
  #run = ''
  readonly #interrupted: string[] = []
  // Everything before this offset has been read.
  #read = 0
  #element = ''
  #attribute = ''
  #value = ''
  #loose = ''

  constructor(source: string, take: Take, depth: number) {
    this.#source = source
    this.#take = take
    this.#depth = depth
  }

  #text(text: string): void {
    if (text === '') return
    this.#take(text)
    if (this.#depth < DEEPEST && text.includes('<')) readMarkup(text, this.#take, this.#depth + 1)
  }

  #endRun(): void {
    const run = this.#run
    this.#run = ''
    if (run.trim() !== '') this.#text(run)
  }

  ontext(start: number, end: number): void {
    this.#run += this.#source.slice(start, end)
    this.#read = end
  }

  ontextentity(codepoint: number, end: number): void {
    this.#run += String.fromCodePoint(codepoint)
    this.#read = end
  }

  onopentagname(start: number, end: number): void {
    const name = this.#source.slice(start, end).toLowerCase()
    this.#element = name
    if (name.includes('-')) this.#take(name)
    // A line break parts words and no more.
    if (name === 'br') this.#run += ' '
    // A note mark stands between the words of a sentence and belongs to none of them.
    else if (name === 'sup') {
      this.#interrupted.push(this.#run)
      this.#run = ''
    } else if (!INLINE.has(name)) this.#endRun()
  }

  onattribname(start: number, end: number): void {
    this.#attribute = this.#source.slice(start, end).toLowerCase()
    this.#value = ''
  }

  onattribdata(start: number, end: number): void {
    this.#value += this.#source.slice(start, end)
  }

  onattribentity(codepoint: number): void {
    this.#value += String.fromCodePoint(codepoint)
  }

  onattribend(quote: QuoteType): void {
    const [name, value] = [this.#attribute, this.#value]
    // Names of one word are those of HTML and SVG; others may be made of ids.
    if (name.includes('-')) this.#take(name)
    else if (quote === QuoteType.NoValue && !BOOLEAN.has(name)) this.#loose += ` ${name}`
    if (GEOMETRY.has(name) && DRAWN.test(value)) return
    if (quote === QuoteType.Unquoted) this.#loose += ` ${value}`
    this.#text(value)
  }

  onopentagend(end: number): void {
    if (this.#loose !== '') this.#take(this.#loose)
    this.#loose = ''
    this.#read = end + 1
  }

  onselfclosingtag(end: number): void {
    this.onopentagend(end)
    if (this.#element === 'sup') this.#endInterruption()
  }

  onclosetag(start: number, end: number): void {
    const name = this.#source.slice(start, end).toLowerCase()
    if (name === 'sup') this.#endInterruption()
    else if (!INLINE.has(name)) this.#endRun()
    // Attributes of a closing tag mean nothing, and the tokenizer passes over them.
    const close = this.#source.indexOf('>', end)
    this.#read = close === -1 ? this.#source.length : close + 1
    this.#text(this.#source.slice(end, close === -1 ? undefined : close))
  }

  #endInterruption(): void {
    this.#endRun()
    this.#run = `${this.#interrupted.pop() ?? ''} `
  }

  oncomment(start: number, end: number, endOffset: number): void {
    this.#text(this.#source.slice(start, end - endOffset))
    this.#read = end + 1
  }

  oncdata(start: number, end: number, endOffset: number): void {
    this.oncomment(start, end, endOffset)
  }

  ondeclaration(start: number, end: number): void {
    this.oncomment(start, end, 0)
  }

  onprocessinginstruction(start: number, end: number): void {
    this.oncomment(start, end, 0)
  }

  onend(): void {
    this.#endRun()
    for (const run of this.#interrupted) this.#text(run)
    // A tag that the document ends within is none for the tokenizer.
    this.#text(this.#source.slice(this.#read))
  }
}

function readMarkup(source: string, take: Take, depth: number): void {
  const tokenizer = new Tokenizer({}, new TextCollector(source, take, depth))
  tokenizer.write(source)
  tokenizer.end()
}

/**
 * Takes every text of an HTML or XML document: runs of text between block elements, attribute values, comments, and the
 * contents of scripts and styles, with entities decoded where HTML does. A broken document gives more texts, never
 * fewer.
 */
export function markupTexts(source: string, take: Take): void {
  readMarkup(source, take, 0)
}
