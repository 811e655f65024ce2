import { crc32, deflateSync } from 'node:zlib'

const chunk = (type: string, data: Buffer): Buffer => {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const [size, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  size.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(named))
  return Buffer.concat([size, named, sum])
}

const textChunks = (words: string): Buffer[] => [
  chunk('tEXt', Buffer.from(`Comment\0${words}`, 'latin1')),
  chunk('zTXt', Buffer.concat([Buffer.from('Comment\0\0', 'latin1'), deflateSync(Buffer.from(words))])),
]

/** A whole PNG of a size in pixels (one black bit each), with the texts given in every sort of text chunk. */
export function png(width: number, height: number, words?: string): Buffer {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head[8] = 1
  const row = Math.ceil(width / 8) + 1
  const pixels = deflateSync(Buffer.alloc(Math.min(row * height, 1_000_000)))
  const notes = words === undefined ? [] : [...textChunks(words), chunk('eXIf', Buffer.from(words, 'utf16le'))]
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', head),
    ...notes,
    chunk('IDAT', pixels),
    chunk('IEND', Buffer.alloc(0)),
    Buffer.from(words ?? ''),
  ])
}

/** A PNG of ten by ten pixels with a frame of an animation of another width. */
export function animatedPng(width: number): Buffer {
  const frame = Buffer.alloc(26)
  frame.writeUInt32BE(width, 4)
  frame.writeUInt32BE(10, 8)
  const still = png(10, 10)
  const pixels = still.indexOf('IDAT') - 4
  return Buffer.concat([
    still.subarray(0, pixels),
    chunk('acTL', Buffer.from('0000000100000000', 'hex')),
    chunk('fcTL', frame),
    still.subarray(pixels),
  ])
}

const segment = (marker: number, data: Buffer): Buffer => {
  const size = Buffer.alloc(2)
  size.writeUInt16BE(data.length + 2)
  return Buffer.concat([Buffer.from([0xff, marker]), size, data])
}

const noteSegments = (words: string): Buffer[] => [
  segment(0xe0, Buffer.from(`JFXX\0\x13${words}`)),
  segment(0xe1, Buffer.from(`http://ns.adobe.com/xap/1.0/\0${words}`)),
  segment(0xe2, Buffer.from(`MPF\0${words}`)),
  segment(0xed, Buffer.from(words)),
  segment(0xee, Buffer.from(words)),
  segment(0xfe, Buffer.from(words)),
]

/** The frame of a JPEG: markers, sizes and a scan, as far as a reader of sizes and notes looks. */
export function jpeg(width: number, height: number, words?: string): Buffer {
  const frame = Buffer.from([8, height >> 8, height & 255, width >> 8, width & 255, 1, 1, 0x11, 0])
  const notes = words === undefined ? [] : noteSegments(words)
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    // A small copy of the picture may follow the measures: one by one pixel of three bytes for each three letters.
    segment(
      0xe0,
      Buffer.from(`JFIF\0\x01\x01\0\0\x01\0\x01${words === undefined ? '\0\0' : `\x01\x05${words}!`}`, 'latin1'),
    ),
    segment(0xe2, Buffer.from('ICC_PROFILE\0\x01\x01profile', 'latin1')),
    segment(0xee, Buffer.from('Adobe\0d\0\0\0\0\x01', 'latin1')),
    ...notes,
    segment(0xdb, Buffer.alloc(65)),
    segment(0xc0, frame),
    segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])),
    Buffer.from([1, 2, 0xff, 0, 3, 0xff, 0xd0, 4, 0xff, 0xd9]),
    Buffer.from(words ?? ''),
  ])
}

const riff = (type: string, data: Buffer): Buffer => {
  const size = Buffer.alloc(4)
  size.writeUInt32LE(data.length)
  return Buffer.concat([Buffer.from(type, 'latin1'), size, data, Buffer.alloc(data.length % 2)])
}

