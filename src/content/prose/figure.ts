import type { ProseComponentRender } from './component.ts'
import { element } from './element.ts'
import { picture } from './picture.ts'

/** `<Figure src="file.png" alt="…" caption="…" />`: a picture with a line beneath. */
export const renderFigure: ProseComponentRender = ({ attributes, context }) => {
  const image = picture(attributes.get('src') ?? '', attributes.get('alt') ?? '', context)
  if (image === undefined) return []
  const caption = attributes.get('caption')
  const line = caption === undefined ? [] : [element('figcaption', {}, [caption])]
  return [element('figure', { className: ['picture'] }, [image, ...line])]
}
