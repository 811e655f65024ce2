/** Begins the id of every heading in a body; no part id begins so (PART_KINDS in core/schema/shape.ts). */
export const HEADING_PREFIX = 'h-'

/** Gives each heading of one body, in order, an id from its plain text: `h-what-failed`, `h-what-failed-2`. */
export function headingIds(): (text: string) => string {
  const taken = new Set<string>()
  // Where counting goes on for each base: from 2 each time, the thousandth heading of a name would be compared with all before.
  const counts = new Map<string, number>()
  return (text) => {
    const slug = text
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '')
    const base = HEADING_PREFIX + (slug || 'section')
    let id = base
    let count = counts.get(base) ?? 2
    for (; taken.has(id); count += 1) id = `${base}-${count}`
    counts.set(base, count)
    taken.add(id)
    return id
  }
}
