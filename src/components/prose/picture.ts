import type { Element } from 'hast'
import type { BodyContext } from './body-context.ts'
import { element } from './element.ts'

/** An image of a body as it is published; undefined when the build has no such file. */
export function picture(file: string, alt: string, context: BodyContext): Element | undefined {
  const found = context.picture(file)
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
