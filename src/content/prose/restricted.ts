import { TLP } from '#schema/vocabularies.ts'
import type { ProseComponentRender } from './component.ts'
import { element } from './element.ts'

/**
 * `<Restricted tlp="AMBER">…</Restricted>`: a passage with its label. One that a build may not show never gets here.
 */
export const renderRestricted: ProseComponentRender = ({ attributes, children, inline }) => {
  const label = Object.entries(TLP).find(([level]) => level === attributes.get('tlp'))?.[1].label ?? TLP.RED.label
  const mark = element(inline ? 'span' : 'p', { className: ['tlp'] }, [label])
  return [
    element(inline ? 'span' : 'div', { className: ['restricted'] }, [mark, ...(inline ? [' '] : []), ...children]),
  ]
}
