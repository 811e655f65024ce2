import type { Source } from '../schema/kinds.ts'
import type { Knowledge } from './knowledge.ts'

const plain = (name: string) =>
  name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
const host = (url: string | undefined) => (url === undefined || !URL.canParse(url) ? undefined : new URL(url).hostname.replace(/^www\./, ''))

/** Organizations by every name and every home they have, so that thousands of sources are not each compared with all of them. */
interface Directory {
  readonly named: ReadonlyMap<string, readonly string[]>
  readonly at: ReadonlyMap<string, readonly string[]>
}

const directories = new WeakMap<Knowledge, Directory>()

function directoryOf(knowledge: Knowledge): Directory {
  const known = directories.get(knowledge)
  if (known) return known
  const organizations = knowledge.every('organizations')
  const named = Map.groupBy(
    organizations.flatMap(({ id, data: { name, shortName, formerNames } }) =>
      [name, shortName, ...formerNames].flatMap((one) => (one === undefined ? [] : [{ key: plain(one), id }])),
    ),
    ({ key }) => key,
  )
  const at = Map.groupBy(
    organizations.flatMap(({ id, data }) => ({ key: host(data.url) ?? '', id })),
    ({ key }) => key,
  )
  const ids = (groups: ReadonlyMap<string, readonly { id: string }[]>) => new Map([...groups].map(([key, found]) => [key, found.map(({ id }) => id)]))
  const made = { named: ids(named), at: ids(at) }
  directories.set(knowledge, made)
  return made
}

/** A host and every domain above it that has a dot: `status.a.example` gives itself and `a.example`. */
const domains = (name: string): string[] => name.split('.').flatMap((_, index, labels) => (index < labels.length - 1 ? [labels.slice(index).join('.')] : []))

/** Ids of the organizations that published a source: by one of their names, or on their own site or below it. */
export function publishersOf(knowledge: Knowledge, source: Source): string[] {
  const { named, at } = directoryOf(knowledge)
  const place = host(source.url)
  return [...new Set([...(named.get(plain(source.publisher)) ?? []), ...(place === undefined ? [] : domains(place).flatMap((domain) => at.get(domain) ?? []))])]
}
