// What a decoder needs; every other box (free space, identifiers of programs, metadata of a whole file) is written
// over.
const DRAWN = new Set(['ftyp', 'meta', 'mdat', 'moov'])
const WORDS = new Set(['free', 'skip', 'wide', 'uuid', 'udta'])
// Boxes that hold boxes, with what stands before those.
const HOLDERS: Readonly<Record<string, number>> = {
  meta: 4,
  moov: 0,
  trak: 0,
  mdia: 0,
  minf: 0,
  dinf: 0,
  stbl: 0,
  iprp: 0,
  ipco: 0,
  edts: 0,
}

/**
 * An AVIF without notes outside its picture; undefined when it is damaged or holds notes of its own. Boxes that are not
 * needed are filled with zeros, not left out, because the file says by distance from its beginning where its picture
 * lies.
 */
export function bareAvif(bytes: Buffer): Buffer | undefined {
  // Exif and XMP lie where the picture is described; they cannot be left out without writing all of that anew.
  const text = bytes.toString('latin1')
  if (/Exif|application\/rdf\+xml/.test(text) || !/mdat|idat/.test(text)) return undefined
  const kept = Buffer.from(bytes)
  const end = blank(kept, 0, kept.length, (type) => DRAWN.has(type))
  return end === undefined ? undefined : kept.subarray(0, end)
}

/**
 * Writes over the boxes in a stretch that are not to be kept. Gives where the last box ends; undefined when one is cut
 * short.
 */
function blank(bytes: Buffer, start: number, end: number, keep: (type: string) => boolean): number | undefined {
  let at = start
  let found = 0
  while (at + 8 <= end) {
    const type = bytes.toString('latin1', at + 4, at + 8)
    const short = bytes.readUInt32BE(at)
    const head = short === 1 ? 16 : 8
    const next =
      short === 0 ? end : at + (short === 1 ? Number(at + 16 <= end ? bytes.readBigUInt64BE(at + 8) : 0) : short)
    if (next > end || next < at + head) {
      // After the last box there may be anything; within one, or of a box that belongs to the picture, a part is
      // missing.
      if (found === 0 || start > 0 || DRAWN.has(type)) return undefined
      break
    }
    const before = HOLDERS[type]
    if (!keep(type)) {
      bytes.fill(0, at + head, next)
      bytes.write('free', at + 4, 'latin1')
    } else if (
      before !== undefined &&
      blank(bytes, at + head + before, next, (inner) => !WORDS.has(inner)) === undefined
    )
      return undefined
    found += 1
    at = next
  }
  return at
}
