import assert from 'node:assert/strict'
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import test, { type TestContext } from 'node:test'
import sharp from 'sharp'
import { checkImage, type Image, IMAGE_LIMITS, publishedImage, sizeOfImage } from '#content/images.ts'
import { contentFolder } from '../../content-folder.ts'
import { animatedPng, avif, gif, jpeg, noted, png } from './pictures.ts'

const SECRET = 'velvet kestrel'
const FORMATS = ['png', 'jpg', 'webp', 'gif'] as const

/** Noise of 30 by 20 pixels, the same each time (a linear congruential generator). */
const noise = Buffer.alloc(30 * 20 * 3)
for (let at = 0, state = 1; at < noise.length; at++) {
  state = (state * 1_103_515_245 + 12_345) % 2 ** 31
  noise[at] = state >> 16
}
const drawing = () => sharp(noise, { raw: { width: 30, height: 20, channels: 3 } })
const frames = async () => Promise.all([drawing(), drawing().negate()].map((frame) => frame.png().toBuffer()))

/** A real picture of a format, with whatever its encoder can note of its own. */
const real = (format: 'png' | 'jpg' | 'webp' | 'gif' | 'avif', words?: string): Promise<Buffer> =>
  (words === undefined
    ? drawing()
    : drawing()
        .withExif({ IFD0: { Artist: words } })
        .withXmp(`<x>${words}</x>`)
  )
    .toFormat(format === 'jpg' ? 'jpeg' : format)
    .toBuffer()

function folderWith(t: TestContext, name: string, bytes: Uint8Array): string {
  return join(contentFolder(t, { [`incidents/x/${name}`]: bytes }, null), 'content')
}

function problemOf(root: string, name: string): string | undefined {
  let said: string | undefined
  checkImage(root, `incidents/x/${name}`, ({ message }) => (said = message))
  return said
}

/** A picture as a site with it publishes it; its size on pages is held to that of its bytes. */
async function publish(t: TestContext, name: string, bytes: Uint8Array): Promise<Image> {
  const root = folderWith(t, name, bytes)
  assert.equal(problemOf(root, name), undefined)
  const image = await publishedImage(root, `incidents/x/${name}`)
  assert.ok(image)
  const { width, height, pageHeight } = await sharp(image.bytes, { animated: true }).metadata()
  assert.deepEqual([width, pageHeight ?? height], [image.width, image.height])
  assert.deepEqual(sizeOfImage(root, `incidents/x/${name}`), { width: image.width, height: image.height })
  return image
}

const pixels = (bytes: Buffer) => sharp(bytes, { animated: true }).ensureAlpha().raw().toBuffer()
const hides = (bytes: Buffer, words: string) =>
  (['latin1', 'utf16le'] as const).every((encoding) => !bytes.toString(encoding).includes(words))

for (const format of FORMATS)
  test(`a ${format} is published without notes, the same each time`, async (t) => {
    const bytes = noted(format, await real(format, SECRET), SECRET)
    assert.ok(!hides(bytes, SECRET))
    const image = await publish(t, `a.${format}`, bytes)
    assert.ok(hides(image.bytes, SECRET))
    const { exif, xmp, iptc, icc, comments } = await sharp(image.bytes).metadata()
    assert.deepEqual([exif, xmp, iptc, icc, comments], Array(5).fill(undefined))
    assert.ok((await publish(t, `a.${format}`, bytes)).bytes.equals(image.bytes))
  })

test('a lossless picture has the pixels that it had, a lossy one nearly', async (t) => {
  const deep = await drawing().toColourspace('rgb16').png().toBuffer()
  assert.equal((await sharp(deep).metadata()).depth, 'ushort')
  const same: readonly (readonly [string, Buffer])[] = [
    ['a.png', await real('png')],
    ['a.png', await drawing().png({ palette: true }).toBuffer()],
    ['a.png', await drawing().greyscale().png().toBuffer()],
    ['a.png', deep],
    ['a.webp', await drawing().webp({ lossless: true }).toBuffer()],
    ['a.gif', await real('gif')],
    [
      'a.gif',
      await sharp(await frames(), { join: { animated: true } })
        .gif({ interPaletteMaxError: 256 })
        .toBuffer(),
    ],
    ['a.avif', await real('avif')],
  ]
  for (const [name, bytes] of same)
    assert.deepEqual(await pixels((await publish(t, name, bytes)).bytes), await pixels(bytes))
  const smooth = drawing().blur(2).resize(120, 80)
  for (const format of ['jpg', 'webp'] as const) {
    const bytes = await smooth
      .clone()
      .toFormat(format === 'jpg' ? 'jpeg' : format)
      .toBuffer()
    const [before, after] = [await pixels(bytes), await pixels((await publish(t, `a.${format}`, bytes)).bytes)]
    const error = before.reduce((sum, value, at) => sum + (value - (after[at] ?? 0)) ** 2, 0) / before.length
    // A peak signal of 36 dB over noise.
    assert.ok(10 * Math.log10(255 ** 2 / error) > 36, `${format}: ${error}`)
  }
})

