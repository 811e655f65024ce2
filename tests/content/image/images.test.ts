import assert from 'node:assert/strict'
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import test, { type TestContext } from 'node:test'
import sharp from 'sharp'
import { checkImage, IMAGE_LIMITS, readImage } from '#content/images.ts'
import { contentFolder } from '../../content-folder.ts'
import { animatedPng, animatedWebp, avif, gif, jpeg, png, webp } from './pictures.ts'

const SECRET = 'velvet kestrel'
const MAKE = { png, jpg: jpeg, webp, gif, avif } as const

function folderWith(t: TestContext, name: string, bytes: Uint8Array): string {
  return join(contentFolder(t, { [`incidents/x/${name}`]: bytes }, null), 'content')
}

function problemOf(root: string, name: string): string | undefined {
  let said: string | undefined
  checkImage(root, `incidents/x/${name}`, ({ message }) => (said = message))
  return said
}

for (const [ending, make] of Object.entries(MAKE))
  test(`a ${ending} is published with its size and without notes, and all else as it was`, (t) => {
    const root = folderWith(t, `a.${ending}`, make(30, 20, SECRET))
    assert.equal(problemOf(root, `a.${ending}`), undefined)
    const image = readImage(root, `incidents/x/a.${ending}`)
    assert.deepEqual([image?.width, image?.height], [30, 20])
    for (const encoding of ['latin1', 'utf16le'] as const) assert.ok(!image?.bytes.toString(encoding).includes(SECRET))
    assert.deepEqual(image?.bytes, make(30, 20))
  })

test('pictures that unpack to more than a browser should hold are refused', (t) => {
  for (const [width, height] of [
    [10_001, 1],
    [6000, 6000],
    [65_535, 65_535],
  ] as const) {
    assert.match(problemOf(folderWith(t, 'a.png', png(width, height)), 'a.png') ?? '', /expected at most 25,000,000 pixels and 10,000 a side/)
    assert.match(problemOf(folderWith(t, 'a.gif', gif(width, height)), 'a.gif') ?? '', /expected at most 25,000,000 pixels/)
  }
})

test('a picture whose frames are larger than it says is refused', (t) => {
  const wide = gif(10, 10)
  // The picture within the file: its width and height stand 5 and 7 bytes after its mark.
  wide.writeUInt16LE(8000, wide.indexOf(Buffer.from('2c00000000', 'hex')) + 5)
  for (const [name, bytes] of Object.entries({ 'a.gif': wide, 'a.webp': animatedWebp(8000), 'a.png': animatedPng(8000) })) {
    assert.match(problemOf(folderWith(t, name, bytes), name) ?? '', /found a damaged file/, name)
    assert.equal(readImage(folderWith(t, name, bytes), `incidents/x/${name}`), undefined)
  }
  for (const [name, bytes] of Object.entries({ 'a.webp': animatedWebp(10), 'a.png': animatedPng(10) })) assert.equal(problemOf(folderWith(t, name, bytes), name), undefined)
})

test('files that are too large are refused before they are read', (t) => {
  const root = folderWith(t, 'a.png', Buffer.concat([png(10, 10), Buffer.alloc(IMAGE_LIMITS.bytes)]))
  assert.match(problemOf(root, 'a.png') ?? '', /expected a picture of at most 4,194,304 bytes/)
  assert.equal(readImage(root, 'incidents/x/a.png'), undefined)
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

test('damaged pictures are refused, wherever they are cut', (t) => {
  for (const [ending, make] of Object.entries(MAKE)) {
    const whole = make(30, 20)
    for (let length = 0; length < whole.length; length++) assert.ok(problemOf(folderWith(t, `a.${ending}`, whole.subarray(0, length)), `a.${ending}`), `${ending} cut at ${length}`)
  }
})

test('a link that leads out of the content folder is refused', (t) => {
  const folder = contentFolder(t, { 'site.yaml': 'title: Test\ndescription: A test.\n' }, null)
  mkdirSync(join(folder, 'content/incidents/x'), { recursive: true })
  writeFileSync(join(folder, 'outside.png'), png(10, 10))
  symlinkSync(join(folder, 'outside.png'), join(folder, 'content/incidents/x/a.png'))
  assert.match(problemOf(join(folder, 'content'), 'a.png') ?? '', /a link that leads out/)
})

for (const format of ['avif', 'jpeg'] as const)
  test(`a real ${format} shows the same when its notes are gone`, async (t) => {
    const input = sharp({ create: { width: 40, height: 30, channels: 3, background: '#345' } }).withIccProfile('srgb')
    const whole = await (format === 'avif' ? input.avif() : input.jpeg()).toBuffer()
    const noted = Buffer.concat([whole, Buffer.from(SECRET)])
    const name = `a.${format === 'avif' ? 'avif' : 'jpg'}`
    const bare = readImage(folderWith(t, name, noted), `incidents/x/${name}`)?.bytes
    assert.ok(bare && !bare.toString('latin1').includes(SECRET))
    assert.deepEqual(await sharp(bare).raw().toBuffer(), await sharp(whole).raw().toBuffer())
  })
