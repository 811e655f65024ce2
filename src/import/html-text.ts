import { htmlToHast } from 'satteri'
import { plainText } from './words.ts'

type Hast = ReturnType<typeof htmlToHast>

const BLOCKS = new Set([
  'p',
  'div',
  'li',
  'ul',
  'ol',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'blockquote',
  'pre',
  'tr',
  'table',
  'section',
  'br',
])
const SILENT = new Set(['script', 'style', 'template', 'noscript', 'head'])

/**
 * The words of a piece of HTML as plain text: blocks on lines of their own, the addresses of links behind their words.
 */
export function htmlText(html: string): string {
  if (!/[<&]/.test(html)) return plainText(html)
  let text = ''
  const waiting: (Hast | string)[] = [htmlToHast(html, { fragment: true })]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (typeof next === 'string') text += next
    else if (next.type === 'text') text += next.value
    else if ('children' in next) {
      const name = next.type === 'element' ? next.tagName : ''
      if (SILENT.has(name)) continue
      const href = next.type === 'element' && name === 'a' ? next.properties['href'] : undefined
      const around = BLOCKS.has(name) ? '\n' : ''
      const shown =
        typeof href === 'string' && /^https?:/.test(href) && !textOf(next).includes(href) ? ` (${href})` : ''
      waiting.push(shown + around, ...[...next.children].reverse(), around)
    }
  }
  return plainText(text.replace(/[ \t]{1,99}\n/g, '\n').replace(/\n{2,}/g, '\n'))
}

function textOf(node: Hast): string {
  if (node.type === 'text') return node.value
  return 'children' in node ? node.children.map(textOf).join('') : ''
}
