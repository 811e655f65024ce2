import { type Entry, stands } from '#schema/entry.ts'
import type { Source } from '#schema/kinds.ts'
import type { Knowledge } from './knowledge.ts'

const plain = (name: string) =>
  name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
const host = (url: string | undefined) =>
  url === undefined || !URL.canParse(url) ? undefined : new URL(url).hostname.replace(/^www\./, '')

/** A host and every domain above it that has a dot: `status.a.example` gives itself and `a.example`. */
const domains = (name: string): string[] =>
  name.split('.').flatMap((_, index, labels) => (index < labels.length - 1 ? [labels.slice(index).join('.')] : []))

/** Who published what, both ways. */
interface Published {
  readonly by: ReadonlyMap<Source, readonly string[]>
  readonly of: ReadonlyMap<string, readonly Entry<'sources'>[]>
}

interface Known {
  readonly key: string
  readonly id: string
}

// By every name and every home, so that thousands of sources are not each compared with all organizations.
function published(knowledge: Knowledge): Published {
  const organizations = knowledge.every('organizations')
  const names = organizations.flatMap(({ id, data: { name, shortName, formerNames } }): Known[] =>
    [name, shortName ?? name, ...formerNames].map((one) => ({ key: plain(one), id })),
  )
  const homes = organizations.flatMap(({ id, data }): Known[] =>
    [host(data.url) ?? []].flat().map((key) => ({ key, id })),
  )
  const [named, at] = [Map.groupBy(names, ({ key }) => key), Map.groupBy(homes, ({ key }) => key)]
  const publishers = ({ publisher, url }: Source): string[] => {
    const found = [
      ...(named.get(plain(publisher)) ?? []),
      ...[host(url) ?? []]
        .flat()
        .flatMap(domains)
        .flatMap((domain) => at.get(domain) ?? []),
    ]
    return [...new Set(found.map(({ id }) => id))]
  }
  const pairs = knowledge.every('sources').map((source) => ({ source, ids: publishers(source.data) }))
  const works = Map.groupBy(
    pairs.flatMap(({ source, ids }) => ids.map((id) => ({ source, id }))),
    ({ id }) => id,
  )
  return {
    by: new Map(pairs.map(({ source, ids }) => [source.data, ids])),
    of: new Map([...works].map(([id, found]) => [id, found.map(({ source }) => source)])),
  }
}

const known = new WeakMap<Knowledge, Published>()

function publishedIn(knowledge: Knowledge): Published {
  const found = known.get(knowledge) ?? published(knowledge)
  known.set(knowledge, found)
  return found
}

/**
 * Ids of the organizations that published a source of this knowledge: by one of their names, or on their own site or
 * below it.
 */
export const publishersOf = (knowledge: Knowledge, source: Source): readonly string[] =>
  publishedIn(knowledge).by.get(source) ?? []

/** Standing sources that an organization published. */
export const publishedBy = (knowledge: Knowledge, id: string): readonly Entry<'sources'>[] =>
  (publishedIn(knowledge).of.get(id) ?? []).filter(stands)
