import { type Block, childrenOf, oneLine, plain, type Section } from './document.ts'
import type { DraftFields } from './draft.ts'

type Person = NonNullable<DraftFields['people']>[number]

const ROLE = /^([\p{L} /-]{3,40}?)\s*[:–—]\s+(.{2,80})$/u
const BEHIND = /^(.{2,60}?)\s*(?:\(([^()]{2,80})\)|[–—-]\s+(.{2,80}))$/u

/**
 * A line of a list of people: `Ada Nowak (incident commander)`, `Scribe: Jo Kim`, `Jo Kim, Ada Nowak`. Undefined for a
 * sentence.
 */
function peopleOf(line: string): Person[] | undefined {
  const words = oneLine(line)
  const several = words.split(/, (?![^(]*\))/)
  if (several.length > 1 && several.every((one) => one.split(' ').length <= 3))
    return several.map((name) => ({ name: name.trim() }))
  const person = personOf(words)
  return person && [person]
}

function personOf(words: string): Person | undefined {
  if (words === '' || words.length > 120 || /[.!?]$/.test(words) || /https?:/.test(words)) return undefined
  const [, role, of] = ROLE.exec(words) ?? []
  if (role !== undefined && of !== undefined) return { name: of, role }
  const [, name, inBrackets, behind] = BEHIND.exec(words) ?? []
  const own = inBrackets ?? behind
  if (name !== undefined && own !== undefined) return { name, role: own }
  return words.split(' ').length <= 4 ? { name: words } : undefined
}

/** The people that a section lists, one to an item; lists that are taken whole get what they were turned into. */
export function peopleIn(section: Section): Person[] {
  const lists: Block[] = section.blocks.filter(({ node }) => node.type === 'list')
  return lists.flatMap((block) => {
    const people = childrenOf(block.node).map((item) => peopleOf(plain(item)))
    if (people.some((person) => person === undefined)) return []
    const found = people.flatMap((person) => person ?? [])
    block.accounts = found.flatMap(({ name, role }) => [name, role ?? ''])
    return found
  })
}
