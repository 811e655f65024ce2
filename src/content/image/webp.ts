const DRAWN = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ANIM', 'ANMF', 'ICCP'])
// The header says which of the left-out chunks follow: Exif is bit 3, XMP bit 2.
const WORDS = 0x0c

/** Whether a frame of an animation lies within the canvas (WebP container, ANMF and VP8X). `data` is that of its chunk. */
function isWithin(data: Buffer, canvas: Buffer): boolean {
  if (data.length < 12 || canvas.length < 10) return false
  const [left, top, width, height] = [0, 3, 6, 9].map((offset) => data.readUIntLE(offset, 3)) as [number, number, number, number]
  return 2 * left + width <= canvas.readUIntLE(4, 3) && 2 * top + height <= canvas.readUIntLE(7, 3)
}

/** A WebP with nothing but its picture; undefined when it is damaged, or a frame larger than it says. */
export function bareWebp(bytes: Buffer): Buffer | undefined {
  if (bytes.length < 20 || bytes.toString('latin1', 0, 4) !== 'RIFF' || bytes.toString('latin1', 8, 12) !== 'WEBP') return undefined
  const end = 8 + bytes.readUInt32LE(4)
  if (end > bytes.length) return undefined
  const kept: Buffer[] = []
  let canvas = Buffer.alloc(0)
  for (let at = 12; at + 8 <= end;) {
    const size = bytes.readUInt32LE(at + 4)
    const next = at + 8 + size + (size % 2)
    if (at + 8 + size > end) return undefined
    const type = bytes.toString('latin1', at, at + 4)
    const chunk = Buffer.from(bytes.subarray(at, next))
    if (type === 'VP8X') canvas = chunk.subarray(8)
    if (type === 'ANMF' && !isWithin(chunk.subarray(8), canvas)) return undefined
    if (type === 'VP8X' && chunk.length > 8) chunk[8] = (chunk[8] ?? 0) & ~WORDS
    if (DRAWN.has(type)) kept.push(chunk)
    at = next
  }
  const body = Buffer.concat(kept)
  const head = Buffer.from(bytes.subarray(0, 12))
  head.writeUInt32LE(4 + body.length, 4)
  return Buffer.concat([head, body])
}
