import { Tokenizer } from 'htmlparser2'
import { EMPTIED_HTML, isSafeTag, SAFE_HTML } from '#text/safe-html.ts'
import { escaped } from '#text/html.ts'

/**
 * Tags that begin a block of HTML in Markdown by their name alone (CommonMark 4.6, kind 6), as far as bodies do not
 * keep them.
 */
const BLOCKS = new Set(
  (
    'address article aside base basefont body center col colgroup dialog dir fieldset footer form frame frameset ' +
    'header html legend link main menu menuitem nav noframes optgroup option param search section track'
  ).split(' '),
)
// Nothing ever stands in these.
const EMPTY = new Set(['embed', 'base', 'basefont', 'col', 'frame', 'link', 'param', 'track', 'input', 'meta'])
const ADDRESSES = new Set(['href', 'src'])
const SAFE_ADDRESS = /^\s*(?:https?:|mailto:|[^:]*$|[^:]*[/?#])/i

/**
 * An element in the place of one that no page shows: it shows as much, begins the same sort of block, and does nothing.
 */
function harmlessName(name: string): string {
  if (isSafeTag(name)) return name
  if (EMPTY.has(name)) return 'wbr'
  // What is in it is shown to nobody, and is not run.
  if (EMPTIED_HTML.includes(name)) return 'template'
  return BLOCKS.has(name) ? 'div' : 'span'
}

const isHarmless = (name: string, [attribute, value]: readonly [string, string]): boolean =>
  (SAFE_HTML[name]?.includes(attribute) ?? false) && (!ADDRESSES.has(attribute) || SAFE_ADDRESS.test(value))

/**
 * A stretch of HTML without what pages leave out: other tags become plain ones, other attributes and addresses that run
 * something go. Whatever is harmless stays as written, sign for sign.
 */
export function harmlessHtml(html: string): string {
  const pieces: string[] = []
  let done = 0
  let [start, name, attribute, value] = [0, '', '', '']
  let attributes: [string, string][] = []
  const replace = (from: number, to: number, words: string) => {
    pieces.push(html.slice(done, from), words)
    done = to
  }
  const opened = (end: number) => {
    const own = harmlessName(name)
    const kept = attributes.filter((one) => isHarmless(own, one))
    if (own !== name || kept.length < attributes.length)
      replace(start, end + 1, `<${own}${kept.map(([key, words]) => ` ${key}="${escaped(words)}"`).join('')}>`)
    name = ''
  }
  const nothing = () => {}
  const tokenizer = new Tokenizer(
    { decodeEntities: true },
    {
      onopentagname: (from, to) => {
        ;[start, name, attributes] = [from - 1, html.slice(from, to).toLowerCase(), []]
      },
      onattribname: (from, to) => void ([attribute, value] = [html.slice(from, to).toLowerCase(), '']),
      onattribdata: (from, to) => void (value += html.slice(from, to)),
      onattribentity: (code) => void (value += String.fromCodePoint(code)),
      onattribend: () => void attributes.push([attribute, value]),
      onopentagend: opened,
      onselfclosingtag: opened,
      onclosetag: (from, to) => {
        const [written, end] = [html.slice(from, to).toLowerCase(), html.indexOf('>', to)]
        const own = harmlessName(written)
        if (own !== written) replace(from - 2, end < 0 ? html.length : end + 1, own === 'wbr' ? '' : `</${own}>`)
      },
      ontext: nothing,
      ontextentity: nothing,
      oncomment: nothing,
      oncdata: nothing,
      ondeclaration: nothing,
      onprocessinginstruction: nothing,
      onend: nothing,
    },
  )
  tokenizer.write(html)
  tokenizer.end()
  // A tag that nothing closes reaches to the end.
  if (name !== '') replace(Math.max(start, done), html.length, '')
  return pieces.join('') + html.slice(done)
}
