const SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex')
// What a browser needs to draw; every other chunk (text, Exif, dates, profiles with names) is left out.
const DRAWN = new Set(['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'gAMA', 'cHRM', 'sRGB', 'bKGD', 'pHYs', 'sBIT', 'acTL', 'fcTL', 'fdAT'])

/** Whether a frame of an animation lies within the picture, as it must (APNG 1.0, fcTL). `at` is where the data of its chunk begin. */
function isWithin(bytes: Buffer, at: number): boolean {
  const [width, height, left, top] = [4, 8, 12, 16].map((offset) => bytes.readUInt32BE(at + offset)) as [number, number, number, number]
  return left + width <= bytes.readUInt32BE(16) && top + height <= bytes.readUInt32BE(20)
}

/** A PNG with nothing but its picture; undefined when it is damaged, or a frame larger than it says. */
export function barePng(bytes: Buffer): Buffer | undefined {
  if (!bytes.subarray(0, 8).equals(SIGNATURE)) return undefined
  const kept: Buffer[] = [SIGNATURE]
  for (let at = 8; at + 12 <= bytes.length;) {
    const end = at + 12 + bytes.readUInt32BE(at)
    const type = bytes.toString('latin1', at + 4, at + 8)
    if (end > bytes.length || (type === 'fcTL' && !isWithin(bytes, at + 8))) return undefined
    if (DRAWN.has(type)) kept.push(bytes.subarray(at, end))
    if (type === 'IEND') return Buffer.concat(kept)
    at = end
  }
  return undefined
}
