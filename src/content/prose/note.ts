import type { ProseComponentRender } from './component.ts'
import { element } from './element.ts'

/** `<Note title="…">…</Note>`: a remark by the editor. */
export const renderNote: ProseComponentRender = ({ attributes, children }) => {
  const title = attributes.get('title')
  const head = title === undefined ? [] : [element('p', { className: ['note-title'] }, [title])]
  return [element('div', { className: ['note'], role: 'note' }, [...head, ...children])]
}
