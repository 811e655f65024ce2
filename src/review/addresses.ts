import { parseReference, type Reference } from '#schema/references.ts'
import { isOfPart } from '#schema/shape.ts'
import { KINDS } from '#schema/kind-names.ts'
import type { Placed } from './found.ts'

const ADDRESS = /\bhttps?:\/\/[^\s<>"`\\^{}|]+/gi
const PAGE = /^([a-z]+)\/([a-z0-9-]+)(?:\/(?:index\.html|cite\/?)?|\.json|\.md)?$/
const isKind = (name: string) => (KINDS as readonly string[]).includes(name)

/** An address without the signs of the sentence around it: a full stop, or a bracket that was opened before it. */
function trimmed(address: string): string {
  const opened: Readonly<Record<string, number>> = { ')': address.indexOf('('), ']': address.indexOf('[') }
  let end = address.length
  for (;;) {
    const last = address[end - 1] ?? ''
    const isBracket = Object.hasOwn(opened, last)
    if (!(isBracket ? opened[last] === -1 : /[.,;:!?'*_~]/.test(last))) return address.slice(0, end)
    end--
  }
}

const asUrl = (address: string): URL | undefined => (URL.canParse(address) ? new URL(address) : undefined)

/** Whether a text has the form of the anchor of a heading. */
const isOfHeading = (text: string) => /^h-[\p{L}\p{M}\p{N}\p{Pc}-]+$/u.test(text)

/** A fragment as it was before it was written into an address; as it is where it cannot have been. */
function decoded(fragment: string): string {
  try {
    return decodeURIComponent(fragment)
  } catch {
    return fragment
  }
}

/**
 * What an address leads to, if it is one of a record on the site: a record, a part of it, or a heading of its body. `r`
 * in its query pins a revision; whatever else is in the query is not ours.
 */
export function referenceOf(address: string, site: string): Reference | undefined {
  const [url, home] = [asUrl(address), asUrl(site)]
  if (!url || !home || url.host !== home.host) return undefined
  const base = home.pathname.endsWith('/') ? home.pathname : `${home.pathname}/`
  if (!url.pathname.startsWith(base)) return undefined
  const [, kind = '', id = ''] = PAGE.exec(url.pathname.slice(base.length)) ?? []
  if (!isKind(kind)) return undefined
  // Words to be found on the page stand behind a mark of their own: `#e-revert:~:text=at%20once`.
  const fragment = decoded(url.hash.slice(1).replace(/:~:.*$/s, ''))
  const pinned = /^[1-9]\d{0,8}$/.exec(url.searchParams.get('r') ?? '')?.[0]
  return parseReference(
    `${id}${isOfPart(fragment) || isOfHeading(fragment) ? `#${fragment}` : ''}` +
      `${pinned === undefined ? '' : `@r${pinned}`}`,
  )
}

/** Every address in a text that leads to a record of the site; scheme and host are read in any case. */
export const addressesIn = (text: string, site: string): Placed[] =>
  [...text.matchAll(ADDRESS)].flatMap(({ 0: raw, index }): Placed[] => {
    const written = trimmed(raw)
    const reference = referenceOf(written, site)
    return reference ? [{ by: 'url', written, reference, offset: index }] : []
  })