test('an animation keeps its frames and their times', async (t) => {
  const joined = sharp(await frames(), { join: { animated: true } })
  const delay = [120, 340]
  for (const [name, bytes] of [
    ['a.gif', await joined.clone().gif({ delay, loop: 3 }).toBuffer()],
    ['a.webp', await joined.clone().webp({ delay, loop: 3, lossless: true }).toBuffer()],
  ] as const) {
    const after = (await publish(t, name, bytes)).bytes
    const metadata = await sharp(after, { animated: true }).metadata()
    assert.deepEqual([metadata.pages, metadata.delay, metadata.loop], [2, delay, 3], name)
    assert.deepEqual(await pixels(after), await pixels(bytes))
  }
})

test('a picture that a note turns is published upright', async (t) => {
  const bytes = await drawing().withMetadata({ orientation: 6 }).jpeg().toBuffer()
  const { width, height } = await publish(t, 'a.jpg', bytes)
  assert.deepEqual([width, height], [20, 30])
})

test('an AVIF is published without what lies outside its picture, and one with notes within is refused', async (t) => {
  const image = await publish(t, 'a.avif', Buffer.concat([await real('avif'), Buffer.from(SECRET)]))
  assert.ok(hides(image.bytes, SECRET))
  const root = folderWith(t, 'a.avif', avif(30, 20, SECRET))
  const bare = (await publishedImage(root, 'incidents/x/a.avif'))?.bytes
  assert.deepEqual(bare, avif(30, 20))
  assert.match(
    problemOf(folderWith(t, 'a.avif', await real('avif', SECRET)), 'a.avif') ?? '',
    /holds Exif or XMP notes/,
  )
})

test('pictures that unpack to more than a browser should hold are refused', async (t) => {
  for (const [width, height] of [
    [10_001, 1],
    [6000, 6000],
    [65_535, 65_535],
  ] as const) {
    const [wrong, wrongToo] = [folderWith(t, 'a.png', png(width, height)), folderWith(t, 'a.gif', gif(width, height))]
    assert.match(problemOf(wrong, 'a.png') ?? '', /expected at most 25,000,000 pixels and 10,000 a side/)
    assert.match(problemOf(wrongToo, 'a.gif') ?? '', /expected at most 25,000,000 pixels/)
    assert.equal(await publishedImage(wrong, 'incidents/x/a.png'), undefined)
    assert.equal(sizeOfImage(wrong, 'incidents/x/a.png'), undefined)
  }
})

test('an animation of more pixels than a build should hold is not published', async (t) => {
  const still = await sharp({ create: { width: 2000, height: 2000, channels: 3, background: '#345' } })
    .gif()
    .toBuffer()
  // A frame of the file is all between its head and the sign that ends it.
  const head = still.indexOf(Buffer.from('21f904', 'hex'))
  const frame = still.subarray(head, -1)
  const many = Buffer.concat([still.subarray(0, head), ...Array<Buffer>(26).fill(frame), still.subarray(-1)])
  const root = folderWith(t, 'a.gif', many)
  await assert.rejects(publishedImage(root, 'incidents/x/a.gif'), /at most 100,000,000 pixels in all its frames/)
})

