import type { ProseComponentRender } from './component.ts'
import { element } from './element.ts'

/** `<Ref to="id#part" />`: a link that prints the label of where it leads. */
export const renderRef: ProseComponentRender = ({ attributes, context }) => {
  const target = context.reference(attributes.get('to') ?? '')
  return target === undefined ? [] : [element('a', { className: ['ref'], href: target.href }, [target.label])]
}
