import { HEADING_PREFIX } from './heading-ids.ts'

/** What the target of a link in a body is. */
export type Address =
  | { readonly kind: 'web' | 'mail' | 'reference' | 'heading'; readonly value: string }
  | { readonly kind: 'refused'; readonly why: string; readonly fix: string }

// `id`, `id#part`, `#part`, each with an optional pinned revision; the written form is described in the guide for
// authors.
const REFERENCE = /^(?:[a-z0-9]+(?:-[a-z0-9]+)*)?(?:#[a-z]-[a-z0-9]+(?:-[a-z0-9]+)*)?(?:@r[1-9]\d*)?$/
const IMAGE_ENDING = /\.(?:png|jpe?g|webp|avif|gif)$/i
// Of each name on the way: letters and digits of any script, spaces and the signs that programs put into names; no name
// begins with a dot.
const IMAGE_PATH = /^(?:[\p{L}\p{N}_][\p{L}\p{M}\p{N}_ .,()+@&'~=-]*\/)*[\p{L}\p{N}_][\p{L}\p{M}\p{N}_ .,()+@&'~=-]*$/u
// Browsers drop or ignore these inside an address, so "java\tscript:" would run; and direction marks make it read as
// another.
const DISGUISE = /[\p{Cc}\p{Cf}\s\\]/u

const refused = (why: string, fix: string): Address => ({ kind: 'refused', why, fix })

/** Whether it has the form of a reference to a record or a part (whether that exists is for the graph to say). */
export const isReference = (value: string): boolean => value !== '' && !value.startsWith('@') && REFERENCE.test(value)

/** Whether a name ends as pictures do. SVG is left out: opened by itself, it can run code. */
export const isImageName = (value: string): boolean => IMAGE_ENDING.test(value)

/**
 * The path of a picture file beside the record or in a folder there, as the file is named; undefined for any other
 * address.
 */
export function imagePath(value: string): string | undefined {
  const path = decoded(value.replace(/^\.\//, ''))
  return path !== undefined && isImageName(path) && IMAGE_PATH.test(path) ? path : undefined
}

/** Whether it names a picture file beside the record. */
export const isImageFile = (value: string): boolean => imagePath(value) !== undefined

function decoded(value: string): string | undefined {
  try {
    return decodeURIComponent(value)
  } catch {
    return undefined
  }
}

/**
 * Judges the target of a link, after Markdown has decoded it.
 * @param value the address; entities and escapes already resolved.
 */
export function readAddress(value: string): Address {
  if (value === '') return refused('the address is empty', 'write [text](https://…) or [text](record-id)')
  if (DISGUISE.test(value))
    return refused('the address contains a space or an invisible character', 'write the address without it')
  if (value.startsWith(`#${HEADING_PREFIX}`)) return { kind: 'heading', value }
  if (isReference(value)) return { kind: 'reference', value }
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(value)?.[1]?.toLowerCase()
  if (scheme === 'mailto') return mail(value)
  if (scheme === 'http' || scheme === 'https') return web(value)
  if (scheme !== undefined)
    return refused(
      `"${scheme}:" addresses are not allowed`,
      'use an address that begins with https://, http:// or mailto:',
    )
  if (value.startsWith('//')) return refused('the address has no scheme', `write https:${value}`)
  return refused(
    `"${value}" is neither a web address nor a reference to a record`,
    'write [text](https://…), [text](record-id), [text](record-id#part) or [text](#part)',
  )
}

function web(value: string): Address {
  if (!/^https?:\/\/[^/]/i.test(value) || !URL.canParse(value))
    return refused(`"${value}" is not a complete web address`, 'write it as https://host/path')
  const { username, password } = new URL(value)
  return username || password
    ? refused('the address contains a user name or password', 'leave out everything up to the @')
    : { kind: 'web', value }
}

// The first dot after the first letter of the host decides, so that not each of many is tried.
const mail = (value: string): Address =>
  /^mailto:[^@?]+@[^@?][^@?.]*\.[^@?]+$/i.test(value)
    ? { kind: 'mail', value }
    : refused(`"${value}" is not a mail address`, 'write mailto:name@example.org, with nothing after it')
