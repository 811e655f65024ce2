import type { Element, ElementContent } from 'hast'
import type { BodyContext } from '#content/prose/body-context.ts'
import { element } from '#content/prose/element.ts'
import { picture } from '#content/prose/picture.ts'
import { headingIds } from '#text/heading-ids.ts'
import { dressLink } from './dress-link.ts'
import { dressCell, dressTable } from './dress-table.ts'

/**
 * Turns one plain element, its children done, into what the site shows; called in the order of the text. `words` are those that the
 * author wrote in it.
 */
export type Dresser = (plain: Element, words: string) => ElementContent[]

/**
 * Gives plain Markdown elements what the site asks of them: heading ids, resolved and checked links, tables and code that can be
 * scrolled with the keyboard, no style. Components make their own HTML and are not touched.
 */
export function dresser(context: BodyContext): Dresser {
  const nextId = headingIds()
  let tables = 0
  return (plain, words) => {
    switch (plain.tagName) {
      case 'h1':
      case 'h2':
      case 'h3':
      case 'h4':
      case 'h5':
      case 'h6':
        return [{ ...plain, properties: { id: nextId(words) } }]
      case 'a':
        return dressLink(plain, context)
      case 'img': {
        const { src, alt } = plain.properties
        const image = picture(String(src ?? ''), String(alt ?? ''), context)
        return image === undefined ? [] : [image]
      }
      case 'th':
      case 'td':
        return [dressCell(plain)]
      case 'table':
        tables += 1
        return [dressTable(plain, tables)]
      case 'input':
        return [element('span', { className: ['task'] }, [plain.properties['checked'] === true ? 'Done:' : 'Open:'])]
      case 'pre':
        return [{ ...plain, properties: { tabIndex: 0 } }]
      case 'code':
        return [{ ...plain, properties: {} }]
      default:
        return [plain]
    }
  }
}
