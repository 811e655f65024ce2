/** Begins the id of every heading in a body; no part id begins so (PART_KINDS in schema/shape.ts). */
export const HEADING_PREFIX = 'h-'

/** The id of a heading, and the one that an earlier version gave it, where that was another. */
export interface HeadingId {
  readonly id: string
  readonly formerly?: string
}

/**
 * Words as GitHub makes an anchor of them: letters and digits of any script stay, spaces become hyphens, other signs
 * go.
 */
export const anchorOf = (text: string): string =>
  text
    .normalize('NFC')
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\s-]/gu, '')
    .replace(/\s/g, '-')

/** The same as version 0.1 did, which kept ASCII alone. */
const formerAnchorOf = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')

/** Makes ids unique: the second of a name ends in `-2`. */
function counter(): (base: string) => string {
  const taken = new Set<string>()
  // Where counting goes on for each base: from 2 each time, the thousandth heading of a name would be compared with all
  // before.
  const counts = new Map<string, number>()
  return (base) => {
    let id = base
    let count = counts.get(base) ?? 2
    for (; taken.has(id); count += 1) id = `${base}-${count}`
    counts.set(base, count)
    taken.add(id)
    return id
  }
}

/**
 * Gives each heading of one body, in order, its ids from its plain text: `h-what-failed`, `h-what-failed-2`, `h-概要`.
 */
export function headingIds(): (text: string) => HeadingId {
  const [next, nextFormer] = [counter(), counter()]
  return (text) => {
    const id = next(HEADING_PREFIX + (anchorOf(text) || 'section'))
    const formerly = nextFormer(HEADING_PREFIX + (formerAnchorOf(text) || 'section'))
    return formerly === id ? { id } : { id, formerly }
  }
}
