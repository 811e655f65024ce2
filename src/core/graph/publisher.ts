import type { Organization, Source } from '../schema/kinds.ts'

const plain = (name: string) => name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim()
const host = (url: string | undefined) => (url === undefined || !URL.canParse(url) ? undefined : new URL(url).hostname.replace(/^www\./, ''))

/** A value worked out once for each object: sources and organizations are compared each with each. */
function once<O extends object, V>(work: (of: O) => V): (of: O) => V {
  const known = new WeakMap<O, { readonly value: V }>()
  return (of) => {
    const found = known.get(of) ?? { value: work(of) }
    known.set(of, found)
    return found.value
  }
}

const sourceMarks = once(({ publisher, url }: Source) => ({ publisher: plain(publisher), at: host(url) }))
const ownMarks = once(({ name, shortName, formerNames, url }: Organization) => ({ names: [name, shortName, ...formerNames].flatMap((known) => (known === undefined ? [] : [plain(known)])), home: host(url) }))

/** Whether an organization published a source: by one of its names, or on its own site. */
export function isPublishedBy(source: Source, organization: Organization): boolean {
  const { publisher, at } = sourceMarks(source)
  const { names, home } = ownMarks(organization)
  if (names.includes(publisher)) return true
  return home !== undefined && at !== undefined && (at === home || at.endsWith(`.${home}`))
}
