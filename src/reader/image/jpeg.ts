const isBare = (marker: number) => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7)
// Comments, and application segments but JFIF (0), colour profiles (2) and Adobe’s colour transform (14).
const isWords = (marker: number) => marker === 0xfe || (marker >= 0xe1 && marker <= 0xef && marker !== 0xe2 && marker !== 0xee)

/** Index of the marker after the packed data of a scan. */
export function endOfScan(bytes: Buffer, start: number): number {
  for (let at = bytes.indexOf(0xff, start); at !== -1; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1] ?? 0
    if (next !== 0 && next !== 0xff && !isBare(next)) return at
  }
  return bytes.length
}

/** A JPEG with nothing but its picture; undefined when it is damaged. */
export function bareJpeg(bytes: Buffer): Buffer | undefined {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return undefined
  const kept = [bytes.subarray(0, 2)]
  for (let at = 2; at + 2 <= bytes.length;) {
    const marker = bytes[at + 1] ?? 0
    if (bytes[at] !== 0xff) return undefined
    if (marker === 0xd9) return Buffer.concat([...kept, bytes.subarray(at, at + 2)])
    if (marker === 0xff || isBare(marker)) {
      at += marker === 0xff ? 1 : 2
      continue
    }
    if (at + 4 > bytes.length) return undefined
    const end = at + 2 + bytes.readUInt16BE(at + 2)
    if (end > bytes.length || end < at + 4) return undefined
    const last = marker === 0xda ? endOfScan(bytes, end) : end
    if (!isWords(marker)) kept.push(bytes.subarray(at, last))
    at = last
  }
  return undefined
}