test('no frame that is published is larger than its picture says', async (t) => {
  const wide = await real('gif')
  // The picture within the file: its width and height stand 5 and 7 bytes after its mark.
  wide.writeUInt16LE(8000, wide.indexOf(Buffer.from('2c00000000', 'hex')) + 5)
  await assert.rejects(
    publishedImage(folderWith(t, 'a.gif', wide), 'incidents/x/a.gif'),
    /expected the picture incidents\/x\/a.gif to be a whole GIF.*, found: .*To mend it, open it in a picture editor/,
  )
  const webp = await sharp(await frames(), { join: { animated: true } })
    .webp({ lossless: true })
    .toBuffer()
  webp.writeUIntLE(8000, webp.indexOf('ANMF') + 8 + 6, 3)
  const { bytes } = await publish(t, 'a.webp', webp)
  for (let at = bytes.indexOf('ANMF'); at !== -1; at = bytes.indexOf('ANMF', at + 4))
    assert.ok(bytes.readUIntLE(at + 8 + 6, 3) < 30, String(at))
  assert.match(
    problemOf(folderWith(t, 'a.png', animatedPng(8000)), 'a.png') ?? '',
    /expected a still PNG, found an animation/,
  )
})

test('files that are too large are refused before they are read', async (t) => {
  const root = folderWith(t, 'a.png', Buffer.concat([png(10, 10), Buffer.alloc(IMAGE_LIMITS.bytes)]))
  assert.match(problemOf(root, 'a.png') ?? '', /expected a picture of at most 4,194,304 bytes/)
  assert.equal(await publishedImage(root, 'incidents/x/a.png'), undefined)
})

test('a file of another sort than its name says is refused', (t) => {
  for (const bytes of [
    jpeg(10, 10),
    Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"><script/></svg>'),
    Buffer.from('<html>'),
    Buffer.alloc(0),
    Buffer.from('PK\x03\x04'),
  ])
    assert.match(problemOf(folderWith(t, 'a.png', bytes), 'a.png') ?? '', /expected PNG, found/)
})

for (const format of [...FORMATS, 'avif'] as const)
  test(`a ${format} that is cut short is refused`, async (t) => {
    const whole = await real(format)
    const name = `a.${format}`
    const root = folderWith(t, name, whole)
    for (let length = 0; length < whole.length; length += length + 32 < whole.length ? 7 : 1) {
      writeFileSync(join(root, 'incidents/x', name), whole.subarray(0, length))
      // A GIF may hold the sign that ends it among its pixels.
      if (format === 'gif' && whole[length - 1] === 0x3b)
        await assert.rejects(publishedImage(root, `incidents/x/${name}`))
      else assert.ok(problemOf(root, name), `cut at ${length}`)
    }
  })

test('a picture that is broken within is not published, and the message says which and what to do', async (t) => {
  for (const [name, mark] of [
    ['a.png', 'IDAT'],
    ['a.webp', 'VP8L'],
  ] as const) {
    const bytes = await (name === 'a.png' ? real('png') : drawing().webp({ lossless: true }).toBuffer())
    const data = bytes.indexOf(mark) + 16
    bytes.fill(0xff, data, data + 64)
    await assert.rejects(publishedImage(folderWith(t, name, bytes), `incidents/x/${name}`), (error: Error) => {
      assert.match(error.message, new RegExp(`^expected the picture incidents/x/${name} to be a whole .*, found: .+`))
      assert.match(error.message, /To mend it, open it in a picture editor and save it anew\.$/)
      return true
    })
  }
})

test('a picture is written anew once, until its file changes', async (t) => {
  const root = folderWith(t, 'a.png', await real('png'))
  const read = async () => (await publishedImage(root, 'incidents/x/a.png'))?.bytes
  const [first, second] = await Promise.all([read(), read()])
  assert.ok(first)
  assert.equal(first, second)
  writeFileSync(join(root, 'incidents/x/a.png'), await drawing().negate().png().toBuffer())
  assert.notDeepEqual(await read(), first)
})

test('a link that leads out of the content folder is refused', (t) => {
  const folder = contentFolder(t, { 'site.yaml': 'title: Test\ndescription: A test.\n' }, null)
  mkdirSync(join(folder, 'content/incidents/x'), { recursive: true })
  writeFileSync(join(folder, 'outside.png'), png(10, 10))
  symlinkSync(join(folder, 'outside.png'), join(folder, 'content/incidents/x/a.png'))
  assert.match(problemOf(join(folder, 'content'), 'a.png') ?? '', /a link that leads out/)
})
