/** Bytes of a table of colours, from the flags that announce it. */
export const tableSize = (flags: number) => (flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0)

/** Index after a chain of data blocks; beyond the end when it is cut short. */
export function endOfBlocks(bytes: Buffer, start: number): number {
  let at = start
  while (at < bytes.length && bytes[at] !== 0) at += 1 + (bytes[at] ?? 0)
  return at + 1
}

/** Whether an extension is needed to draw: timing, and the loop count of animations. */
const isDrawn = (bytes: Buffer, at: number) => bytes[at + 1] === 0xf9 || (bytes[at + 1] === 0xff && bytes.toString('latin1', at + 3, at + 14) === 'NETSCAPE2.0')

/** Whether a picture of the file lies within its screen; browsers make the screen as large as its first picture, whatever it says. */
function isWithin(bytes: Buffer, at: number): boolean {
  const [left, top, width, height] = [1, 3, 5, 7].map((offset) => bytes.readUInt16LE(at + offset)) as [number, number, number, number]
  return left + width <= bytes.readUInt16LE(6) && top + height <= bytes.readUInt16LE(8)
}

/** A GIF with nothing but its picture; undefined when it is damaged, or larger than it says. */
export function bareGif(bytes: Buffer): Buffer | undefined {
  if (!/^GIF8[79]a$/.test(bytes.toString('latin1', 0, 6)) || bytes.length < 13) return undefined
  let at = 13 + tableSize(bytes[10] ?? 0)
  const kept = [bytes.subarray(0, at)]
  while (at < bytes.length) {
    const sign = bytes[at]
    if (sign === 0x3b) return Buffer.concat([...kept, bytes.subarray(at, at + 1)])
    if (sign !== 0x21 && sign !== 0x2c) return undefined
    const end = sign === 0x21 ? endOfBlocks(bytes, at + 2) : endOfBlocks(bytes, at + 11 + tableSize(bytes[at + 9] ?? 0))
    if (end > bytes.length || (sign === 0x2c && !isWithin(bytes, at))) return undefined
    if (sign === 0x2c || isDrawn(bytes, at)) kept.push(bytes.subarray(at, end))
    at = end
  }
  return undefined
}
