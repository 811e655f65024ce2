import { crc32, deflateSync } from 'node:zlib'

function chunk(type: string, data: Uint8Array): Buffer {
  const whole = Buffer.alloc(data.length + 12)
  whole.writeUInt32BE(data.length, 0)
  whole.write(type, 4, 'latin1')
  whole.set(data, 8)
  whole.writeUInt32BE(crc32(whole.subarray(4, data.length + 8)), data.length + 8)
  return whole
}

/**
 * A picture as a PNG of at most 256 colours (PNG 3, “Indexed-colour”). `rows` holds one byte per pixel, its number in `colours`, and a zero
 * before each row: rows are packed as they are, which is what text packs best as.
 */
export function png({
  width,
  height,
  rows,
  colours,
}: {
  readonly width: number
  readonly height: number
  readonly rows: Uint8Array
  readonly colours: readonly (readonly number[])[]
}): Buffer {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, 3], 8)
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', head),
    chunk('PLTE', Uint8Array.from(colours.flat())),
    chunk('IDAT', deflateSync(rows, { level: 3 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}
