import { Tokenizer } from 'htmlparser2'

/**
 * A piece of HTML as written, with the offset at which it begins. `hidden` is what no page shows: comments,
 * instructions, declarations.
 */
export interface HtmlToken {
  readonly type: 'open' | 'close' | 'text' | 'hidden'
  readonly at: number
  /** Name of the element as written, or the words with entities resolved. */
  readonly value: string
  /** Attributes of an opening tag by their names in lower case. */
  readonly attributes: ReadonlyMap<string, string>
}

const NONE: ReadonlyMap<string, string> = new Map()

/**
 * Cuts a stretch of HTML into pieces, in order. Nothing needs to be balanced: a node of Markdown may hold one tag
 * alone.
 */
export function htmlTokens(html: string): HtmlToken[] {
  const tokens: HtmlToken[] = []
  let attributes = new Map<string, string>()
  let name = ''
  let value = ''
  const add = (type: HtmlToken['type'], at: number, words: string) =>
    tokens.push({ type, at: Math.max(0, at), value: words, attributes: type === 'open' ? attributes : NONE })
  const tokenizer = new Tokenizer(
    { decodeEntities: true },
    {
      onopentagname: (start, end) => {
        attributes = new Map()
        add('open', start - 1, html.slice(start, end))
      },
      onattribname: (start, end) => {
        name = html.slice(start, end).toLowerCase()
        value = ''
      },
      onattribdata: (start, end) => void (value += html.slice(start, end)),
      onattribentity: (code) => void (value += String.fromCodePoint(code)),
      onattribend: () => void (attributes.has(name) || attributes.set(name, value)),
      onopentagend: () => {},
      onselfclosingtag: () => {},
      onclosetag: (start, end) => add('close', start - 2, html.slice(start, end)),
      ontext: (start, end) => add('text', start, html.slice(start, end)),
      ontextentity: (code, end) => add('text', end - 1, String.fromCodePoint(code)),
      oncomment: (start) => add('hidden', start - 4, ''),
      oncdata: (start) => add('hidden', start - 9, ''),
      ondeclaration: (start) => add('hidden', start - 2, ''),
      onprocessinginstruction: (start) => add('hidden', start - 1, ''),
      onend: () => {},
    },
  )
  tokenizer.write(html)
  tokenizer.end()
  return tokens
}
