import { parseReference, type Reference } from '#schema/references.ts'
import { addressesIn } from './addresses.ts'
import type { Found, Malformed, Placed } from './found.ts'
import { trailersIn } from './trailers.ts'

const CODE = /`([a-z0-9][a-z0-9-]*(?:#[a-z]-[a-z0-9-]+)?(?:@r\d+)?)`/g
// In words only an id with a date in front: "microsoft" is a word, too.
// "_" around it is emphasis; within, it makes another word.
const WORD = new RegExp(
  String.raw`(?<![A-Za-z\d/.#@-]|[A-Za-z\d]_{1,3})\d{4}-[a-z0-9-]{3,200}(?:#[a-z]-[a-z0-9-]+)?(?:@r\d+)?` +
    String.raw`(?![A-Za-z\d/@#-]|_{1,3}[A-Za-z\d]|\.\w)`,
  'g',
)

/**
 * What of a code span can only be meant as a reference, though no record has that id: a part, a revision, or a date in
 * front.
 */
const isMeant = ({ id, part, revision }: Reference) =>
  part !== undefined || revision !== undefined || /^\d{4}(?:-\d{2})+-[a-z]/.test(id)

/** Tells line and column of places in a text that are asked for in order: lines are counted on from the last place. */
function placesIn(text: string): (offset: number) => { line: number; column: number } {
  let [line, start, end] = [1, 0, text.indexOf('\n')]
  return (offset) => {
    while (end !== -1 && end < offset) [line, start, end] = [line + 1, end + 1, text.indexOf('\n', end + 1)]
    return { line, column: offset - start + 1 }
  }
}

function matchesIn(text: string, pattern: RegExp, by: 'code' | 'word', isOne: (reference: Reference) => boolean) {
  return [...text.matchAll(pattern)].flatMap((match): Placed[] => {
    const written = match[1] ?? match[0]
    const reference = parseReference(written)
    return reference && isOne(reference)
      ? [{ by, written, reference, offset: match.index + (match[1] === undefined ? 0 : 1) }]
      : []
  })
}

const inOrder = (a: { readonly offset: number }, b: { readonly offset: number }) => a.offset - b.offset

/** The first of any that stand in one another, given in the order of how much they are meant. */
function apart(found: readonly Placed[]): Placed[] {
  const kept: Placed[] = []
  let end = -1
  // Of two that begin together the longer goes before: an address before the id in it.
  for (const one of found.toSorted((a, b) => inOrder(a, b) || b.written.length - a.written.length)) {
    if (one.offset < end) continue
    kept.push(one)
    end = one.offset + one.written.length
  }
  return kept
}

/**
 * Every reference in a text: `Incident-Ref:` trailers, addresses of a site, ids in code spans, and ids with a date in
 * front among words. `isKnown` tells whether an id is one: a code span that could be anything is taken for a reference
 * only then, and so is a word without a part.
 */
export function findReferences(
  text: string,
  site: string | undefined,
  isKnown: (id: string) => boolean,
): { found: Found[]; malformed: Malformed[] } {
  const trailers = trailersIn(text, site)
  const found = apart([
    ...trailers.found,
    ...(site === undefined ? [] : addressesIn(text, site)),
    ...matchesIn(text, CODE, 'code', (one) => isKnown(one.id) || isMeant(one)),
    ...matchesIn(text, WORD, 'word', (one) => isKnown(one.id) || one.part !== undefined),
  ])
  const [place, placeBad] = [placesIn(text), placesIn(text)]
  return {
    found: found.map((one) => ({ ...one, ...place(one.offset) })),
    malformed: trailers.malformed.map(({ written, offset }) => ({ written, ...placeBad(offset) })),
  }
}