/** The frame of a WebP with an extended header. */
export function webp(width: number, height: number, words?: string): Buffer {
  const head = Buffer.alloc(10)
  head[0] = words === undefined ? 0 : 0x0c
  head.writeUIntLE(width - 1, 4, 3)
  head.writeUIntLE(height - 1, 7, 3)
  const notes = words === undefined ? [] : [riff('EXIF', Buffer.from(words)), riff('XMP ', Buffer.from(words))]
  const body = Buffer.concat([
    Buffer.from('WEBP', 'latin1'),
    riff('VP8X', head),
    riff('VP8L', Buffer.from([0x2f, 0, 0, 0, 0, 0])),
    ...notes,
  ])
  return Buffer.concat([riff('RIFF', body), Buffer.from(words ?? '')])
}

const block = (text: string): Buffer => Buffer.from(`${String.fromCharCode(text.length)}${text}\0`, 'latin1')
const noteBlocks = (words: string): Buffer[] => [
  Buffer.from([0x21, 0xfe]),
  block(words),
  Buffer.from([0x21, 0xff]),
  Buffer.from('\x0bXMP DataXMP', 'latin1'),
  block(words),
]

/** A GIF of one pixel’s data, whatever its size says. */
export function gif(width: number, height: number, words?: string): Buffer {
  const head = Buffer.from('GIF89a\0\0\0\0\x80\0\0\0\0\0\xff\xff\xff', 'latin1')
  head.writeUInt16LE(width, 6)
  head.writeUInt16LE(height, 8)
  const notes = words === undefined ? [] : noteBlocks(words)
  return Buffer.concat([
    head,
    ...notes,
    Buffer.from('2c00000000010001000002024401003b', 'hex'),
    Buffer.from(words ?? ''),
  ])
}

const box = (type: string, ...data: readonly Buffer[]): Buffer => {
  const size = Buffer.alloc(4)
  size.writeUInt32BE(8 + Buffer.concat(data).length)
  return Buffer.concat([size, Buffer.from(type, 'latin1'), ...data])
}

/**
 * The frame of an AVIF: its boxes, with the size of its picture, free space and a picture of four bytes. Words go where
 * space is free.
 */
export function avif(width: number, height: number, words?: string): Buffer {
  const space = words === undefined ? Buffer.alloc(14) : Buffer.from(words)
  const size = Buffer.alloc(12)
  size.writeUInt32BE(width, 4)
  size.writeUInt32BE(height, 8)
  const meta = box(
    'meta',
    Buffer.alloc(4),
    box('iprp', box('ipco', box('ispe', size), box('free', space))),
    box('free', space),
  )
  const kind = box('ftyp', Buffer.from('avif\0\0\0\0avifmif1', 'latin1'))
  const [first, last] = words === undefined ? (['free', 'free'] as const) : (['skip', 'uuid'] as const)
  return Buffer.concat([
    kind,
    box(first, space),
    meta,
    box(last, space),
    box('mdat', Buffer.from([1, 2, 3, 4])),
    Buffer.from(words ?? ''),
  ])
}

/**
 * A real picture with words in every sort of note that its format has room for, and after its end where it may go on.
 */
export function noted(format: 'png' | 'jpg' | 'webp' | 'gif', bytes: Buffer, words: string): Buffer {
  const inserted = (at: number, ...notes: readonly Buffer[]) =>
    Buffer.concat([bytes.subarray(0, at), ...notes, bytes.subarray(at)])
  switch (format) {
    case 'png':
      return Buffer.concat([
        // Behind the header, which is 8 bytes of signature and a chunk of 13.
        inserted(33, ...textChunks(words), chunk('iTXt', Buffer.from(`Comment\0\0\0\0\0${words}`))),
        Buffer.from(words),
      ])
    case 'jpg':
      return Buffer.concat([inserted(2, ...noteSegments(words)), Buffer.from(words)])
    case 'webp':
      return Buffer.concat([bytes, Buffer.from(words)])
    case 'gif':
      return inserted(13 + ((bytes[10] ?? 0) & 0x80 ? 3 * 2 ** (((bytes[10] ?? 0) & 7) + 1) : 0), ...noteBlocks(words))
  }
}
