import { parseReference, type Reference } from '#schema/references.ts'
import { referenceOf } from './addresses.ts'
import type { Placed } from './found.ts'

const KEY = String.raw`^[ \t\u00a0>#*/_~-]*Incident-Ref[*_~]*[ \t]*:[*_~]*[ \t]*`
const ALONE = String.raw`(?:[a-z0-9]+-[a-z0-9#@-]+|https?:[^\s,]+)`
/**
 * Signs before a trailer are those of its own line: with line ends among them, each of many empty lines would be read
 * anew to the last. It may be folded, as `git interpret-trailers` reads it: a line that begins with spaces goes on, as
 * far as it holds references.
 */
const TRAILER = new RegExp(String.raw`${KEY}([^\n]*(?:\n[ \t]+${ALONE}(?:[ \t,]+${ALONE})*[ \t,]*$)*)`, 'gim')
const LINK = /\[[^[\]\n]*\]\(([^()\s]*)\)/
/** What Markdown and sentences put behind a reference. */
const BEHIND = new Set(' \t\r\n*_~`>)"\'.;')
/** Longest value that is read: an address with a long query. */
const LONGEST = 2000

interface Bad {
  readonly written: string
  readonly offset: number
}

/** A part or a revision, or a date in front: what nobody writes as a word. */
const isMeant = ({ id, part, revision }: Reference) =>
  part !== undefined || revision !== undefined || /^\d{4}-/.test(id)
const isAddress = (text: string) => /^https?:/i.test(text)

/** Pieces of a text between signs of one kind, each with its place. */
const pieces = (text: string, between: RegExp): { text: string; at: number }[] => {
  let at = 0
  return text.split(between).map((own) => {
    const found = { text: own, at: text.indexOf(own, at) }
    at = found.at + own.length
    return found
  })
}

function withoutEnd(text: string): string {
  let end = text.length
  while (BEHIND.has(text[end - 1] ?? '')) end--
  return text.slice(0, end)
}

/** A value without the remark in brackets behind it. */
function withoutRemark(value: string): string {
  const open = value.lastIndexOf('(')
  return value.trimEnd().endsWith(')') && /\s/.test(value[open - 1] ?? '') ? value.slice(0, open) : value
}

/** A value without the Markdown around it, and how many signs stood before it. */
function bare(value: string): { text: string; at: number } {
  const linked = LINK.exec(value)
  if (linked) return { text: linked[1] ?? '', at: linked.index + linked[0].lastIndexOf('(') + 1 }
  const at = /^[\s*_~`<("']*/.exec(value)?.[0].length ?? 0
  return { text: withoutEnd(value.slice(at)), at }
}

function readOne(value: string, offset: number, site: string | undefined): Placed | Bad {
  const { text, at } = bare(value)
  const reference = isAddress(text) ? site !== undefined && referenceOf(text, site) : parseReference(text)
  return reference
    ? { by: 'trailer', written: text, reference, offset: offset + at }
    : { written: text.replace(/\s+/g, ' '), offset: offset + at }
}

const isGood = (one: Placed | Bad): one is Placed => 'reference' in one

/** What stands between two commas: a reference, perhaps with a remark in brackets, or several apart by spaces. */
function readPiece(piece: string, offset: number, site: string | undefined): (Placed | Bad)[] {
  const one = readOne(LINK.test(piece) ? piece : withoutRemark(piece), offset, site)
  if (isGood(one) || !/\s/.test(piece.trim())) return [one]
  const several = pieces(piece, /\s+/)
    .filter(({ text }) => text !== '')
    .map(({ text, at }) => readOne(text, offset + at, site))
  return several.every((own) => isAddress(own.written) || (isGood(own) && isMeant(own.reference))) ? several : [one]
}

/**
 * The references of `Incident-Ref:` trailers, in a message or within a text: in any case, with emphasis, comment signs
 * or a quotation mark around them, folded, several in one. Addresses of other sites are passed over: they are
 * references to records there.
 */
export function trailersIn(text: string, site: string | undefined): { found: Placed[]; malformed: Bad[] } {
  const found: Placed[] = []
  const malformed: Bad[] = []
  for (const match of text.matchAll(TRAILER)) {
    const value = match[1] ?? ''
    const start = match.index + match[0].length - value.length
    const read = pieces(value.trimEnd(), /,/).flatMap(({ text: piece, at }) =>
      piece.length > LONGEST
        ? [{ written: `${piece.slice(0, 60)} …`, offset: start + at }]
        : piece.trim() === '' && value.trim() !== ''
          ? []
          : readPiece(piece, start + at, site),
    )
    for (const one of read)
      if (isGood(one)) found.push(one)
      else if (!isAddress(one.written)) malformed.push(one)
  }
  return { found, malformed }
}
