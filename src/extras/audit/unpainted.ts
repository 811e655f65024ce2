type Range = readonly [from: number, to: number]

/**
 * Where a chain of chunks holds pixels; `read` gives the type of the chunk at a place, where its data begin, and where
 * the next one does.
 */
function chunks(
  bytes: Buffer,
  start: number,
  painted: RegExp,
  read: (at: number) => readonly [type: string, data: number, next: number],
): Range[] {
  const found: Range[] = []
  for (let at = start; at + 8 <= bytes.length;) {
    const [type, data, next] = read(at)
    if (next <= at) break
    if (painted.test(type)) found.push([data, next])
    at = next
  }
  return found
}

const name = (bytes: Buffer, at: number) => bytes.toString('latin1', at, at + 4)

const png = (bytes: Buffer) =>
  chunks(bytes, 8, /^(?:IDAT|fdAT)$/, (at) => [name(bytes, at + 4), at + 8, at + 12 + bytes.readUInt32BE(at)])
const webp = (bytes: Buffer) =>
  chunks(bytes, 12, /^(?:VP8 |VP8L|ALPH|ANMF)$/, (at) => [
    name(bytes, at),
    at + 8,
    at + 8 + bytes.readUInt32LE(at + 4) + (bytes.readUInt32LE(at + 4) % 2),
  ])
// A box of size 0 or 1 says its length elsewhere, or lasts to the end; such a file is read whole.
const avif = (bytes: Buffer) =>
  chunks(bytes, 0, /^mdat$/, (at) => [
    name(bytes, at + 4),
    at + 8,
    bytes.readUInt32BE(at) < 8 ? 0 : at + bytes.readUInt32BE(at),
  ])

/** Where the packed pixels of a JPEG end: at the next marker that does not belong to them. */
function endOfScan(bytes: Buffer, start: number): number {
  for (let at = bytes.indexOf(0xff, start); at !== -1; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1] ?? 0
    const isWithin = next === 0 || next === 1 || next === 0xff || (next >= 0xd0 && next <= 0xd7)
    if (!isWithin) return at
  }
  return bytes.length
}

function jpeg(bytes: Buffer): Range[] {
  const found: Range[] = []
  for (let at = 2; at + 4 <= bytes.length && bytes[at] === 0xff && bytes[at + 1] !== 0xd9;) {
    const end = at + 2 + bytes.readUInt16BE(at + 2)
    const last = bytes[at + 1] === 0xda ? endOfScan(bytes, end) : end
    if (last > end) found.push([end, last])
    at = last
  }
  return found
}

/** Bytes of a table of colours of a GIF, from the flags that announce it. */
const tableSize = (flags: number) => (flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0)

/** Where a chain of data blocks of a GIF ends; beyond the end when it is cut short. */
function endOfBlocks(bytes: Buffer, start: number): number {
  let at = start
  while (at < bytes.length && bytes[at] !== 0) at += 1 + (bytes[at] ?? 0)
  return at + 1
}

function gif(bytes: Buffer): Range[] {
  const found: Range[] = []
  for (let at = 13 + tableSize(bytes[10] ?? 0); bytes[at] === 0x21 || bytes[at] === 0x2c;) {
    const painted = bytes[at] === 0x2c
    const data = painted ? at + 11 + tableSize(bytes[at + 9] ?? 0) : at + 2
    const end = endOfBlocks(bytes, data)
    if (painted) found.push([data, end])
    at = end
  }
  return found
}

const PAINTED: Readonly<Record<string, (bytes: Buffer) => Range[]>> = { png, webp, avif, gif, jpg: jpeg, jpeg }

/**
 * A picture without its packed pixels, which look like words and numbers by chance; everything else of it is kept,
 * whatever stands after its end among it. `ending` is that of its name. A damaged file is kept whole.
 */
export function unpainted(bytes: Buffer, ending: string): Buffer {
  const kept: Buffer[] = []
  let at = 0
  for (const [from, to] of PAINTED[ending.toLowerCase()]?.(bytes) ?? []) {
    if (to > bytes.length) break
    kept.push(bytes.subarray(at, from))
    at = to
  }
  return Buffer.concat([...kept, bytes.subarray(at)])
}
