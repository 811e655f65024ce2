import type { Element, ElementContent, Properties } from 'hast'

/** Builds an HTML element; text is escaped when it is written out. */
export function element(
  tagName: string,
  properties: Properties,
  children: readonly (ElementContent | string)[] = [],
): Element {
  const nodes = children.map((child): ElementContent =>
    typeof child === 'string' ? { type: 'text', value: child } : child,
  )
  return { type: 'element', tagName, properties, children: nodes }
}
