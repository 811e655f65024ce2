import type { ProseComponentRender } from './component.ts'
import { element } from './element.ts'

/** `<Src id="source-id" />`: a mark that leads to the source; its title is read out with it. */
export const renderSrc: ProseComponentRender = ({ attributes, context }) => {
  const source = context.source(attributes.get('id') ?? '')
  if (source === undefined) return []
  const { label, title, href } = source
  return [element('a', { className: ['src'], href, title, ariaLabel: `Source ${label}: ${title}` }, [label])]
}
