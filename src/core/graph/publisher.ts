import type { Organization, Source } from '../schema/kinds.ts'

const plain = (name: string) => name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim()
const host = (url: string | undefined) => (url === undefined || !URL.canParse(url) ? undefined : new URL(url).hostname.replace(/^www\./, ''))

/** Whether an organization published a source: by one of its names, or on its own site. */
export function isPublishedBy(source: Source, { name, shortName, formerNames, url }: Organization): boolean {
  const publisher = plain(source.publisher)
  if ([name, shortName, ...formerNames].some((known) => known !== undefined && plain(known) === publisher)) return true
  const [home, at] = [host(url), host(source.url)]
  return home !== undefined && at !== undefined && (at === home || at.endsWith(`.${home}`))
}
