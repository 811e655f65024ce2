const isBare = (marker: number) => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7)
// Of comments and application segments a decoder needs these: the measures of JFIF, colour profiles, and Adobe’s colour transform. Others
// of the same numbers hold small copies of the picture, perhaps of before it was cropped.
const NEEDED: Readonly<Record<number, string>> = { 0xe0: 'JFIF\0', 0xe2: 'ICC_PROFILE\0', 0xee: 'Adobe' }
const isApplication = (marker: number) => marker === 0xfe || (marker >= 0xe0 && marker <= 0xef)

/** A segment as it is kept: JFIF without the small copy of the picture that may follow its measures. */
function bareSegment(segment: Buffer, marker: number): Buffer | undefined {
  if (!isApplication(marker)) return segment
  const name = NEEDED[marker]
  if (name === undefined || segment.toString('latin1', 4, 4 + name.length) !== name) return undefined
  if (marker !== 0xe0) return segment
  if (segment.length < 18) return undefined
  const measures = Buffer.from(segment.subarray(0, 18))
  measures.writeUInt16BE(16, 2)
  measures.fill(0, 16)
  return measures
}

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
    const segment = bareSegment(bytes.subarray(at, last), marker)
    if (segment) kept.push(segment)
    at = last
  }
  return undefined
}
