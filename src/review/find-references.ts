import { parseReference, printReference, type Reference } from '#schema/references.ts'
import { KINDS } from '#schema/kind-names.ts'

/** A reference found in a text, with where it stands. */
export interface Found {
  readonly by: 'trailer' | 'url' | 'code'
  /** As it stands there. */
  readonly written: string
  readonly reference: Reference
  /** From 1. */
  readonly line: number
  readonly column: number
}

/** A trailer whose value is no reference. */
export interface Malformed {
  readonly written: string
  readonly line: number
  readonly column: number
}

// Signs before a trailer are those of its own line: with line ends among them, each of many empty lines would be read anew to the last.
const TRAILER = /^[ \t\u00a0>#*/-]*Incident-Ref:[ \t]*(.*)$/gim
const CODE = /`([a-z0-9][a-z0-9-]*(?:#[a-z]-[a-z0-9-]+)?(?:@r\d+)?)`/g
const escape = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** What of a code span can only be meant as a reference, though no record has that id: a part, a revision, or a date in front. */
const isMeant = ({ id, part, revision }: Reference) =>
  part !== undefined || revision !== undefined || /^\d{4}(?:-\d{2})+-[a-z]/.test(id)

function urlPattern(site: string): RegExp {
  return new RegExp(
    `${escape(site)}/(?:${KINDS.join('|')})/([a-z0-9-]+)(?:/(?:cite/|index\\.html)?|\\.json|\\.md)?(?:\\?r=(\\d+))?(?:#([a-z]-[a-z0-9-]+))?(?![\\w-])`,
    'g',
  )
}

/** Tells line and column of places in a text that are asked for in order: lines are counted on from the last place. */
function placesIn(text: string): (offset: number) => { line: number; column: number } {
  let [line, start, end] = [1, 0, text.indexOf('\n')]
  return (offset) => {
    while (end !== -1 && end < offset) [line, start, end] = [line + 1, end + 1, text.indexOf('\n', end + 1)]
    return { line, column: offset - start + 1 }
  }
}

/**
 * Every reference in a text: `Incident-Ref:` trailers, addresses of a site, and bare ids in code spans. `isKnown` tells whether an
 * id is one: a code span that could be anything is taken for a reference only then.
 */
export function findReferences(
  text: string,
  site: string | undefined,
  isKnown: (id: string) => boolean,
): { found: Found[]; malformed: Malformed[] } {
  const found: Found[] = []
  const malformed: Malformed[] = []
  const inTrailers = placesIn(text)
  for (const match of text.matchAll(TRAILER)) {
    const written = (match[1] ?? '').trim()
    const place = inTrailers(match.index + match[0].length - (match[1] ?? '').length)
    const reference = parseReference(written)
    if (reference) found.push({ by: 'trailer', written, reference, ...place })
    else malformed.push({ written, ...place })
  }
  if (site !== undefined) {
    const inUrls = placesIn(text)
    for (const match of text.matchAll(urlPattern(site))) {
      const [written, id = '', revision, part] = match
      const parsed = parseReference(
        printReference({
          id,
          ...(part === undefined ? {} : { part }),
          ...(revision === undefined ? {} : { revision: Number(revision) }),
        }),
      )
      if (parsed) found.push({ by: 'url', written, reference: parsed, ...inUrls(match.index) })
    }
  }
  const inCode = placesIn(text)
  for (const match of text.matchAll(CODE)) {
    const reference = parseReference(match[1] ?? '')
    if (reference && (isKnown(reference.id) || isMeant(reference)))
      found.push({ by: 'code', written: match[1] ?? '', reference, ...inCode(match.index + 1) })
  }
  return { found: found.sort((a, b) => a.line - b.line || a.column - b.column), malformed }
}
