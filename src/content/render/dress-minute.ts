import type { Element } from 'hast'
import { element } from '#content/prose/element.ts'
import { minuteOpening } from '#text/minute-words.ts'

/** Marks a minute line: its word becomes a label, which leads to the point that was made of it. Other paragraphs stay as they are. */
export function dressMinute(paragraph: Element): Element {
  const [first, ...others] = paragraph.children
  const opening = first?.type === 'text' ? minuteOpening(first.value) : undefined
  if (first?.type !== 'text' || opening === undefined) return paragraph
  const label =
    opening.id === undefined
      ? element('span', { className: ['minute-word'] }, [opening.label])
      : element('a', { className: ['minute-word'], href: `#${opening.id}` }, [opening.label])
  const rest = first.value.slice(opening.length)
  return element('p', { className: ['minute', `minute-${opening.kind}`] }, [label, ' ', rest, ...others])
}
