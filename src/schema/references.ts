/** A parsed reference: `id`, `id#part`, `#part` (same record), each with an optional pinned revision `@r3`. */
export interface Reference {
  readonly id: string
  readonly part?: string
  readonly revision?: number
}

// The anchor of a heading holds letters of any script.
const FORM =
  /^([a-z0-9]+(?:-[a-z0-9]+)*)?(?:#(h-[\p{L}\p{M}\p{N}\p{Pc}-]+|[a-z]-[a-z0-9]+(?:-[a-z0-9]+)*))?(?:@r([1-9]\d*))?$/u

/** Parses a reference; `own` is the id that `#part` alone refers to. Returns undefined for anything that is not one. */
export function parseReference(text: string, own = ''): Reference | undefined {
  const match = FORM.exec(text)
  const id = match?.[1] ?? own
  if (!match || !id || (!match[1] && !match[2])) return undefined
  return {
    id,
    ...(match[2] === undefined ? {} : { part: match[2] }),
    ...(match[3] === undefined ? {} : { revision: Number(match[3]) }),
  }
}

/** Prints a reference in its one written form. */
export const printReference = ({ id, part, revision }: Reference): string =>
  `${id}${part === undefined ? '' : `#${part}`}${revision === undefined ? '' : `@r${revision}`}`
