import type { Element } from 'hast'
import { imagePath } from '#text/address.ts'
import type { BodyContext } from './body-context.ts'
import { element } from './element.ts'

/**
 * An image of a body as it is published; undefined when it names no picture beside the record, or the build has none.
 */
export function picture(file: string, alt: string, context: BodyContext): Element | undefined {
  const path = imagePath(file)
  const found = path === undefined ? undefined : context.picture(path)
  if (found === undefined) return undefined
  const { src, width, height } = found
  return element('img', {
    src,
    alt,
    ...(width === undefined ? {} : { width }),
    ...(height === undefined ? {} : { height }),
    loading: 'lazy',
  })
}
