import type { ProseComponentRender } from './component.ts'
import { element } from './element.ts'

/** The plain HTML elements of the table: themselves, with the `title` of an abbreviation. */
export const renderPlain =
  (tagName: 'abbr' | 'kbd' | 'sub' | 'sup' | 'br'): ProseComponentRender =>
  ({ attributes, children }) => {
    const title = attributes.get('title')
    return [element(tagName, tagName === 'abbr' && title !== undefined ? { title } : {}, children)]
  }
