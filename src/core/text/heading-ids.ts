/** Begins the id of every heading in a body; no part id begins so (PART_KINDS in core/schema/shape.ts). */
export const HEADING_PREFIX = 'h-'

/** Gives each heading of one body, in order, an id from its plain text: `h-what-failed`, `h-what-failed-2`. */
export function headingIds(): (text: string) => string {
  const taken = new Set<string>()
  return (text) => {
    const slug = text
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '')
    const base = HEADING_PREFIX + (slug || 'section')
    let id = base
    for (let count = 2; taken.has(id); count += 1) id = `${base}-${count}`
    taken.add(id)
    return id
  }
}
