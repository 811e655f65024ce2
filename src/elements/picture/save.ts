import { make } from '../search/make.ts'
import { pngFile } from './png-file.ts'
import { seenPicture } from './seen.ts'
import { svgFile } from './svg-file.ts'

/**
 * Saves the part of the page with an id as a picture for slides, as it is seen: `svg` or `png`.
 * @returns whether it was saved
 */
export async function savePicture(how: string, id: string): Promise<boolean> {
  const root = document.getElementById(id)
  if (!root) return false
  const canonical = document.querySelector<HTMLLinkElement>('link[rel=canonical]')?.href
  const source = `${(canonical ?? location.origin + location.pathname) + location.search}`
  const picture = seenPicture(root, document.title, source)
  const file = how === 'png' ? await pngFile(picture) : new Blob([svgFile(picture)], { type: 'image/svg+xml' })
  if (!file) return false
  const address = URL.createObjectURL(file)
  const name = [...location.pathname.split('/').filter(Boolean), id].slice(-2).join('-')
  make('a', { href: address, download: `${name}.${how}` }).click()
  URL.revokeObjectURL(address)
  return true
}
