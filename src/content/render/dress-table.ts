import type { Element } from 'hast'
import { element } from '#content/prose/element.ts'
import { wordsOf } from './words.ts'

/** A cell: alignment as a class, since a style attribute would break the site's Content-Security-Policy. */
export function dressCell(cell: Element): Element {
  const side = /text-align: (left|right|center)/.exec(String(cell.properties['style'] ?? ''))?.[1]
  return element(
    cell.tagName,
    {
      ...(cell.tagName === 'th' ? { scope: 'col' } : {}),
      ...(side === undefined ? {} : { className: [`align-${side}`] }),
    },
    cell.children,
  )
}

/** A table in a region that scrolls by itself and can be reached with the keyboard; named after its columns. */
export function dressTable(table: Element, number: number): Element {
  const columns = headCells(table)
    .map((cell) => wordsOf(cell).trim())
    .filter((words) => words !== '')
  const ariaLabel = `Table ${number}${columns.length > 0 ? `: ${columns.join(', ')}` : ''}`
  return element('div', { className: ['table-scroll'], role: 'region', tabIndex: 0, ariaLabel }, [table])
}

const headCells = (node: Element): Element[] =>
  node.children.flatMap((child) =>
    child.type !== 'element' ? [] : child.tagName === 'th' ? [child] : headCells(child),
  )
